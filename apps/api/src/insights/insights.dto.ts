import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { SUBJECT_KINDS, type SubjectKind } from '../discussions/thread.entity.js';
import { STEP_KINDS, type StepKind } from './trail.rules.js';

export const CONTRIBUTION_KINDS = ['comment', 'initiative'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export class TrailStepView {
  @OneOf(STEP_KINDS, 'StepKind') kind: StepKind;
  @Instant({ nullable: true }) at: string | null;
  @Text({ nullable: true }) title: string | null;
  @Text({ nullable: true }) outcome: string | null;
  @Text({ nullable: true }) text: string | null;
  /** The page that shows it, below the municipality. */
  @Text() path: string;
}

export class TrailView {
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: ContributionKind;
  @Id() id: string;
  @Part(() => TrailStepView, { array: true }) steps: TrailStepView[];
}

export class TrailList {
  @Part(() => TrailView, { array: true }) items: TrailView[];
}

export class TrailQuery {
  /** Ids of comments or initiatives, separated by commas; at most 200. */
  @Text({ max: 7400 }) ids: string;
}

export class OwnContribution extends TrailView {
  @Text() reference: string;
  @Text() text: string;
  @Text() language: string;
  @Text() goalTitle: string;
  @Text() path: string;
  /** The code of the rule that holds it back; null: everyone can read it. */
  @Text({ nullable: true }) heldReason: string | null;
  /** What the rule saw in it: a word, a link, a limit. */
  @Text({ nullable: true }) heldDetail: string | null;
}

export class OwnContributionPage {
  @Part(() => OwnContribution, { array: true }) items: OwnContribution[];
  @Text({ nullable: true }) next: string | null;
}

export class OwnContributionQuery extends PageQuery {}

export class ActiveThread {
  @Text() path: string;
  @OneOf(SUBJECT_KINDS, 'SubjectKind') subjectKind: SubjectKind;
  @Text() title: string;
  /** null: it is of no goal; of a process, say. */
  @Text({ nullable: true }) policyTitle: string | null;
  @Whole() comments: number;
  @Instant() lastAt: string;
  /** How its newest comment begins. */
  @Text() excerpt: string;
  @Text() language: string;
}

export class ResultTold {
  @Text() title: string;
  @Text() result: string;
  /** How many contributions it builds on. */
  @Whole() contributions: number;
  @Text() path: string;
  @Whole() year: number;
}

export class OverviewView {
  @Part(() => ActiveThread, { array: true }) active: ActiveThread[];
  @Part(() => ResultTold, { array: true }) results: ResultTold[];
  /** Contributions that can be read, and how many of them have got an answer. */
  @Whole() contributions: number;
  @Whole() answered: number;
}

export class WaitingInbox {
  @Whole() notLinked: number;
  @Whole() notAnswered: number;
}

export class WaitingInitiatives {
  /** That the reader is to deal with. */
  @Whole() mine: number;
  /** That the reader is asked what they think of. */
  @Whole() opinion: number;
  @Whole() unassigned: number;
  @Whole() overdue: number;
}

/** What waits for the reader's own roles; null: not theirs. */
export class WaitingView {
  /** Contributions that are reported. */
  @Whole({ nullable: true }) reports: number | null;
  @Part(() => WaitingInbox, { nullable: true }) inbox: WaitingInbox | null;
  /** Processes under way that took something in and have not answered it. */
  @Whole({ nullable: true }) unansweredProcesses: number | null;
  @Whole({ nullable: true }) draftPlans: number | null;
  @Part(() => WaitingInitiatives, { nullable: true }) initiatives: WaitingInitiatives | null;
  /** Nobody can propose anything before there is a rule. */
  @Flag({ nullable: true }) ruleMissing: boolean | null;
}
