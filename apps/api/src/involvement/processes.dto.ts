import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Day, Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { pageOf, PageQuery } from '../platform/http/paging.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import type { SpokenStep } from '../municipalities/ladder.rules.js';
import { FEEDBACK_TYPES, type FeedbackType } from './feedback-link.entity.js';
import { can } from './involvement.access.js';
import {
  PHASE_KINDS,
  PROCESS_KINDS,
  PROCESS_STATES,
  type Participants,
  type Phase,
  type Process,
} from './process.entity.js';
import { levelOf, PHASE_TIMES, timeOf, type PhaseTime } from './process.rules.js';
import { RESPONSE_OUTCOMES, type ResponseOutcome } from './theme.entity.js';

export const CONTRIBUTION_KINDS = ['comment', 'initiative'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Contributions that everyone can read, by what they tell: what works, what does not, what is needed. */
export class FeedbackTotals {
  @Whole() works: number;
  @Whole() doesntWork: number;
  @Whole() need: number;
  @Whole() untyped: number;
  @Whole() total: number;
}

export class ProcessLevel {
  @Text() key: string;
  @Text() name: string;
  /** What those who take part can expect. */
  @Text() promise: string;
  /** The language it is written in. */
  @OneOf(LANGUAGES, 'Language', { nullable: true }) language: Language | null;
}

export class ProcessGoalView {
  @Id() id: string;
  @Text({ nullable: true }) number: string | null;
  @Text() title: string;
  @Text() policyTitle: string;
  @Text() policySlug: string;
}

export class PhaseInput {
  @OneOf(PHASE_KINDS, 'PhaseKind') kind: Phase['kind'];
  @Day() from: string;
  @Day() to: string;
  @OptionalText({ max: 1000, published: true }) note?: string;
}

export class PhaseView {
  @OneOf(PHASE_KINDS, 'PhaseKind') kind: Phase['kind'];
  @Day() from: string;
  @Day() to: string;
  @Text() note: string;
  @OneOf(PHASE_TIMES, 'PhaseTime') time: PhaseTime;
}

export class ParticipantsInput {
  @Text({ max: 140 }) group: string;
  @Whole({ min: 0, max: 10_000_000, nullable: true, optional: true }) target?: number | null;
  @Whole({ min: 0, max: 10_000_000, nullable: true, optional: true }) actual?: number | null;
}

export class ParticipantsView {
  @Text() group: string;
  @Whole({ nullable: true }) target: number | null;
  @Whole({ nullable: true }) actual: number | null;
}

export class OwnerUnitView {
  @Id() id: string;
  @Text() name: string;
}

export class ProcessAbilities {
  /** Change the record, link, sort, answer and close. */
  @Flag() manage: boolean;
}

export class ProcessSummary {
  @Id() id: string;
  @Text() title: string;
  @OneOf(PROCESS_KINDS, 'ProcessKind') kind: Process['kind'];
  @OneOf(PROCESS_STATES, 'ProcessState') state: Process['state'];
  @Text() purpose: string;
  /** What can be influenced; empty: nothing, people are told. */
  @Text() question: string;
  /** What cannot. */
  @Text() fixedFrame: string;
  @Part(() => ProcessLevel) level: SpokenStep;
  @Part(() => PhaseView, { array: true }) phases: PhaseView[];
  @Text() decides: string;
  @Day({ nullable: true }) decidesOn: string | null;
  @Part(() => ProcessGoalView, { array: true }) goals: ProcessGoalView[];
  @Part(() => FeedbackTotals) totals: FeedbackTotals;
  @Whole() themeCount: number;
  /** Themes whose response is published. */
  @Whole() answeredCount: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) closedAt: string | null;
  @Part(() => ProcessAbilities) can: ProcessAbilities;
}

export class ProcessPage {
  @Part(() => ProcessSummary, { array: true }) items: ProcessSummary[];
  @Text({ nullable: true }) next: string | null;
}

export class ProcessList {
  @Part(() => ProcessSummary, { array: true }) items: ProcessSummary[];
}

export class ProcessRecordView extends ProcessSummary {
  @Text() service: string;
  @Text() background: string;
  @Text({ array: true }) targetGroups: string[];
  /** How those hard to reach are reached. */
  @Text() outreach: string;
  @Text({ array: true }) methods: string[];
  @Part(() => OwnerUnitView, { nullable: true }) ownerUnit: OwnerUnitView | null;
  @Text() team: string;
  @Part(() => ParticipantsView, { array: true }) participants: Participants[];
  @Text() decision: string;
  @Text() evaluation: string;
  @Text() caseNumber: string;
  /** Sent back with a change; it is refused when somebody else changed the record meanwhile. */
  @Whole() revision: number;
}

export class ContributionView {
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: ContributionKind;
  @Id() id: string;
  /** How documents cite it: "K-123", "F-12". */
  @Text() reference: string;
  /** The comment's text, the initiative's title. */
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** The page it stands on, below the municipality. */
  @Text() path: string;
  @OneOf(FEEDBACK_TYPES, 'FeedbackType', { nullable: true }) type: FeedbackType | null;
}

export class ContributionPage {
  @Part(() => ContributionView, { array: true }) items: ContributionView[];
  @Text({ nullable: true }) next: string | null;
}

export class ResponseView {
  @OneOf(RESPONSE_OUTCOMES, 'ResponseOutcome') outcome: ResponseOutcome;
  @Text() text: string;
  /** What `text` says: paragraphs, lists, quotes and links. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @Instant() respondedAt: string;
}

export class ThemeView {
  @Id() id: string;
  @Text() title: string;
  /** What is said of it on this page. */
  @Whole() commentCount: number;
  @Part(() => FeedbackTotals) totals: FeedbackTotals;
  /** null: not answered yet. */
  @Part(() => ResponseView, { nullable: true }) response: ResponseView | null;
  /** The first of what was said; the rest at `themes/:id/contributions`. */
  @Part(() => ContributionView, { array: true }) contributions: ContributionView[];
  @Text({ nullable: true }) nextContributions: string | null;
}

