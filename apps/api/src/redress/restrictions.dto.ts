import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import { AppealableView, AppealReason } from './appeals.dto.js';
import { REASON_CODES, type ReasonCode } from '../moderation/reason-codes.js';
import {
  RESTRICTION_KINDS,
  RESTRICTION_OUTCOMES,
  type Evidence,
  type Restriction,
  type RestrictionKind,
  type RestrictionOutcome,
} from './restriction.entity.js';
import {
  RESTRICTION_STATES,
  stateOfRestriction,
  type RestrictionBlocker,
  type RestrictionState,
  type Suggestion,
} from './restriction.rules.js';

const KINDS = ['comment', 'initiative'] as const;

export class RestrictionInput {
  @OneOf(RESTRICTION_KINDS, 'RestrictionKind') kind: RestrictionKind;
  /** How long; null: without end, which only an administrator decides. Nothing for a warning. */
  @Whole({ min: 1, max: 366, optional: true, nullable: true }) days?: number | null;
  @OneOf(REASON_CODES, 'ReasonCode') reasonCode: ReasonCode;
  /** What happened, as the person reads it. */
  @OptionalText({ max: 4000 }) facts?: string;
  /** Their contributions the case rests on. */
  @Id({ array: true }) commentIds: string[];
  @Id({ array: true, optional: true }) initiativeIds?: string[];
  /** Why harsher than suggested. */
  @OptionalText({ max: LIMITS.reason.max }) deviation?: string;
  /** Stops them at once, for 72 hours at most, while they are heard. */
  @Flag({ optional: true }) urgent?: boolean;
}

export class RestrictionDecisionInput {
  @OneOf(RESTRICTION_OUTCOMES, 'RestrictionOutcome') outcome: RestrictionOutcome;
  @Whole({ min: 1, max: 366, optional: true, nullable: true }) days?: number | null;
  /** The person reads it. */
  @Text({ min: LIMITS.reason.min, max: 4000 }) reason: string;
}

export class HearingAnswerInput {
  @Text({ min: 1, max: 4000 }) text: string;
}

export class LiftInput {
  @Text({ min: LIMITS.reason.min, max: 4000 }) reason: string;
}

export class EvidenceView {
  @OneOf(KINDS, 'ContributionKind') kind: (typeof KINDS)[number];
  @Id() id: string;
  @Text() reference: string;
  @Text() path: string;
  @Text({ min: 0 }) text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
}

/** A warning or suspension, from what was considered to its end. */
export class RestrictionView {
  @Id() id: string;
  @OneOf(RESTRICTION_STATES, 'RestrictionState') state: RestrictionState;
  /** What is considered. */
  @OneOf(RESTRICTION_KINDS, 'RestrictionKind') kind: RestrictionKind;
  /** null: a warning, or without end. */
  @Whole({ nullable: true }) proposedDays: number | null;
  @OneOf(REASON_CODES, 'ReasonCode') reasonCode: ReasonCode;
  @Text() facts: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Part(() => EvidenceView, { array: true }) evidence: EvidenceView[];
  @Instant() openedAt: string;
  /** They cannot write before this, while they are heard. */
  @Instant({ nullable: true }) provisionalUntil: string | null;
  @Instant({ nullable: true }) answerBy: string | null;
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @OneOf(RESTRICTION_OUTCOMES, 'RestrictionOutcome', { nullable: true }) outcome: RestrictionOutcome | null;
  @Whole({ nullable: true }) days: number | null;
  @Text({ nullable: true }) reason: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({ nullable: true }) startsAt: string | null;
  @Instant({ nullable: true }) endsAt: string | null;
  @Instant({ nullable: true }) liftedAt: string | null;
  @Text({ nullable: true }) liftedReason: string | null;
}

export class OwnRestrictionAbilities {
  @Flag() answer: boolean;
}

export class OwnRestrictionView extends RestrictionView {
  /** null while nothing is decided. */
  @Part(() => AppealableView, { nullable: true }) appealable: AppealableView | null;
  @Part(() => OwnRestrictionAbilities) can: OwnRestrictionAbilities;
}

export class RestrictionCaseAbilities {
  @Flag() suspend: boolean;
  @Flag() warn: boolean;
  @Flag() drop: boolean;
  @Flag() lift: boolean;
  @Flag() withoutEnd: boolean;
}

export class RestrictionCaseView extends RestrictionView {
  /** null: the account is gone. */
  @Text({ nullable: true }) person: string | null;
  @Text() openedBy: string;
  @Text({ nullable: true }) decidedBy: string | null;
  @Text({ nullable: true }) deviation: string | null;
  /** Why nobody is suspended yet. */
  @Part(() => AppealReason, { array: true }) blockers: AppealReason[];
  @Part(() => RestrictionCaseAbilities) can: RestrictionCaseAbilities;
}

