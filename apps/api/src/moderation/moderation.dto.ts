import { AttachmentView, mapAttachment } from '../discussions/attachments.dto.js';
import { ThreadView } from '../discussions/comments.dto.js';
import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { MODERATION_ACTIONS, type ModerationAction } from './moderation-decision.entity.js';
import type { CaseRow, DecisionRow, LogRow } from './moderation.repository.js';
import {
  CONTRIBUTION_ACTIONS,
  CONTRIBUTION_STATES,
  getDecisionBlockers,
  getUndoBlockers,
  undoableUntil,
  type ContributionAction,
  type ContributionState,
} from './moderation.rules.js';
import { REASON_CODES, REPORT_CODES, type ReasonCode, type ReportCode } from './reason-codes.js';

const KINDS = ['comment', 'initiative'] as const;

export class ReportInput {
  @OneOf(REPORT_CODES, 'ReportCode') reasonCode: ReportCode;
  @OptionalText({ max: LIMITS.reason.max }) text?: string;
}

/** What the reporter has in hand: that it arrived, and when. */
export class ReportReceipt {
  @Id() id: string;
  @Text() reference: string;
  @Instant() receivedAt: string;
  /** Whether the reporter can be told what came of it. */
  @Flag() answered: boolean;
}

export class PassageInput {
  /** In UTF-16 units from the beginning of the text. */
  @Whole({ min: 0 }) from: number;
  /** What stood there when it was marked. */
  @Text({ max: LIMITS.text.max, verbatim: true }) text: string;
}

export class DecisionInput {
  @OneOf(CONTRIBUTION_ACTIONS, 'ContributionAction') action: ContributionAction;
  /** Needed to hide, to remove and to edit. */
  @OneOf(REASON_CODES, 'ReasonCode', { optional: true, nullable: true }) reasonCode?: ReasonCode | null;
  /** Needed for all but keeping; the author reads it. */
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
  /** What in the contribution it rests on; for the author alone. */
  @OptionalText({ max: LIMITS.reason.max }) facts?: string;
  /** What is personal data, to edit it out. */
  @Part(() => PassageInput, { array: true, optional: true }) passages?: PassageInput[];
  /** Whether its picture or document is, or shows, personal data too, and is taken away. */
  @Flag({ optional: true }) attachment?: boolean;
  /** The thread to move it to. */
  @Id({ optional: true, nullable: true }) threadId?: string | null;
  /** The last decision the moderator saw, null for none; another one meanwhile is a conflict. Left out: not checked. */
  @Id({ optional: true, nullable: true }) lastDecisionId?: string | null;
}

const AT_ONCE = ['keep', 'hide', 'remove'] as const satisfies ContributionAction[];

export class ManyDecided {
  @OneOf(KINDS, 'ContributionKind') kind: (typeof KINDS)[number];
  @Id() id: string;
  @Id({ optional: true, nullable: true }) lastDecisionId?: string | null;
}

/** One decision, with one reason, about several contributions. */
export class ManyInput {
  @OneOf(AT_ONCE, 'ActionForMany') action: (typeof AT_ONCE)[number];
  @OneOf(REASON_CODES, 'ReasonCode', { optional: true, nullable: true }) reasonCode?: ReasonCode | null;
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
  @Part(() => ManyDecided, { array: true }) subjects: ManyDecided[];
}

export class ManyResult {
  @Id() id: string;
  @Text({ nullable: true }) reference: string | null;
  /** The line in the log; null: it could not be decided so, and nothing of it was changed. */
  @Id({ nullable: true }) decisionId: string | null;
  /** Why it could not. */
  @Text({ nullable: true }) code: string | null;
}

export class ManyResults {
  @Part(() => ManyResult, { array: true }) items: ManyResult[];
}

export class UndoInput {
  @Id({ array: true }) decisionIds: string[];
}

export class MergeInput {
  /** Where everything is taken. */
  @Id() threadId: string;
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
}

export class LockInput {
  /** Shown above the thread. */
  @OptionalText({ max: LIMITS.reason.max, published: true }) reason?: string;
}

/** The thread as it is now, and what was decided about it. */
export class DecidedThread extends ThreadView {
  /** The line in the log, by which it can be taken back. */
  @Id() decisionId: string;
}

export class LogQuery extends PageQuery {
  @OneOf(MODERATION_ACTIONS, 'ModerationAction', { optional: true }) action?: ModerationAction;
}

/** What is told of a decision: one taken back by who made it, or by another who upheld an appeal. */
const TOLD_ACTIONS = [...MODERATION_ACTIONS, 'upheld'] as const;

