import {
  LANGUAGES,
  LIMITS,
  type Language,
  INITIATIVE_OUTCOMES,
  REJECTIONS,
  type InitiativeOutcome,
  type Rejection,
  EVIDENCES,
  GROUPS,
  type Evidence,
  type Group,
} from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { MergedIntoView } from './merged-into.dto.js';
import { DistrictRef, PointInput } from './places.dto.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import { PageQuery } from '../platform/http/paging.js';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import type { Initiative } from './initiative.entity.js';
import {
  ACTS,
  after,
  INITIATIVE_STATUSES,
  PUBLIC_STATES,
  type InitiativeStatus,
} from './life.rules.js';
import { STANCES, type Stance } from './support.entity.js';
import { SchemeParameters } from './initiative-rules.dto.js';
import { type Scheme } from './scheme.rules.js';
import {
  daysLeft,
  getParticipationBlockers,
  getSupportBlockers,
  getWithdrawalBlockers,
  keyInUntil,
  stateAt,
  type InitiativeBlocker,
} from './initiative.rules.js';
import { can, isProposer } from './initiatives.access.js';

const INITIATIVE_ORDERS = ['newest', 'most-supported'] as const;

export class InitiativeQuery extends PageQuery {
  @OneOf(PUBLIC_STATES, 'ListedInitiativeState', { optional: true }) state?: InitiativeStatus;
  /** Words of it, or its reference "F-12". */
  @OptionalText({ max: 200 }) text?: string;
  @Id({ optional: true }) districtId?: string;
  @OneOf(INITIATIVE_ORDERS, 'InitiativeOrder', { optional: true }) order?: (typeof INITIATIVE_ORDERS)[number];
}

export class SimilarQuery {
  @Text({ max: 300 }) title: string;
  @OptionalText({ max: 4000 }) text?: string;
  @Id({ optional: true }) goalId?: string;
}

export class InitiativeInput {
  @Text({ max: LIMITS.title.max, published: true }) title: string;
  /** A draft may be short, or empty; an initiative may not. */
  @OptionalText({ max: LIMITS.initiativeText.max, published: true }) text?: string;
  /** The language it is written in; left out: the language the page is read in. */
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  /** Of the lengths the rule offers, the one wished for, in the rule's unit. */
  @Whole({ min: 1, max: 730, optional: true, nullable: true }) windowChoice?: number | null;
}

export class RejectionInput {
  @OneOf(REJECTIONS, 'Rejection') code: Rejection;
  @Text({ ...LIMITS.reason, published: true }) reason: string;
  /** Where everyone reads why: what was proposed is not told. */
  @Flag({ optional: true }) withholdText?: boolean;
}

export class InvitationInput {
  @Id() invitation: string;
}

export class InvitationQuery {
  /** What the link to a co-proposer says. */
  @Id({ optional: true }) invitation?: string;
}

const MOVES = ['consider', 'extend', 'undecide', 'carry-out'] as const;

export class MoveInput {
  @OneOf(MOVES, 'InitiativeMove') act: (typeof MOVES)[number];
  /** Why, for everyone to read. */
  @Text({ ...LIMITS.reason, published: true }) note: string;
}

export class WithdrawalInput {
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
}

export class AnswerInput {
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome') outcome: InitiativeOutcome;
  @Text({ ...LIMITS.response, published: true }) text: string;
}

export class InitiativeGoal {
  @Id() id: string;
  @Text() title: string;
}

export class InitiativeProposer {
  @Text() name: string;
  @Flag() me: boolean;
}

/** By what an initiative is known, wherever it is listed. */
export class InitiativeHead {
  @Id() id: string;
  /** How documents cite it: "F-12". */
  @Text() reference: string;
  /** null: hidden, and not for this reader. */
  @Text({ nullable: true }) title: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState') state: InitiativeStatus;
  /** What the municipality decided; null: nothing yet. */
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome', { nullable: true }) outcome: InitiativeOutcome | null;
  @Whole() supportCount: number;
}

