import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  EVIDENCES,
  GROUPS,
  LANGUAGES,
  LIMITS,
  type Evidence,
  type Group,
  type Language,
} from '@medvind/contracts';
import {
  COUNTING_METHODS,
  MAJORITIES,
  type Choice,
  type CountingMethod,
  type Majority,
  type OutcomeKind,
} from '@medvind/vote-counting';
import { IsDefined } from 'class-validator';
import type { PublishedResult } from '../ballots/ballot.counting.js';
import type { OwnBallot } from '../ballots/ballots.service.js';
import { EligibilityParameters } from '../identity/eligibility.dto.js';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import { VOTED_KINDS, type Vote, type VotedKind } from './vote.entity.js';
import { getVotingBlockers, stateAt, VOTE_STATES, type VoteState } from './vote.rules.js';
import { can } from './votes.access.js';

const OUTCOMES = [
  'decided',
  'tied',
  'no-quorum',
  'no-majority',
  'no-ballots',
] as const satisfies OutcomeKind[];

export class VoteQuery extends PageQuery {
  @OneOf(VOTE_STATES, 'VoteState', { optional: true }) state?: VoteState;
  @Id({ optional: true }) goalId?: string;
}

export class VoteOptionInput {
  @Text({ max: LIMITS.title.max, published: true }) title: string;
  @OptionalText({ max: 1000, published: true }) text?: string;
}

export class VoteDraftInput {
  @Text({ min: 3, max: 300, published: true }) question: string;
  @OptionalText({ max: LIMITS.response.max, published: true }) text?: string;
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  @OneOf(VOTED_KINDS, 'VoteKind') kind: VotedKind;
  /** Left out: as votes of the kind are counted where nobody chose. */
  @OneOf(COUNTING_METHODS, 'CountingMethod', { optional: true }) method?: CountingMethod;
  /** None of a vote for or against. */
  @Part(() => VoteOptionInput, { array: true }) options: VoteOptionInput[];
  /** choose: at most so many; scores: the highest; allotment: the sum. */
  @Whole({ min: 1, max: 1_000_000_000, optional: true, nullable: true }) most?: number | null;
  /** What is voted is hidden until the close, from everyone. */
  @Flag() hidden: boolean;
  @Whole({ min: 1, optional: true, nullable: true }) quorum?: number | null;
  @OneOf(MAJORITIES, 'VoteMajority') majority: Majority;
  /** Left out: residents. */
  @Part(() => EligibilityParameters, { optional: true }) voter?: EligibilityParameters;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Id({ optional: true, nullable: true }) initiativeId?: string | null;
  @Id({ optional: true, nullable: true }) processId?: string | null;
}

export class CallOffInput {
  @Text({ ...LIMITS.reason, published: true }) reason: string;
}

const CHOICE = {
  oneOf: [
    { type: 'string' },
    { type: 'array', items: { type: 'string' } },
    { type: 'object', additionalProperties: { type: 'integer' } },
  ],
};

export class BallotInput {
  /** `for`, `against` or `blank`; the chosen or ranked options; or a number for each. */
  @ApiProperty(CHOICE)
  @IsDefined({ message: 'required' })
  choice: Choice;
}

export class VoteGoal {
  @Id() id: string;
  @Text() title: string;
}

export class VoteAbout {
  @Id() id: string;
  @Text() title: string;
}

export class VoteOptionView {
  @Text() key: string;
  @Text() title: string;
  @Text({ min: 0 }) text: string;
}

export class VoteSummary {
  @Id() id: string;
  @Text() question: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @OneOf(VOTED_KINDS, 'VoteKind') kind: VotedKind;
  @OneOf(VOTE_STATES, 'VoteState') state: VoteState;
  @Part(() => VoteGoal) goal: VoteGoal;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
}

export class VotePage {
  @Part(() => VoteSummary, { array: true }) items: VoteSummary[];
  @Text({ nullable: true }) next: string | null;
}

export class GoalVoteAbilities {
  @Flag() make: boolean;
}

export class GoalVotePage extends VotePage {
  @Part(() => GoalVoteAbilities) can: GoalVoteAbilities;
}

export class VoteStanding {
  /** The option's key; `for` and `against` of a vote for or against. */
  @Text() option: string;
  /** Options that stand equal share it. */
  @Whole() rank: number;
  @Flag() tied: boolean;
  /** Votes, points, options won over, mean or sum, as the method counts. */
  @ApiProperty({ type: 'number' }) value: number;
  @Whole() named: number;
  /** Scores: how many gave 0, 1, … */
  @Whole({ array: true, optional: true }) spread?: number[];
}

/** How a condition is met: `got` of `of`, where `needed` were needed. */
export class VoteCondition {
  @Whole() needed: number;
  @Whole() got: number;
  @Whole() of: number;
  @Flag() met: boolean;
}

