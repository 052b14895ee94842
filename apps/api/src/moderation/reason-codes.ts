/** Why a contribution should not stand, as anyone can say it who reports one. */
export const REPORT_CODES = [
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
export type ReportCode = (typeof REPORT_CODES)[number];

/** What the law itself says must go: the list of the Swedish BBS act (1998:112 § 5), and its like in Danish law. */
export const LEGAL_CODES = [
  'unlawful-threat',
  'privacy-violation',
  'incitement',
  'agitation',
  'child-abuse-material',
  'unlawful-violence',
  'terrorism',
  'copyright',
] as const;
export type LegalCode = (typeof LEGAL_CODES)[number];

export const REASON_CODES = [...REPORT_CODES, ...LEGAL_CODES] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What somebody says is against the law is looked at before the rest. */
export const isSaidIllegal = (code: ReasonCode): boolean =>
  code === 'threat' || code === 'illegal' || LEGAL_CODES.some((legal) => legal === code);
