import type { Schema } from '@medvind/api-client';

/** What anyone can report something for, in the order in which it is asked: what harms somebody first. */
export const REPORTABLE = [
  'insult',
  'threat',
  'hate',
  'personal-data',
  'illegal',
  'advertising',
  'off-topic',
  'untrue',
  'other',
] as const satisfies Schema<'ReportCode'>[];

/** With what the law itself says must go. */
export const REASONS = [
  ...REPORTABLE,
  'unlawful-threat',
  'privacy-violation',
  'incitement',
  'agitation',
  'child-abuse-material',
  'unlawful-violence',
  'terrorism',
  'copyright',
] as const satisfies Schema<'ReasonCode'>[];