export class InitiativeSummary extends InitiativeHead {
  @Flag() hidden: boolean;
  /** A draft that waits for a moderator before it is published. */
  @Flag() held: boolean;
  @Part(() => InitiativeGoal) goal: InitiativeGoal;
  /** The part of the municipality it is about. */
  @Part(() => DistrictRef, { nullable: true }) district: DistrictRef | null;
  /** What it was merged into: support goes there. */
  @Part(() => MergedIntoView, { nullable: true }) mergedInto: MergedIntoView | null;
  /** null: the account is gone, or the initiative is hidden. */
  @Part(() => InitiativeProposer, { nullable: true }) proposer: InitiativeProposer | null;
  /** Of those who support it, on paper. */
  @Whole() paperCount: number;
  /** How many must support it; null for a draft. */
  @Whole({ nullable: true }) threshold: number | null;
  @Whole() participantCount: number;
  @Instant({ nullable: true }) publishedAt: string | null;
  /** The last moment one can support it. */
  @Instant({ nullable: true }) deadline: string | null;
  /** 0: today is the last day; null: it does not collect. */
  @Whole({ nullable: true }) daysLeft: number | null;
}

/** Why something cannot be done now; `type` is the code of the problem it would be refused with. */
export class InitiativeBlockerView {
  @Text() type: string;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState', { optional: true }) state?: InitiativeStatus;
  @Text({ nullable: true, optional: true }) validTo?: string | null;
  @Text({ nullable: true, optional: true }) closesOn?: string | null;
  /** The last day on which nothing is published. */
  @Text({ optional: true }) until?: string;
  /** How many co-proposers have not confirmed yet. */
  @Whole({ optional: true }) missing?: number;
  @OneOf(EVIDENCES, 'Evidence', { optional: true }) needed?: Evidence;
  @OneOf(EVIDENCES, 'Evidence', { optional: true }) has?: Evidence;
  /** One of them is enough. */
  @OneOf(GROUPS, 'Group', { array: true, optional: true }) groups?: Group[];
  @Whole({ optional: true }) minAge?: number;
  /** The birthday from which the age is reached. */
  @Text({ optional: true }) from?: string;
}

export class InitiativeBlockers {
  /** Empty: a resident can, and so can a visitor once they are signed in. */
  @Part(() => InitiativeBlockerView, { array: true }) support: InitiativeBlockerView[];
  @Part(() => InitiativeBlockerView, { array: true }) participation: InitiativeBlockerView[];
  /** Of a draft. */
  @Part(() => InitiativeBlockerView, { array: true }) publication: InitiativeBlockerView[];
  /** For its proposer. */
  @Part(() => InitiativeBlockerView, { array: true }) withdrawal: InitiativeBlockerView[];
}

export class MyInitiativeState {
  @Flag() supports: boolean;
  /** null: the reader has said nothing to it. */
  @OneOf(STANCES, 'InitiativeStance', { nullable: true }) stance: Stance | null;
  @Flag() participates: boolean;
  @Flag() isProposer: boolean;
  @Flag() isCoProposer: boolean;
}

/** Beside the acts of its life: something its proposers added, and what it was merged into or took in. */
const STORY_ACTS = [...ACTS, 'remark', 'merge', 'take-in'] as const;
type StoryAct = (typeof STORY_ACTS)[number];

/** A step of its life, for the public timeline. */
export class InitiativeStepView {
  @OneOf(STORY_ACTS, 'InitiativeAct') act: StoryAct;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState') state: InitiativeStatus;
  /** Why, in words. */
  @Text({ nullable: true }) note: string | null;
  /** The deadline it set. */
  @Instant({ nullable: true }) until: string | null;
  @Instant() at: string;
  /** Who did it, for those who work here, and of a remark for everyone; null: time, or not for this reader. */
  @Text({ nullable: true }) actor: string | null;
  /** The remark, or the initiative it was merged with. */
  @Id({ nullable: true }) subjectId: string | null;
  /** Of that initiative: "F-12". */
  @Text({ nullable: true }) reference: string | null;
}

/** What leads to its publication while nobody else can read it. */
export class InitiativePreparation {
  /** What the link says that invites co-proposers; null: nobody is invited, or it is not this reader's. */
  @Id({ nullable: true }) invitation: string | null;
  @Instant({ nullable: true }) confirmBy: string | null;
  @Instant({ nullable: true }) reviewBy: string | null;
  @OneOf(REJECTIONS, 'Rejection', { nullable: true }) rejection: Rejection | null;
  @Text({ nullable: true }) rejectionText: string | null;
  /** The reader was invited, and can confirm that they stand behind it. */
  @Flag() invited: boolean;
}

