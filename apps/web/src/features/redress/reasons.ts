import type { Schema } from '@medvind/api-client';
import { REASON_CODES } from '@medvind/contracts';

/** What the law says must go, as a notice names it; the worst first. */
export const NOTICE_CODES = [
  'unlawful-threat',
  'agitation',
  'incitement',
  'privacy-violation',
  'unlawful-violence',
  'terrorism',
  'child-abuse-material',
  'copyright',
  'illegal',
] as const satisfies Schema<'NoticeCode'>[];

/** Of what is decided, as `redress:what.…` says it. */
const DECIDED = [
  'hide',
  'remove',
  'edit',
  'move',
  'keep',
  'warning',
  'suspension',
  'dropped',
  'hearing',
  'provisional-suspension',
  'turned-down',
  'acted',
] as const;

export type Decided = (typeof DECIDED)[number];

export const decidedOf = (what: string): Decided => DECIDED.find((known) => known === what) ?? 'hide';

export const ruleOf = (code: string | null) => REASON_CODES.find((known) => known === code);