export class VoteResultView {
  /** The box is closed: this is what was published. */
  @Flag() final: boolean;
  @Whole() ballots: number;
  @Whole() blank: number;
  @OneOf(OUTCOMES, 'VoteOutcome') outcome: OutcomeKind;
  @Text({ array: true }) winners: string[];
  @Part(() => VoteCondition, { nullable: true }) quorum: VoteCondition | null;
  @Part(() => VoteCondition, { nullable: true }) majority: VoteCondition | null;
  @Part(() => VoteStanding, { array: true }) standings: VoteStanding[];
  /** Ranking by Schulze: how many rank the option of the row before that of the column, in their printed order. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'integer' } }, required: false })
  pairs?: number[][];
}

/** Why something cannot be done now; `type` is the code of the problem it would be refused with. */
export class VoteBlockerView {
  @Text() type: string;
  @OneOf(VOTE_STATES, 'VoteState', { optional: true }) state?: VoteState;
  @OneOf(EVIDENCES, 'Evidence', { optional: true }) needed?: Evidence;
  @OneOf(EVIDENCES, 'Evidence', { optional: true }) has?: Evidence;
  /** One of them is enough. */
  @OneOf(GROUPS, 'Group', { array: true, optional: true }) groups?: Group[];
  @Whole({ optional: true }) minAge?: number;
  /** The birthday from which the age is reached. */
  @Text({ optional: true }) from?: string;
}

export class MyBallot {
  /** null: withdrawn. */
  @ApiProperty({ ...CHOICE, nullable: true }) choice: Choice | null;
  @Instant() at: string;
  /** To keep: with it one can check that the ballot is counted. */
  @Text() receipt: string;
}

export class VoteAbilities {
  @Flag() vote: boolean;
  @Flag() callOff: boolean;
  @Flag() edit: boolean;
}

@ApiExtraModels(MyBallot)
export class VoteView extends VoteSummary {
  @Text({ min: 0 }) text: string;
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @OneOf(COUNTING_METHODS, 'CountingMethod') method: CountingMethod;
  /** None of a vote for or against. */
  @Part(() => VoteOptionView, { array: true }) options: VoteOptionView[];
  @Whole({ nullable: true }) most: number | null;
  @Flag() hidden: boolean;
  @Whole({ nullable: true }) quorum: number | null;
  @OneOf(MAJORITIES, 'VoteMajority') majority: Majority;
  /** Who may vote. */
  @Part(() => EligibilityParameters) voter: EligibilityParameters;
  @Part(() => VoteAbout, { nullable: true }) initiative: VoteAbout | null;
  @Part(() => VoteAbout, { nullable: true }) process: VoteAbout | null;
  /** Of its ledger; null: a draft. */
  @Id({ nullable: true }) boxId: string | null;
  /** null: it was not called off. */
  @Instant({ nullable: true }) calledOffAt: string | null;
  @Text({ nullable: true }) calledOffReason: string | null;
  /** null: hidden until the close, or not counted yet. */
  @Part(() => VoteResultView, { nullable: true }) result: VoteResultView | null;
  /** null: the reader has not voted. */
  @Part(() => MyBallot, { nullable: true }) mine: MyBallot | null;
  /** Empty: a resident can vote, and so can a visitor once they are signed in. */
  @Part(() => VoteBlockerView, { array: true }) blockers: VoteBlockerView[];
  @Part(() => VoteAbilities) can: VoteAbilities;
}

export type VoteRow = Vote & {
  goalTitle: string;
  initiativeTitle: string | null;
  processTitle: string | null;
};

export const mapVoteSummary = (row: VoteRow, now: Date): VoteSummary => ({
  id: row.id,
  question: row.question,
  language: row.language,
  kind: row.kind,
  state: stateAt(row, now),
  goal: { id: row.goalId, title: row.goalTitle },
  opensAt: row.opensAt.toISOString(),
  closesAt: row.closesAt.toISOString(),
});

const mapResult = ({ result, outcome }: PublishedResult, final: boolean): VoteResultView => ({
  final,
  ballots: result.ballots,
  blank: result.blank,
  outcome: outcome.kind,
  winners: outcome.winners,
  quorum: outcome.quorum,
  majority: outcome.majority,
  standings: result.standings,
  ...(result.pairs ? { pairs: result.pairs } : {}),
});

export interface VoteBeside {
  boxId: string | null;
  result: PublishedResult | null;
  final: boolean;
  mine: OwnBallot | null;
  /** Conditions of the vote that the reader does not meet. */
  gaps: readonly EligibilityGap[];
}

export const mapVote = (ctx: RequestContext, row: VoteRow, beside: VoteBeside, now: Date): VoteView => ({
  ...mapVoteSummary(row, now),
  text: row.text,
  blocks: blocksOfText(row.text),
  method: row.method,
  options: row.options,
  most: row.most,
  hidden: row.hidden,
  quorum: row.quorum,
  majority: row.majority,
  voter: row.voter,
  initiative:
    row.initiativeId && row.initiativeTitle ? { id: row.initiativeId, title: row.initiativeTitle } : null,
  process: row.processId && row.processTitle ? { id: row.processId, title: row.processTitle } : null,
  boxId: beside.boxId,
  calledOffAt: row.calledOffAt?.toISOString() ?? null,
  calledOffReason: row.calledOffReason,
  result: beside.result && mapResult(beside.result, beside.final),
  mine: beside.mine && {
    choice: beside.mine.choice,
    at: beside.mine.at.toISOString(),
    receipt: beside.mine.receipt,
  },
  blockers: getVotingBlockers(row, now, beside.gaps),
  can: {
    vote: can.vote(ctx, row, beside.gaps, now),
    edit: can.edit(ctx, row),
    callOff: can.callOff(ctx, row, now),
  },
});