/** A line in the list of them. */
export class RestrictionItem {
  @Id() id: string;
  /** null: the account is gone. */
  @Text({ nullable: true }) person: string | null;
  @OneOf(RESTRICTION_STATES, 'RestrictionState') state: RestrictionState;
  /** As decided, or as considered; null: a warning, or without end. */
  @Whole({ nullable: true }) days: number | null;
  @OneOf(REASON_CODES, 'ReasonCode') reasonCode: ReasonCode;
  @Instant() openedAt: string;
  @Instant({ nullable: true }) endsAt: string | null;
}

export class RestrictionPage {
  @Part(() => RestrictionItem, { array: true }) items: RestrictionItem[];
  @Text({ nullable: true }) next: string | null;
}

export class LadderReasonView {
  @Text() type: string;
  @Whole() count: number;
  @Whole() days: number;
}

export class SuggestionView {
  @OneOf(RESTRICTION_KINDS, 'RestrictionKind') kind: RestrictionKind;
  @Whole({ nullable: true }) days: number | null;
  @Part(() => LadderReasonView, { array: true }) because: LadderReasonView[];
}

export class EarlierRestriction {
  @Id() id: string;
  @OneOf(RESTRICTION_STATES, 'RestrictionState') state: RestrictionState;
  @Whole({ nullable: true }) days: number | null;
  @OneOf(REASON_CODES, 'ReasonCode') reasonCode: ReasonCode;
  @Instant() at: string;
}

/** What a moderator needs before they consider a restriction: what is proportional, and on what it could rest. */
export class RestrictionProspect {
  @Id() personId: string;
  @Text() name: string;
  @Part(() => SuggestionView) suggested: SuggestionView;
  @Part(() => EarlierRestriction, { array: true }) earlier: EarlierRestriction[];
  @Part(() => EvidenceView, { array: true }) evidence: EvidenceView[];
  /** A case that is open already. */
  @Id({ nullable: true }) openId: string | null;
  @Whole() hearingDays: number;
}

export interface RestrictionRow extends Restriction {
  personName: string | null;
  openedByName: string;
  decidedByName: string | null;
}

const mapEvidence = ({ kind, id, reference, path, text, language }: Evidence): EvidenceView => ({
  kind,
  id,
  reference,
  path,
  text,
  language,
});

export const mapRestriction = (row: Restriction, now: Date): RestrictionView => ({
  id: row.id,
  state: stateOfRestriction(row, now),
  kind: row.kind,
  proposedDays: row.proposedDays,
  reasonCode: row.reasonCode,
  facts: row.facts,
  language: row.language,
  evidence: row.evidence.map(mapEvidence),
  openedAt: row.openedAt.toISOString(),
  provisionalUntil: row.provisionalUntil?.toISOString() ?? null,
  answerBy: row.answerBy?.toISOString() ?? null,
  answer: row.answer,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  outcome: row.outcome,
  days: row.days,
  reason: row.reason,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  startsAt: row.startsAt?.toISOString() ?? null,
  endsAt: row.endsAt?.toISOString() ?? null,
  liftedAt: row.liftedAt?.toISOString() ?? null,
  liftedReason: row.liftedReason,
});

export const mapRestrictionCase = (
  row: RestrictionRow,
  blockersOf: (outcome: RestrictionOutcome) => RestrictionBlocker[],
  { lift, withoutEnd, now }: { lift: boolean; withoutEnd: boolean; now: Date },
): RestrictionCaseView => ({
  ...mapRestriction(row, now),
  person: row.personName,
  openedBy: row.openedByName,
  decidedBy: row.decidedByName,
  deviation: row.deviation,
  blockers: blockersOf('suspension').map(({ type }) => ({ type })),
  can: {
    suspend: blockersOf('suspension').length === 0,
    warn: blockersOf('warning').length === 0,
    drop: blockersOf('dropped').length === 0,
    lift,
    withoutEnd,
  },
});

export const mapRestrictionItem = (
  row: Restriction & { personName: string | null },
  now: Date,
): RestrictionItem => ({
  id: row.id,
  person: row.personName,
  state: stateOfRestriction(row, now),
  days: row.outcome ? row.days : row.proposedDays,
  reasonCode: row.reasonCode,
  openedAt: row.openedAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
});

export const mapSuggestion = ({ kind, days, because }: Suggestion): SuggestionView => ({
  kind,
  days,
  because,
});