export class DecisionSummary {
  @Id() id: string;
  @OneOf(TOLD_ACTIONS, 'ToldAction') action: (typeof TOLD_ACTIONS)[number];
  @OneOf(REASON_CODES, 'ReasonCode', { nullable: true }) reasonCode: ReasonCode | null;
  @Text() reason: string;
  @Instant() at: string;
  @Text() moderator: string;
  @Flag() mine: boolean;
  /** Until when who decided may take it back; null: not, or not any more. */
  @Instant({ nullable: true }) undoableUntil: string | null;
}

export class CaseAuthor {
  @Text() name: string;
  @Flag() me: boolean;
  /** How many times something of theirs was hidden here before. */
  @Whole() hiddenBefore: number;
}

export class CaseParent {
  @Text({ nullable: true }) author: string | null;
  /** null: hidden or taken back. */
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
}

export class ReasonCount {
  @OneOf(REASON_CODES, 'ReasonCode') code: ReasonCode;
  @Whole() count: number;
}

export class ReportView {
  @OneOf(REASON_CODES, 'ReasonCode') reasonCode: ReasonCode;
  @Text() text: string;
  @Instant() at: string;
}

export class CaseAbilities {
  @Flag() hide: boolean;
  /** An initiative that is read before it is published: with a ground of its rule, on its own page. */
  @Flag() reject: boolean;
  @Flag() restore: boolean;
  @Flag() keep: boolean;
  @Flag() remove: boolean;
  @Flag() edit: boolean;
  @Flag() move: boolean;
  @Flag() lock: boolean;
}

export class CaseBlocker {
  @Text() type: string;
}

/** A contribution with what a moderator needs to judge it: where it stands, what it answers, and what was said of it. */
export class CaseView {
  @OneOf(KINDS, 'ContributionKind') kind: (typeof KINDS)[number];
  @Id() id: string;
  @Text() reference: string;
  /** The page it stands on, below the municipality. */
  @Text() path: string;
  @Text({ nullable: true }) title: string | null;
  /** null: taken back by its author, or in quarantine. */
  @Text({ nullable: true }) text: string | null;
  @Part(() => AttachmentView, { nullable: true }) attachment: AttachmentView | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) editedAt: string | null;
  @Instant({ nullable: true }) redactedAt: string | null;
  /** The text is for nobody to read here. */
  @Flag() quarantined: boolean;
  @OneOf(CONTRIBUTION_STATES, 'CommentState') state: ContributionState;
  @Text({ nullable: true }) hiddenReason: string | null;
  /** The rule that holds it back. */
  @Text({ nullable: true }) heldReason: string | null;
  /** What it saw: a word, a link, a limit. */
  @Text({ nullable: true }) heldDetail: string | null;
  /** null: the account is gone. */
  @Part(() => CaseAuthor, { nullable: true }) author: CaseAuthor | null;
  @Id({ nullable: true }) goalId: string | null;
  @Text() goalTitle: string;
  @Text({ nullable: true }) policyTitle: string | null;
  /** The comment it answers. */
  @Part(() => CaseParent, { nullable: true }) parent: CaseParent | null;
  @Id({ nullable: true }) threadId: string | null;
  @Flag() threadLocked: boolean;
  @Whole() reportCount: number;
  @Instant({ nullable: true }) firstReportedAt: string | null;
  @Part(() => ReasonCount, { array: true }) reasons: ReasonCount[];
  /** The first of the reports; `reportCount` is of all. */
  @Part(() => ReportView, { array: true }) reports: ReportView[];
  @Part(() => DecisionSummary, { nullable: true }) lastDecision: DecisionSummary | null;
  @Part(() => CaseAbilities) can: CaseAbilities;
  /** Why this moderator can do nothing. */
  @Part(() => CaseBlocker, { array: true }) blockers: CaseBlocker[];
}

export class LogEntry extends DecisionSummary {
  @OneOf(['comment', 'initiative', 'thread'], 'DecidedKind') kind: 'comment' | 'initiative' | 'thread';
  @Id() subjectId: string;
  @Text({ nullable: true }) reference: string | null;
  @Text() path: string;
  @Text({ nullable: true }) title: string | null;
  /** What it says now. */
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language', { nullable: true }) language: Language | null;
  @Text({ nullable: true }) author: string | null;
  @Text() goalTitle: string;
  @OneOf([...CONTRIBUTION_STATES, 'locked', 'open'], 'DecidedState') state: LogRow['state'];
  /** What undoes it, where this moderator can. */
  @OneOf(['restore', 'unlock'], 'UndoAction', { nullable: true }) undo: 'restore' | 'unlock' | null;
}