export class InitiativeAnswer {
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome') outcome: InitiativeOutcome;
  @Text() text: string;
  /** What `text` says: paragraphs, lists, quotes and links. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @Instant() answeredAt: string;
}

export class InitiativeAbilities {
  @Flag() support: boolean;
  /** Take back what was said to it, or say something else. */
  @Flag() withdrawSupport: boolean;
  @Flag() participate: boolean;
  @Flag() edit: boolean;
  @Flag() remark: boolean;
  /** To key in who supports it on paper. */
  @Flag() keyIn: boolean;
  @Flag() publish: boolean;
  @Flag() withdraw: boolean;
  @Flag() answer: boolean;
  @Flag() report: boolean;
  @Flag() moderate: boolean;
  /** Ask co-proposers to confirm it. */
  @Flag() invite: boolean;
  /** Stand behind it beside its proposer. */
  @Flag() confirm: boolean;
  @Flag() reject: boolean;
  /** What staff can do to it now. */
  @OneOf(MOVES, 'InitiativeMove', { array: true }) moves: (typeof MOVES)[number][];
}

export class InitiativeView extends InitiativeSummary {
  /** null: hidden, and not for this reader. */
  @Text({ nullable: true }) text: string | null;
  /** What `text` says: paragraphs, lists, quotes and links. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  /** Beside those who support it, where the scheme asks for more than support. */
  @Whole() againstCount: number;
  @Whole() blankCount: number;
  /** A place in its district. */
  @Part(() => PointInput, { nullable: true }) point: PointInput | null;
  @Text({ nullable: true }) hiddenReason: string | null;
  /** The rule that holds it back, for those who may know that it waits. */
  @Text({ nullable: true }) heldReason: string | null;
  /** What the rule saw in it: a word, a link, a limit. */
  @Text({ nullable: true }) heldDetail: string | null;
  /** A moderator took personal data out of it. */
  @Instant({ nullable: true }) redactedAt: string | null;
  @Instant({ nullable: true }) reachedAt: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
  @Text({ nullable: true }) withdrawnReason: string | null;
  /** Raised by every change; the socket tells the new one. */
  @Whole() revision: number;
  /** Those who stand behind it beside its proposer, by name. */
  @Text({ array: true }) coProposers: string[];
  /** Of the lengths the rule offers, the one picked. */
  @Whole({ nullable: true }) windowChoice: number | null;
  /** Until when support on paper is keyed in, which may be after the deadline; null: it is not any more. */
  @Instant({ nullable: true }) keyInUntil: string | null;
  @Instant({ nullable: true }) handedOverAt: string | null;
  /** Until when it is to be decided. */
  @Instant({ nullable: true }) decideBy: string | null;
  @Flag() overdue: boolean;
  /** More than the threshold, which leads to more; null: nothing does. */
  @Whole({ nullable: true }) higherThreshold: number | null;
  @Instant({ nullable: true }) higherAt: string | null;
  /** The scheme it was published under; of a draft: the one there is now. */
  @Part(() => SchemeParameters, { nullable: true }) scheme: SchemeParameters | null;
  /** The first first; empty while nobody else can read it. */
  @Part(() => InitiativeStepView, { array: true }) steps: InitiativeStepView[];
  @Part(() => InitiativePreparation, { nullable: true }) preparation: InitiativePreparation | null;
  @Part(() => InitiativeAnswer, { nullable: true }) answer: InitiativeAnswer | null;
  @Part(() => MyInitiativeState) myState: MyInitiativeState;
  @Part(() => InitiativeBlockers) blockers: InitiativeBlockers;
  @Part(() => InitiativeAbilities) can: InitiativeAbilities;
}

export class InitiativePage {
  @Part(() => InitiativeSummary, { array: true }) items: InitiativeSummary[];
  @Text({ nullable: true }) next: string | null;
}

/** One that the reader stands behind. */
export class BackedInitiative extends InitiativeSummary {
  @Flag() supports: boolean;
  @OneOf(STANCES, 'InitiativeStance', { nullable: true }) stance: Stance | null;
  @Flag() participates: boolean;
}

export class BackedInitiativePage {
  @Part(() => BackedInitiative, { array: true }) items: BackedInitiative[];
  @Text({ nullable: true }) next: string | null;
}

