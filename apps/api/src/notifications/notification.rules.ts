import type { Contribution } from '../initiatives/contributions.js';
import type { NotificationDetails, NotificationKind } from './notification.entity.js';

/** A notice to one person, before it is written down. */
export interface Notice {
  personId: string;
  kind: NotificationKind;
  details: NotificationDetails;
  path: string;
  /** The moderators' decision it tells of, and until when that can be taken back: it is not mailed before. */
  decisionId?: string | null;
  mailAfter?: Date;
  /** Only on the page: whoever it is for has just seen it there. */
  unmailed?: boolean;
}

/** Enough to know which contribution is meant. */
const BEGINNING = 160;

export const beginningOf = (text: string): string => {
  const letters = [...text];
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : text;
};

/**
 * One notice a person, however many of their contributions it concerns: a single one is named and led to, several
 * are counted and lead to `path`. Nobody is told what they did themselves.
 */
export function noticesToAuthors(
  contributions: readonly Contribution[],
  actorId: string | null,
  notice: Omit<Notice, 'personId'>,
): Notice[] {
  const others = contributions.filter(({ authorId }) => authorId !== null && authorId !== actorId);
  return [...Map.groupBy(others, ({ authorId }) => authorId)].map(([authorId, own]) => {
    const [first] = own;
    const details = { ...notice.details, count: own.length };
    return {
      ...notice,
      personId: authorId ?? '',
      details: first ? { ...details, contribution: first.kind, text: beginningOf(first.text) } : details,
    };
  });
}
