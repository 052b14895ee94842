import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole, Email } from '../platform/http/fields.js';
import { AppealableView, AppealReason, JudgedContribution, mapContribution } from './appeals.dto.js';
import { NOTICE_OUTCOMES, type NoticeOutcome } from './notice.entity.js';
import {
  NOTICE_CODES,
  NOTICE_STATES,
  stateOfNotice,
  type NoticeCode,
  type NoticeState,
} from './notice.rules.js';
import { REASON_CODES, type ReasonCode } from '../moderation/reason-codes.js';
import type { ContributionRow } from './redress.repository.js';

export class NoticeInput {
  /** The address of the contribution, or its reference ("K-12"). */
  @Text({ max: 2000 }) location: string;
  @OneOf(NOTICE_CODES, 'NoticeCode') reasonCode: NoticeCode;
  /** Why it is against the law. */
  @Text({ min: 10, max: 4000 }) text: string;
  /** May be left out where the law lets one stay unknown. */
  @OptionalText({ max: 200 }) name?: string;
  @Email({ optional: true, nullable: true }) email?: string | null;
  /** "What I say is true and complete, as far as I know." */
  @Flag() goodFaith: boolean;
}

/** What whoever made the notice has in hand. */
export class NoticeReceipt {
  /** "A-12" */
  @Text() number: string;
  @Instant() receivedAt: string;
  /** Of the link to follow it by; it is told here only. */
  @Text() token: string;
  /** Hours within which it is to be decided. */
  @Whole() goalHours: number;
  @Flag() mailed: boolean;
}

/** A notice as whoever holds its link sees it. */
export class NoticeView {
  @Text() number: string;
  @OneOf(NOTICE_STATES, 'NoticeState') state: NoticeState;
  @Text() location: string;
  /** Where the contribution could be found; null where it could not. */
  @Text({ nullable: true }) reference: string | null;
  @OneOf(NOTICE_CODES, 'NoticeCode') reasonCode: NoticeCode;
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() receivedAt: string;
  @Instant({ nullable: true }) seenAt: string | null;
  /** By when it is to be decided. */
  @Instant({ nullable: true }) dueAt: string | null;
  @OneOf(NOTICE_OUTCOMES, 'NoticeOutcome', { nullable: true }) outcome: NoticeOutcome | null;
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  /** null while nothing is decided. */
  @Part(() => AppealableView, { nullable: true }) appealable: AppealableView | null;
}

export class NoticeDecisionInput {
  @OneOf(NOTICE_OUTCOMES, 'NoticeOutcome') outcome: NoticeOutcome;
  /** The reasons; whoever made the notice reads them, and the author where something is hidden. */
  @OptionalText({ max: 2000, published: true }) text?: string;
  /** The rule, where the contribution is to be hidden. */
  @OneOf(REASON_CODES, 'ReasonCode', { optional: true, nullable: true }) reasonCode?: ReasonCode | null;
}

export class NoticeCaseAbilities {
  @Flag() decide: boolean;
}

/** A notice as a moderator sees it. */
export class NoticeCaseView {
  @Id() id: string;
  @Text() number: string;
  @OneOf(NOTICE_STATES, 'NoticeState') state: NoticeState;
  @Text() location: string;
  @OneOf(NOTICE_CODES, 'NoticeCode') reasonCode: NoticeCode;
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** null: left out, or the reader wrote what it is about. */
  @Text({ nullable: true }) name: string | null;
  @Text({ nullable: true }) email: string | null;
  @Instant() receivedAt: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @Part(() => JudgedContribution, { nullable: true }) contribution: JudgedContribution | null;
  @OneOf(NOTICE_OUTCOMES, 'NoticeOutcome', { nullable: true }) outcome: NoticeOutcome | null;
  @Text({ nullable: true }) answer: string | null;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Part(() => AppealReason, { array: true }) blockers: AppealReason[];
  @Part(() => NoticeCaseAbilities) can: NoticeCaseAbilities;
}

export interface NoticeRow {
  id: string;
  number: number;
  location: string;
  commentId: string | null;
  initiativeId: string | null;
  reasonCode: NoticeCode;
  text: string;
  language: Language;
  name: string | null;
  email: string | null;
  caseId: string | null;
  createdAt: Date;
  seenAt: Date | null;
  dueAt: Date | null;
  outcome: NoticeOutcome | null;
  answer: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  contribution: ContributionRow | null;
}

export const numberOf = (number: number): string => `A-${number}`;

export const mapNotice = (row: NoticeRow, appealable: AppealableView | null): NoticeView => ({
  number: numberOf(row.number),
  state: stateOfNotice(row),
  location: row.location,
  reference: row.contribution?.reference ?? null,
  reasonCode: row.reasonCode,
  text: row.text,
  language: row.language,
  receivedAt: row.createdAt.toISOString(),
  seenAt: row.seenAt?.toISOString() ?? null,
  dueAt: row.dueAt?.toISOString() ?? null,
  outcome: row.outcome,
  answer: row.answer,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  appealable,
});

/** Who made it is for those who decide it, never for whom it is about. */
export const mapNoticeCase = (row: NoticeRow, blockers: AppealReason[]): NoticeCaseView => ({
  id: row.id,
  number: numberOf(row.number),
  state: stateOfNotice(row),
  location: row.location,
  reasonCode: row.reasonCode,
  text: row.text,
  language: row.language,
  ...(blockers.some(({ type }) => type === 'own-contribution')
    ? { name: null, email: null }
    : { name: row.name, email: row.email }),
  receivedAt: row.createdAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  contribution: row.contribution && mapContribution(row.contribution, { named: true }),
  outcome: row.outcome,
  answer: row.answer,
  decidedBy: row.decidedByName,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  blockers,
  can: { decide: blockers.length === 0 },
});