export class GoalInitiativesAbilities {
  @Flag() propose: boolean;
}

export class GoalInitiativePage extends InitiativePage {
  /** Why nothing can be proposed under this goal now; empty: a resident can. */
  @Part(() => InitiativeBlockerView, { array: true }) blockers: InitiativeBlockerView[];
  @Part(() => GoalInitiativesAbilities) can: GoalInitiativesAbilities;
}

export class SimilarInitiatives {
  /** At most five, the most similar first. */
  @Part(() => InitiativeSummary, { array: true }) items: InitiativeSummary[];
}

/** An initiative with what its view needs from beside it, as one query gives it. */
export type InitiativeRow = Initiative & {
  goalTitle: string;
  districtName: string | null;
  mergedIntoNumber: number | null;
  proposerName: string | null;
  stance: Stance | null;
  participates: boolean;
  isCoProposer: boolean;
};

type HeadRow = Pick<
  Initiative,
  | 'id'
  | 'number'
  | 'title'
  | 'language'
  | 'status'
  | 'deadline'
  | 'threshold'
  | 'answerOutcome'
  | 'supportCount'
  | 'hiddenAt'
  | 'quarantinedAt'
  | 'proposerId'
>;

const isReadable = (ctx: RequestContext, row: HeadRow): boolean =>
  row.hiddenAt === null || can.readHidden(ctx, row);

export const mapInitiativeHead = (ctx: RequestContext, row: HeadRow, now: Date): InitiativeHead => ({
  id: row.id,
  reference: `F-${row.number}`,
  title: isReadable(ctx, row) ? row.title : null,
  language: row.language,
  state: stateAt(row, now),
  outcome: row.answerOutcome,
  supportCount: row.supportCount,
});

export const mapInitiativeSummary = (
  ctx: RequestContext,
  row: InitiativeRow,
  now: Date,
): InitiativeSummary => {
  const readable = isReadable(ctx, row);
  return {
    ...mapInitiativeHead(ctx, row, now),
    hidden: row.hiddenAt !== null,
    held: row.heldAt !== null,
    goal: { id: row.goalId, title: row.goalTitle },
    mergedInto:
      row.mergedIntoId && row.mergedIntoNumber !== null
        ? { id: row.mergedIntoId, reference: `F-${row.mergedIntoNumber}` }
        : null,
    district: row.districtId && row.districtName ? { id: row.districtId, name: row.districtName } : null,
    proposer:
      readable && row.proposerName !== null ? { name: row.proposerName, me: isProposer(ctx, row) } : null,
    paperCount: row.paperCount,
    threshold: row.threshold,
    participantCount: row.participantCount,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    daysLeft: row.mergedIntoId ? null : daysLeft(row, now),
  };
};

/** A step with what it is about, as JSON gives it. */
interface StoryRow {
  act: StoryAct;
  status: InitiativeStatus;
  note: string | null;
  /** null: time, or somebody whose account is gone. */
  actor: string | null;
  until: string | null;
  createdAt: string;
  subjectId: string | null;
  reference: string | null;
}

/** An initiative with those who stand behind it and what happened to it. */
export type InitiativeInFull = InitiativeRow & {
  /** Another was merged into it. */
  holdsMerged: boolean;
  coProposers: { personId: string; name: string }[];
  steps: StoryRow[];
};

/** What was between its proposer and the municipality alone, before anybody else could read it. */
const UNPUBLISHED = new Set<StoryAct>(['rewrite', 'reject', 'reconsider']);

/** What an initiative's page needs beside its row. */
export interface InitiativeBeside {
  scheme: Scheme | null;
  /** Why a draft cannot be published. */
  publication: InitiativeBlocker[];
  /** Conditions of the rule that the reader does not meet. */
  gaps: readonly EligibilityGap[];
  /** They came by the link to co-proposers. */
  invited: boolean;
}

