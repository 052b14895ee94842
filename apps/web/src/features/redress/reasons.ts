import type { Schema } from '@medvind/api-client';

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

/** The rules a contribution can break, in the order in which they are asked elsewhere. */
export const RULES = [
  'insult',
  'threat',
  'hate',
  'personal-data',
  'illegal',
  'advertising',
  'off-topic',
  'untrue',
  'other',
  'unlawful-threat',
  'privacy-violation',
  'incitement',
  'agitation',
  'child-abuse-material',
  'unlawful-violence',
  'terrorism',
  'copyright',
] as const satisfies Schema<'ReasonCode'>[];

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

export const ruleOf = (code: string | null) => RULES.find((known) => known === code);
