/** Why a contribution should not stand, as reports and decisions say it. */
export const REASON_CODES = [
  'insult',
  'threat',
  'hate',
  'personal-data',
  'illegal',
  'advertising',
  'off-topic',
  'untrue',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