export const mapInitiative = (
  ctx: RequestContext,
  row: InitiativeInFull,
  { scheme, publication, gaps, invited }: InitiativeBeside,
  now: Date,
): InitiativeView => {
  const readable = isReadable(ctx, row);
  const isOwn = isProposer(ctx, row);
  return {
    ...mapInitiativeSummary(ctx, row, now),
    text: readable ? row.text : null,
    blocks: readable ? blocksOfText(row.text) : [],
    againstCount: row.againstCount,
    blankCount: row.blankCount,
    point:
      readable && row.latitude !== null && row.longitude !== null
        ? { latitude: row.latitude, longitude: row.longitude }
        : null,
    hiddenReason: row.hiddenReason,
    heldReason: row.heldReason,
    heldDetail: row.heldAt ? row.heldDetail || null : null,
    redactedAt: row.redactedAt?.toISOString() ?? null,
    reachedAt: row.reachedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: readable ? row.withdrawnReason : null,
    revision: row.revision,
    coProposers: readable ? row.coProposers.map(({ name }) => name) : [],
    windowChoice: row.windowChoice,
    keyInUntil:
      scheme?.paper && row.mergedIntoId === null && row.hiddenAt === null
        ? (keyInUntil(row, now)?.toISOString() ?? null)
        : null,
    handedOverAt: row.handedOverAt?.toISOString() ?? null,
    decideBy: row.decideBy?.toISOString() ?? null,
    overdue: row.overdueAt !== null,
    higherThreshold: row.higherThreshold,
    higherAt: row.higherAt?.toISOString() ?? null,
    scheme,
    steps:
      row.publishedAt === null
        ? []
        : row.steps
            .filter(({ act }) => !UNPUBLISHED.has(act) && (readable || act !== 'remark'))
            .map((step) => mapStep(ctx, step, readable)),
    preparation:
      row.publishedAt === null
        ? {
            invitation: isOwn && row.status === 'confirming' ? row.invitation : null,
            confirmBy: row.confirmBy?.toISOString() ?? null,
            reviewBy: row.reviewBy?.toISOString() ?? null,
            rejection: row.rejection,
            rejectionText: row.rejectionText,
            invited,
          }
        : null,
    answer:
      row.answerOutcome && row.answerText && row.answeredAt
        ? {
            outcome: row.answerOutcome,
            text: row.answerText,
            blocks: blocksOfText(row.answerText),
            answeredAt: row.answeredAt.toISOString(),
          }
        : null,
    myState: {
      supports: row.stance === 'for',
      stance: row.stance,
      participates: row.participates,
      isProposer: isOwn,
      isCoProposer: row.isCoProposer,
    },
    blockers: {
      support: getSupportBlockers(row, ctx.person?.id ?? null, now, gaps),
      participation: getParticipationBlockers(row, now),
      publication,
      withdrawal: isOwn ? getWithdrawalBlockers(row, row.holdsMerged, now) : [],
    },
    can: {
      support: row.stance === null && can.support(ctx, row, gaps, now),
      withdrawSupport:
        row.stance !== null && can.withdrawSupport(ctx, row, scheme?.withdrawal ?? 'until-end', now),
      participate: !row.participates && can.takePart(ctx, row, now),
      edit: can.edit(ctx, row),
      keyIn: can.keyIn(ctx, row) && row.hiddenAt === null,
      remark:
        (can.remark(ctx, row) || (row.isCoProposer && can.participate(ctx))) &&
        row.publishedAt !== null &&
        row.hiddenAt === null,
      publish:
        isOwn && can.edit(ctx, row) && after(row.status, 'submit') !== null && publication.length === 0,
      withdraw: can.withdraw(ctx, row, row.holdsMerged, now),
      answer: can.answerNow(ctx, row, now),
      report: can.report(ctx, row),
      moderate: can.moderate(ctx) && (row.publishedAt !== null || row.heldAt !== null),
      invite: can.edit(ctx, row) && row.status === 'draft' && (scheme?.coProposers.max ?? 0) > 0,
      confirm: invited && ctx.has('resident') && !isOwn && !row.isCoProposer && row.status === 'confirming',
      reject: can.review(ctx, row),
      moves: MOVES.filter((act) => can.move(ctx, row, act)),
    },
  };
};

const mapStep = (ctx: RequestContext, step: StoryRow, readable: boolean): InitiativeStepView => ({
  act: step.act,
  state: step.status,
  note: readable ? step.note : null,
  until: step.until && new Date(step.until).toISOString(),
  at: new Date(step.createdAt).toISOString(),
  actor: step.act === 'remark' || ctx.has('staff') || ctx.has('moderator') ? step.actor : null,
  subjectId: step.subjectId,
  reference: step.reference,
});
