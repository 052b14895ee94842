import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text } from '../platform/http/fields.js';
import { APPEAL_OUTCOMES, type AppealOutcome } from './appeal.entity.js';
import type { AppealBlocker, AppealDecisionBlocker } from './appeal.rules.js';
import { CONTRIBUTION_STATES, type ContributionState } from '../moderation/moderation.rules.js';
import { REASON_CODES, type ReasonCode } from '../moderation/reason-codes.js';
import {
  SUBJECT_KINDS,
  type AppealRow,
  type AppealSubject,
  type AppealSubjectKind,
  type ContributionRow,
  type OwnDecision,
} from './redress.repository.js';

const KINDS = ['comment', 'initiative'] as const;

export class AppealInput {
  @Text({ min: 3, max: 4000 }) text: string;
}

export class AppealAnswerInput {
  @OneOf(APPEAL_OUTCOMES, 'AppealOutcome') outcome: AppealOutcome;
  /** The reasons; whoever appealed reads them. */
  @OptionalText({ max: 4000 }) text?: string;
  /** Needed where upholding it hides something. */
  @OneOf(REASON_CODES, 'ReasonCode', { optional: true, nullable: true }) reasonCode?: ReasonCode | null;
}

export class JudgedContribution {
  @OneOf(KINDS, 'ContributionKind') kind: (typeof KINDS)[number];
  @Id() id: string;
  @Text() reference: string;
  /** The page it stands on, below the municipality. */
  @Text() path: string;
  @Text() title: string;
  /** null: taken back by its author, or in quarantine. */
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @OneOf(CONTRIBUTION_STATES, 'CommentState') state: ContributionState;
  /** null: the account is gone, or it is not for the reader to know. */
  @Text({ nullable: true }) author: string | null;
}

