import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { DistrictRef, PointInput } from './places.dto.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  INITIATIVE_STATUSES,
  OUTCOMES,
  type Initiative,
  type InitiativeStatus,
  type Outcome,
} from './initiative.entity.js';
import {
  daysLeft,
  getParticipationBlockers,
  getSupportBlockers,
  stateAt,
  type InitiativeBlocker,
} from './initiative.rules.js';
import { can, isProposer } from './initiatives.access.js';

/** What anyone can look for; a draft is nobody's but its proposer's. */
const LISTED_STATES = INITIATIVE_STATUSES.filter((state) => state !== 'draft');
const INITIATIVE_ORDERS = ['newest', 'most-supported'] as const;

export class InitiativeQuery extends PageQuery {
  @OneOf(LISTED_STATES, 'ListedInitiativeState', { optional: true }) state?: InitiativeStatus;
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
}

export class WithdrawalInput {
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
}

export class AnswerInput {
  @OneOf(OUTCOMES, 'Outcome') outcome: Outcome;
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

export class InitiativeSummary {
  @Id() id: string;
  /** How documents cite it: "F-12". */
  @Text() reference: string;
  /** null: hidden, and not for this reader. */
  @Text({ nullable: true }) title: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState') state: InitiativeStatus;
  /** What the municipality decided; null: nothing yet. */
  @OneOf(OUTCOMES, 'Outcome', { nullable: true }) outcome: Outcome | null;
  @Flag() hidden: boolean;
  /** A draft that waits for a moderator before it is published. */
  @Flag() held: boolean;
  @Part(() => InitiativeGoal) goal: InitiativeGoal;
  /** The part of the municipality it is about. */
  @Part(() => DistrictRef, { nullable: true }) district: DistrictRef | null;
  /** null: the account is gone, or the initiative is hidden. */
  @Part(() => InitiativeProposer, { nullable: true }) proposer: InitiativeProposer | null;
  @Whole() supportCount: number;
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
}

export class InitiativeBlockers {
  /** Empty: a resident can, and so can a visitor once they are signed in. */
  @Part(() => InitiativeBlockerView, { array: true }) support: InitiativeBlockerView[];
  @Part(() => InitiativeBlockerView, { array: true }) participation: InitiativeBlockerView[];
  /** Of a draft. */
  @Part(() => InitiativeBlockerView, { array: true }) publication: InitiativeBlockerView[];
}

export class MyInitiativeState {
  @Flag() supports: boolean;
  @Flag() participates: boolean;
  @Flag() isProposer: boolean;
}

export class InitiativeAnswer {
  @OneOf(OUTCOMES, 'Outcome') outcome: Outcome;
  @Text() text: string;
  /** What `text` says: paragraphs, lists, quotes and links. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @Instant() answeredAt: string;
}

export class InitiativeAbilities {
  @Flag() support: boolean;
  @Flag() withdrawSupport: boolean;
  @Flag() participate: boolean;
  @Flag() edit: boolean;
  @Flag() remark: boolean;
  @Flag() publish: boolean;
  @Flag() withdraw: boolean;
  @Flag() answer: boolean;
  @Flag() report: boolean;
  @Flag() moderate: boolean;
}

export class InitiativeView extends InitiativeSummary {
  /** null: hidden, and not for this reader. */
  @Text({ nullable: true }) text: string | null;
  /** What `text` says: paragraphs, lists, quotes and links. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
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
  proposerName: string | null;
  supports: boolean;
  participates: boolean;
};

export const mapInitiativeSummary = (
  ctx: RequestContext,
  row: InitiativeRow,
  now: Date,
): InitiativeSummary => {
  const readable = row.hiddenAt === null || can.readHidden(ctx, row);
  return {
    id: row.id,
    reference: `F-${row.number}`,
    title: readable ? row.title : null,
    language: row.language,
    state: stateAt(row, now),
    outcome: row.answerOutcome,
    hidden: row.hiddenAt !== null,
    held: row.heldAt !== null,
    goal: { id: row.goalId, title: row.goalTitle },
    district: row.districtId && row.districtName ? { id: row.districtId, name: row.districtName } : null,
    proposer:
      readable && row.proposerName !== null ? { name: row.proposerName, me: isProposer(ctx, row) } : null,
    supportCount: row.supportCount,
    threshold: row.threshold,
    participantCount: row.participantCount,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    daysLeft: daysLeft(row, now),
  };
};

/** @param publication why a draft cannot be published */
export const mapInitiative = (
  ctx: RequestContext,
  row: InitiativeRow,
  publication: InitiativeBlocker[],
  now: Date,
): InitiativeView => {
  const readable = row.hiddenAt === null || can.readHidden(ctx, row);
  return {
    ...mapInitiativeSummary(ctx, row, now),
    text: readable ? row.text : null,
    blocks: readable ? blocksOfText(row.text) : [],
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
    answer:
      row.answerOutcome && row.answerText && row.answeredAt
        ? {
            outcome: row.answerOutcome,
            text: row.answerText,
            blocks: blocksOfText(row.answerText),
            answeredAt: row.answeredAt.toISOString(),
          }
        : null,
    myState: { supports: row.supports, participates: row.participates, isProposer: isProposer(ctx, row) },
    blockers: {
      support: getSupportBlockers(row, ctx.person?.id ?? null, now),
      participation: getParticipationBlockers(row, now),
      publication,
    },
    can: {
      support: !row.supports && can.support(ctx, row, now),
      withdrawSupport: row.supports && can.withdrawSupport(ctx, row, now),
      participate: !row.participates && can.takePart(ctx, row, now),
      edit: can.edit(ctx, row),
      remark: can.remark(ctx, row) && row.publishedAt !== null && row.hiddenAt === null,
      publish: can.edit(ctx, row) && row.heldAt === null && publication.length === 0,
      withdraw: can.withdraw(ctx, row, now),
      answer: can.answerNow(ctx, row, now),
      report: can.report(ctx, row),
      moderate: can.moderate(ctx) && (row.publishedAt !== null || row.heldAt !== null),
    },
  };
};