export class LogPage {
  @Part(() => LogEntry, { array: true }) items: LogEntry[];
  @Text({ nullable: true }) next: string | null;
}

export const mapDecision = (ctx: RequestContext, row: DecisionRow): DecisionSummary => ({
  id: row.id,
  // Only an appeal's answer gives an undo a reason.
  action: row.action === 'undo' && row.reason !== '' ? 'upheld' : row.action,
  reasonCode: row.reasonCode,
  reason: row.reason,
  at: new Date(row.createdAt).toISOString(),
  moderator: row.moderatorName,
  mine: row.moderatorId === ctx.person?.id,
  undoableUntil: undoOf(ctx, row),
});

/** Whether anything was decided since is the API's to find out when it is asked. */
const undoOf = (ctx: RequestContext, { action, createdAt, moderatorId }: DecisionRow): string | null => {
  const decidedAt = new Date(createdAt);
  const decision = { action, decidedAt, mine: moderatorId === ctx.person?.id, latest: true };
  return getUndoBlockers(decision, new Date()).length ? null : undoableUntil(decidedAt).toISOString();
};

const isOwn = (ctx: RequestContext, authorId: string | null) =>
  authorId !== null && authorId === ctx.person?.id;

/** What the rules ask about a contribution. */
export const decidable = (ctx: RequestContext, row: CaseRow) => ({
  kind: row.kind,
  state: row.state,
  quarantined: row.quarantined,
  own: isOwn(ctx, row.authorId),
  waits: row.waits,
  administers: ctx.has('administrator'),
});

export const mapCase = (ctx: RequestContext, row: CaseRow): CaseView => {
  const may = (action: ContributionAction) => getDecisionBlockers(decidable(ctx, row), action).length === 0;
  return {
    kind: row.kind,
    id: row.id,
    reference: row.reference,
    path: row.path,
    title: row.title,
    text: row.text,
    attachment: row.attachment && mapAttachment(ctx, row.attachment),
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    redactedAt: row.redactedAt?.toISOString() ?? null,
    quarantined: row.quarantined,
    state: row.state,
    hiddenReason: row.hiddenReason,
    heldReason: row.heldReason,
    heldDetail: row.heldReason && row.heldDetail,
    author:
      row.authorName === null
        ? null
        : { name: row.authorName, me: isOwn(ctx, row.authorId), hiddenBefore: row.authorHidden },
    goalId: row.goalId,
    goalTitle: row.goalTitle,
    policyTitle: row.policyTitle,
    parent: row.parent,
    threadId: row.threadId,
    threadLocked: row.threadLocked,
    reportCount: row.reportCount,
    firstReportedAt: row.firstReportedAt?.toISOString() ?? null,
    reasons: row.reasons,
    reports: row.reports.map(({ reasonCode, text, createdAt }) => ({
      reasonCode,
      text,
      at: new Date(createdAt).toISOString(),
    })),
    lastDecision: row.lastDecision && mapDecision(ctx, row.lastDecision),
    can: {
      hide: may('hide'),
      reject: may('hide') && row.kind === 'initiative' && row.state === 'held',
      restore: may('restore'),
      keep: may('keep'),
      remove: may('remove'),
      edit: may('edit'),
      move: may('move'),
      lock: row.threadId !== null,
    },
    blockers: isOwn(ctx, row.authorId) ? [{ type: 'own-contribution' }] : [],
  };
};

/** What takes back a decision whose moment for undoing has passed. */
const reversalOf = (ctx: RequestContext, row: LogRow): LogEntry['undo'] => {
  if (!row.latest) return null;
  if (row.kind === 'thread') return row.state === 'locked' && row.action === 'lock' ? 'unlock' : null;
  const may = row.state === 'hidden' && !isOwn(ctx, row.authorId);
  return may && (!row.quarantined || ctx.has('administrator')) ? 'restore' : null;
};

export const mapLogEntry = (ctx: RequestContext, row: LogRow): LogEntry => ({
  ...mapDecision(ctx, row),
  kind: row.kind,
  subjectId: row.subjectId,
  reference: row.reference,
  path: row.path,
  title: row.title,
  text: row.text,
  language: row.language,
  author: row.authorName,
  goalTitle: row.goalTitle,
  state: row.state,
  undo: reversalOf(ctx, row),
  undoableUntil: row.latest ? mapDecision(ctx, row).undoableUntil : null,
});