export class ProcessView extends ProcessRecordView {
  @Part(() => ThemeView, { array: true }) themes: ThemeView[];
}

export class ProcessQuery extends PageQuery {
  @OneOf(PROCESS_STATES, 'ProcessState', { optional: true }) state?: Process['state'];
}

export class ProcessInput {
  @Text({ ...LIMITS.title, published: true }) title: string;
  @OneOf(PROCESS_KINDS, 'ProcessKind') kind: Process['kind'];
  /** A process is closed by `close`, which asks for its responses. */
  @OneOf(['planned', 'open'], 'OpenState', { optional: true }) state?: 'planned' | 'open';
  @OptionalText({ max: 300, published: true }) service?: string;
  @OptionalText({ published: true }) background?: string;
  @Text({ max: 4000, published: true }) purpose: string;
  @OptionalText({ max: 2000, published: true }) question?: string;
  @Text({ max: 4000, published: true }) fixedFrame: string;
  /** Key of a step of the municipality's ladder. */
  @Text({ max: 60 }) level: string;
  @Id({ array: true, optional: true }) goalIds?: string[];
  @Text({ max: 100, array: true, optional: true }) targetGroups?: string[];
  @OptionalText({ max: 4000, published: true }) outreach?: string;
  @Text({ max: 100, array: true, optional: true }) methods?: string[];
  @Part(() => PhaseInput, { array: true, optional: true }) phases?: PhaseInput[];
  @OptionalText({ max: 300, published: true }) decides?: string;
  @Day({ optional: true, nullable: true }) decidesOn?: string | null;
  @Id({ optional: true, nullable: true }) ownerUnitId?: string | null;
  @OptionalText({ max: 500 }) team?: string;
  @Part(() => ParticipantsInput, { array: true, optional: true }) participants?: ParticipantsInput[];
  @OptionalText({ published: true }) decision?: string;
  @OptionalText({ published: true }) evaluation?: string;
  @OptionalText({ max: 60 }) caseNumber?: string;
  /** The revision that was read; left out: whatever it is now is changed. */
  @Whole({ min: 0, optional: true }) revision?: number;
}

/** What stands beside a process row, as one query gives it. */
export interface ProcessBeside {
  processId: string;
  ownerUnit: OwnerUnitView | null;
  goals: ProcessGoalView[];
  totals: FeedbackTotals;
  themeCount: number;
  answeredCount: number;
}

/** A linked contribution as everyone may read it. */
export interface ContributionRow extends ContributionView {
  linkId: string;
  themeId: string | null;
}

/** A theme with what it counts; `response` only where it is published. */
export interface ThemeRow {
  id: string;
  title: string;
  position: number;
  totals: FeedbackTotals;
  responseOutcome: ResponseOutcome | null;
  responseText: string | null;
  respondedAt: Date | null;
}

/** Contributions shown under a theme before "show more". */
export const CONTRIBUTIONS_SHOWN = 5;

export const mapSummary = (
  ctx: RequestContext,
  process: Process,
  beside: ProcessBeside,
  ladder: readonly SpokenStep[],
  today: string,
): ProcessSummary => ({
  id: process.id,
  title: process.title,
  kind: process.kind,
  state: process.state,
  purpose: process.purpose,
  question: process.question,
  fixedFrame: process.fixedFrame,
  level: levelOf(process.level, ladder),
  phases: process.phases.map((phase) => ({ ...phase, time: timeOf(phase, today) })),
  decides: process.decides,
  decidesOn: process.decidesOn,
  goals: beside.goals,
  totals: beside.totals,
  themeCount: beside.themeCount,
  answeredCount: beside.answeredCount,
  createdAt: process.createdAt.toISOString(),
  closedAt: process.closedAt?.toISOString() ?? null,
  can: { manage: can.involve(ctx) },
});

export const mapRecord = (
  ctx: RequestContext,
  process: Process,
  beside: ProcessBeside,
  ladder: readonly SpokenStep[],
  today: string,
): ProcessRecordView => ({
  ...mapSummary(ctx, process, beside, ladder, today),
  service: process.service,
  background: process.background,
  targetGroups: process.targetGroups,
  outreach: process.outreach,
  methods: process.methods,
  ownerUnit: beside.ownerUnit,
  team: process.team,
  participants: process.participants,
  decision: process.decision,
  evaluation: process.evaluation,
  caseNumber: process.caseNumber,
  revision: process.revision,
});

export const mapContribution = ({
  kind,
  id,
  reference,
  text,
  language,
  path,
  type,
}: ContributionRow): ContributionView => ({ kind, id, reference, text, language, path, type });

export const mapResponse = ({
  responseOutcome,
  responseText,
  respondedAt,
}: Pick<ThemeRow, 'responseOutcome' | 'responseText' | 'respondedAt'>): ResponseView | null =>
  responseOutcome && responseText !== null && respondedAt
    ? {
        outcome: responseOutcome,
        text: responseText,
        blocks: blocksOfText(responseText),
        respondedAt: respondedAt.toISOString(),
      }
    : null;

export const mapTheme = (
  theme: ThemeRow,
  contributions: ContributionRow[],
  commentCount: number,
): ThemeView => {
  const page = pageOf(contributions, CONTRIBUTIONS_SHOWN, ({ linkId }) => [linkId], mapContribution);
  return {
    id: theme.id,
    title: theme.title,
    commentCount,
    totals: theme.totals,
    response: mapResponse(theme),
    contributions: page.items,
    nextContributions: page.next,
  };
};
