import { LIMITS, type InitiativeOutcome, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import type { RequestContext } from '../platform/http/context.js';
import { dueOf } from './initiative-case.rules.js';
import type { InitiativeStatus } from './life.rules.js';
import { InitiativeHead, mapInitiativeHead } from './initiatives.dto.js';
import { getAnswerBlockers } from './initiative.rules.js';

/** `unit`: of the reader's units. `opinion`: the reader is asked for one. `answered`: what has its answer. */
export const CASE_FILTERS = ['mine', 'opinion', 'unassigned', 'unit', 'overdue', 'all', 'answered'] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

export class CaseQuery extends PageQuery {
  @OneOf(CASE_FILTERS, 'CaseFilter') filter: CaseFilter;
}

export class CaseInput {
  @Id({ nullable: true }) unitId: string | null;
  @Id({ nullable: true }) assigneeId: string | null;
  /** As it comes back from the council's system; empty: there is none yet. */
  @OptionalText({ max: 60 }) caseNumber?: string;
}

export class CaseNoteInput {
  @Text({ max: LIMITS.response.max }) text: string;
}

export class OpinionInput {
  @Id() askedId: string;
  @Text({ max: LIMITS.reason.max }) question: string;
}

export class OpinionAnswerInput {
  @Text({ max: LIMITS.response.max }) answer: string;
}

export class OwnUnitsInput {
  @Id({ array: true }) unitIds: string[];
}

export class CaseUnit {
  @Id() id: string;
  @Text() name: string;
}

export class CasePerson {
  @Id() id: string;
  @Text() name: string;
  @Flag() me: boolean;
}

export class CaseDue {
  /** To say who deals with it, or to decide. */
  @OneOf(['notice', 'decision'], 'CaseDueKind') what: 'notice' | 'decision';
  @Instant() at: string;
  @Flag() late: boolean;
}

export class InitiativeCaseSummary extends InitiativeHead {
  @Text() goal: string;
  @Part(() => CaseUnit, { nullable: true }) unit: CaseUnit | null;
  /** It is the policy's owner, and nobody has said that it is right. */
  @Flag() unitProposed: boolean;
  @Part(() => CasePerson, { nullable: true }) assignee: CasePerson | null;
  /** Empty: there is none yet. */
  @Text() caseNumber: string;
  /** The next thing to be done; null: there is no deadline. */
  @Part(() => CaseDue, { nullable: true }) due: CaseDue | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  /** The reader is asked for an opinion. */
  @Flag() asksMe: boolean;
  @Flag() canAnswer: boolean;
}

export class InitiativeCasePage {
  @Part(() => InitiativeCaseSummary, { array: true }) items: InitiativeCaseSummary[];
  @Text({ nullable: true }) next: string | null;
}

export class CaseCounts {
  @Whole() mine: number;
  @Whole() opinion: number;
  @Whole() unassigned: number;
  @Whole() unit: number;
  @Whole() overdue: number;
  @Whole() all: number;
  @Whole() answered: number;
  /** To be read before they are published, and late; the oldest should have been by then. */
  @Whole() lateReviews: number;
  @Instant({ nullable: true }) reviewBy: string | null;
  /** The reader is one of those who read them. */
  @Flag() canReview: boolean;
}

export class CaseNoteView {
  @Id() id: string;
  /** null: the account is gone. */
  @Text({ nullable: true }) author: string | null;
  @Text() text: string;
  @Instant() at: string;
}

export class OpinionView {
  @Id() id: string;
  @Text({ nullable: true }) asker: string | null;
  @Text({ nullable: true }) asked: string | null;
  /** The reader is the one who is asked. */
  @Flag() asksMe: boolean;
  @Text() question: string;
  @Text({ nullable: true }) answer: string | null;
  @Instant() at: string;
  @Instant({ nullable: true }) answeredAt: string | null;
}

export class DistrictSupport {
  @Text() name: string;
  @Whole({ nullable: true }) count: number | null;
}

/** Where support came from. null: kept back, since few people are behind it. */
export class CaseSupport {
  @Whole() all: number;
  @Whole({ nullable: true }) online: number | null;
  @Whole({ nullable: true }) paper: number | null;
  /** Online, by whoever has not said where they live. */
  @Whole({ nullable: true }) notStated: number | null;
  /** Empty: the municipality has none. */
  @Part(() => DistrictSupport, { array: true }) districts: DistrictSupport[];
}

export class InitiativeCaseView extends InitiativeCaseSummary {
  @Instant({ nullable: true }) handedOverAt: string | null;
  /** When its proposers were told who deals with it. */
  @Instant({ nullable: true }) toldAt: string | null;
  @Part(() => CaseSupport) support: CaseSupport;
  /** The first first. */
  @Part(() => CaseNoteView, { array: true }) notes: CaseNoteView[];
  @Part(() => OpinionView, { array: true }) opinions: OpinionView[];
}

export class CaseColleague {
  @Id() id: string;
  @Text() name: string;
}

/** Whom and what staff choose from. */
export class CaseChoices {
  @Part(() => CaseUnit, { array: true }) units: CaseUnit[];
  /** Those who work here. */
  @Part(() => CaseColleague, { array: true }) colleagues: CaseColleague[];
  /** The reader's units. */
  @Id({ array: true }) ownUnitIds: string[];
}

/** The units somebody works in, and those there are. */
export class MemberUnits {
  @Part(() => CaseUnit, { array: true }) units: CaseUnit[];
  @Id({ array: true }) unitIds: string[];
}

/** A case as one query gives it. */
export interface CaseRow {
  id: string;
  number: number;
  title: string;
  language: Language;
  status: InitiativeStatus;
  deadline: Date | null;
  threshold: number | null;
  hiddenAt: Date | null;
  quarantinedAt: Date | null;
  proposerId: string | null;
  answerOutcome: InitiativeOutcome | null;
  goalTitle: string;
  supportCount: number;
  decideBy: Date | null;
  handedOverAt: Date | null;
  answeredAt: Date | null;
  unitId: string | null;
  unitName: string | null;
  unitProposed: boolean;
  assigneeId: string | null;
  assigneeName: string | null;
  caseNumber: string;
  noticeBy: Date | null;
  toldAt: Date | null;
  asksMe: boolean;
}

export const mapCaseSummary = (ctx: RequestContext, row: CaseRow, now: Date): InitiativeCaseSummary => {
  const due = dueOf(row, row);
  return {
    ...mapInitiativeHead(ctx, row, now),
    goal: row.goalTitle,
    unit: row.unitId && row.unitName !== null ? { id: row.unitId, name: row.unitName } : null,
    unitProposed: row.unitProposed,
    assignee:
      row.assigneeId && row.assigneeName !== null
        ? { id: row.assigneeId, name: row.assigneeName, me: row.assigneeId === ctx.person?.id }
        : null,
    caseNumber: row.caseNumber,
    due: due && { what: due.what, at: due.at.toISOString(), late: due.at <= now },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    asksMe: row.asksMe,
    canAnswer: getAnswerBlockers(row, now).length === 0,
  };
};

export interface NoteRow {
  id: string;
  author: string | null;
  text: string;
  createdAt: Date;
}

export interface OpinionRow {
  id: string;
  asker: string | null;
  asked: string | null;
  askedId: string | null;
  question: string;
  answer: string | null;
  createdAt: Date;
  answeredAt: Date | null;
}

export const mapCase = (
  ctx: RequestContext,
  row: CaseRow,
  support: CaseSupport,
  notes: NoteRow[],
  opinions: OpinionRow[],
  now: Date,
): InitiativeCaseView => ({
  ...mapCaseSummary(ctx, row, now),
  handedOverAt: row.handedOverAt?.toISOString() ?? null,
  toldAt: row.toldAt?.toISOString() ?? null,
  support,
  notes: notes.map(({ id, author, text, createdAt }) => ({ id, author, text, at: createdAt.toISOString() })),
  opinions: opinions.map((row) => ({
    id: row.id,
    asker: row.asker,
    asked: row.asked,
    asksMe: row.answeredAt === null && row.askedId !== null && row.askedId === ctx.person?.id,
    question: row.question,
    answer: row.answer,
    at: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  })),
});
