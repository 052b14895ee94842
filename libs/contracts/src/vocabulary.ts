export const LANGUAGES = ['da', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Roles within one municipality; they add up, and nothing is allowed that no role grants. `council`: speaks for the
 * council or for one of its advisory councils; a badge beside the name, and no more rights than a resident's.
 */
export const ROLES = ['resident', 'council', 'moderator', 'staff', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

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

/** Whether it can be chosen where this is the municipality's language: Danish law forbids no depictions of violence as such. */
export const isReasonIn = (language: 'da' | 'sv', code: ReasonCode): boolean =>
  language === 'sv' || code !== 'unlawful-violence';

/** What the rules for contributions do by themselves, by its cause. */
export const CONTRIBUTION_RULES = [
  'before-publication',
  'thread-before-publication',
  'new-account',
  'link',
  'outside-hours',
  'word',
  'too-many',
  'duplicate',
  'suspected-spam',
] as const;
export type ContributionRule = (typeof CONTRIBUTION_RULES)[number];

/** What an answer to an initiative comes to; `considered-answered`: what is proposed is being done, or was answered before. */
export const INITIATIVE_OUTCOMES = [
  'accepted',
  'partly',
  'declined',
  'answered',
  'considered-answered',
  'forwarded',
  'outside-competence',
] as const;
export type InitiativeOutcome = (typeof INITIATIVE_OUTCOMES)[number];

/** Why an initiative is not published after its review. */
export const REJECTIONS = [
  'outside-competence',
  'not-concrete',
  'repeat',
  'being-dealt-with',
  'individual-case',
  'staff-matter',
  'exempt-topic',
  'unlawful',
  'not-eligible',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** What stands behind what somebody says of themselves, from nothing to the strongest electronic identity. */
export const EVIDENCES = ['none', 'email', 'eid-low', 'eid-substantial', 'register', 'eid-high'] as const;
export type Evidence = (typeof EVIDENCES)[number];

/** Whom something can be for; `anyone` asks for nothing. */
export const GROUPS = ['anyone', 'resident', 'voter', 'owner', 'service-user', 'organisation'] as const;
export type Group = (typeof GROUPS)[number];