export class AppealView {
  @Id() id: string;
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() at: string;
  /** null: nobody has decided yet. */
  @OneOf(APPEAL_OUTCOMES, 'AppealOutcome', { nullable: true }) outcome: AppealOutcome | null;
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export class AppealReason {
  @Text() type: string;
}

export class AppealAbilities {
  @Flag() appeal: boolean;
}

/** A decision that concerns the reader, and what they have said to it. */
export class AppealableView {
  @OneOf(SUBJECT_KINDS, 'AppealSubjectKind') kind: AppealSubjectKind;
  @Id() id: string;
  /** What was decided: "hide", "keep", "suspension", "turned-down". */
  @Text() what: string;
  @Text({ nullable: true }) reasonCode: string | null;
  @Text({ min: 0 }) reason: string;
  @Instant() decidedAt: string;
  /** The last moment it can be appealed. */
  @Instant() until: string;
  @Part(() => JudgedContribution, { nullable: true }) contribution: JudgedContribution | null;
  @Part(() => AppealView, { nullable: true }) appeal: AppealView | null;
  /** Why it cannot be appealed. */
  @Part(() => AppealReason, { array: true }) blockers: AppealReason[];
  @Part(() => AppealAbilities) can: AppealAbilities;
}

export class AppealCaseAbilities {
  @Flag() decide: boolean;
  /** To read what the decision took away; that one does is written down. */
  @Flag() open: boolean;
}

/** An appeal as those see it who decide it. */
export class AppealCaseView {
  @OneOf(SUBJECT_KINDS, 'AppealSubjectKind') kind: AppealSubjectKind;
  @Id() subjectId: string;
  @Text() what: string;
  @Text({ nullable: true }) reasonCode: string | null;
  @Text({ min: 0 }) reason: string;
  @Instant() decidedAt: string;
  /** Who decided, and so does not decide again. */
  @Text({ array: true }) deciders: string[];
  /** null: without an account, or it is gone. */
  @Text({ nullable: true }) appellant: string | null;
  @Part(() => JudgedContribution, { nullable: true }) contribution: JudgedContribution | null;
  @Part(() => AppealView) appeal: AppealView;
  /** Whether upholding it hides something, by a rule that must be named. */
  @Flag() hides: boolean;
  @Part(() => AppealReason, { array: true }) blockers: AppealReason[];
  @Part(() => AppealCaseAbilities) can: AppealCaseAbilities;
}

export class OwnDecisionView {
  @OneOf(['decision', 'restriction'], 'OwnDecisionKind') kind: 'decision' | 'restriction';
  @Id() id: string;
  @Text() what: string;
  @Text({ nullable: true }) reference: string | null;
  @Text({ min: 0 }) title: string;
  @Instant() at: string;
  @Instant() until: string;
  /** It waits for the reader's answer. */
  @Flag() open: boolean;
  @Flag() appealed: boolean;
  @OneOf(APPEAL_OUTCOMES, 'AppealOutcome', { nullable: true }) appealOutcome: AppealOutcome | null;
}

export class OwnDecisionPage {
  @Part(() => OwnDecisionView, { array: true }) items: OwnDecisionView[];
  @Text({ nullable: true }) next: string | null;
}

export const mapContribution = (row: ContributionRow, { named }: { named: boolean }): JudgedContribution => ({
  kind: row.kind,
  id: row.id,
  reference: row.reference,
  path: row.path,
  title: row.title,
  text: row.text,
  language: row.language,
  createdAt: new Date(row.createdAt).toISOString(),
  state: row.state,
  author: named ? row.authorName : null,
});

export const mapAppeal = (row: AppealRow): AppealView => ({
  id: row.id,
  text: row.text,
  language: row.language,
  at: row.createdAt.toISOString(),
  outcome: row.outcome,
  answer: row.answer,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** What somebody said that is kept although they reported it is theirs to see, but not what it has become since. */
const shownTo = (subject: AppealSubject): JudgedContribution | null => {
  const { contribution, authorId, concerns } = subject;
  if (!contribution) return null;
  const own = subject.kind === 'decision' && subject.what !== 'keep' && concerns;
  const readable = own || contribution.state === 'visible';
  return {
    ...mapContribution(contribution, { named: own && authorId !== null }),
    title: readable || contribution.kind === 'comment' ? contribution.title : contribution.reference,
    text: readable ? contribution.text : null,
  };
};

export const mapAppealable = (
  subject: AppealSubject,
  appeal: AppealRow | undefined,
  blockers: AppealBlocker[],
): AppealableView => ({
  kind: subject.kind,
  id: subject.id,
  what: subject.what,
  reasonCode: subject.reasonCode,
  reason: subject.reason,
  decidedAt: subject.decidedAt.toISOString(),
  until: subject.until.toISOString(),
  contribution: shownTo(subject),
  appeal: appeal ? mapAppeal(appeal) : null,
  blockers: blockers.map(({ type }) => ({ type })),
  can: { appeal: blockers.length === 0 },
});

export const mapAppealCase = (
  subject: AppealSubject,
  appeal: AppealRow,
  hides: boolean,
  blockers: AppealDecisionBlocker[],
): AppealCaseView => ({
  kind: subject.kind,
  subjectId: subject.id,
  what: subject.what,
  reasonCode: subject.reasonCode,
  reason: subject.reason,
  decidedAt: subject.decidedAt.toISOString(),
  deciders: subject.deciders,
  // Whom it is about does not learn who reported it.
  appellant: blockers.some(({ type }) => type === 'own-appeal') ? null : appeal.appellantName,
  contribution: subject.contribution && mapContribution(subject.contribution, { named: true }),
  appeal: mapAppeal(appeal),
  hides,
  blockers: blockers.map(({ type }) => ({ type })),
  can: { decide: blockers.length === 0, open: subject.quarantined && blockers.length === 0 },
});

export const mapOwnDecision = (row: OwnDecision): OwnDecisionView => ({
  kind: row.kind,
  id: row.id,
  what: row.what,
  reference: row.reference,
  title: row.title,
  at: row.at.toISOString(),
  until: row.until.toISOString(),
  open: row.open,
  appealed: row.appealed,
  appealOutcome: APPEAL_OUTCOMES.find((known) => known === row.appealOutcome) ?? null,
});
