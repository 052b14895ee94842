import type { FieldProblem } from '@medvind/contracts';
import { LEGAL_CODES } from '../moderation/reason-codes.js';

/** What the law says must go: the list of the Swedish act 1998:112 § 5 and its like in Danish law, and anything else. */
export const NOTICE_CODES = [...LEGAL_CODES, 'illegal'] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Where whoever tells of it need not say who they are (regulation 2022/2065, art. 16.2 c). */
export const isAnonymous = (code: NoticeCode): boolean => code === 'child-abuse-material';

/** What is missing in a notice for it to be one in the law's sense. */
export function getNoticeFaults(notice: {
  reasonCode: NoticeCode;
  name?: string | null | undefined;
  email?: string | null | undefined;
  goodFaith: boolean;
}): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (!isAnonymous(notice.reasonCode)) {
    if (!notice.name) faults.push({ field: 'name', code: 'required' });
    if (!notice.email) faults.push({ field: 'email', code: 'required' });
  }
  if (!notice.goodFaith) faults.push({ field: 'goodFaith', code: 'required' });
  return faults;
}

export interface Location {
  commentId: string | null;
  initiativeId: string | null;
  /** Of a reference: "K-12". */
  commentNumber: number | null;
  initiativeNumber: number | null;
}

const NOWHERE: Location = {
  commentId: null,
  initiativeId: null,
  commentNumber: null,
  initiativeNumber: null,
};
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** What an address of a page here, or a reference, points to; null: to nothing of this municipality. */
export function locate(written: string, slug: string, hosts: readonly string[]): Location | null {
  const [, letter, number] = /^\s*([kf])\s*-?\s*(\d{1,9})\s*$/i.exec(written) ?? [];
  if (letter)
    return letter.toLowerCase() === 'k'
      ? { ...NOWHERE, commentNumber: Number(number) }
      : { ...NOWHERE, initiativeNumber: Number(number) };
  const url = URL.parse(written.trim(), `https://${hosts[0] ?? 'here.invalid'}`);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  // What was typed is an address only where it looks like one.
  if (!written.includes('/') || !hosts.includes(url.host)) return null;
  const [place, ...path] = url.pathname.split('/').filter(Boolean);
  if (place !== slug) return null;
  const comment = UUID.exec(url.searchParams.get('comment') ?? '')?.[0];
  if (comment) return { ...NOWHERE, commentId: comment.toLowerCase() };
  const initiative = path[0] === 'initiatives' ? UUID.exec(path[1] ?? '')?.[0] : undefined;
  return { ...NOWHERE, initiativeId: initiative?.toLowerCase() ?? null };
}

export const NOTICE_STATES = ['received', 'looked-at', 'decided'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const stateOfNotice = (notice: { seenAt: Date | null; decidedAt: Date | null }): NoticeState =>
  notice.decidedAt ? 'decided' : notice.seenAt ? 'looked-at' : 'received';
