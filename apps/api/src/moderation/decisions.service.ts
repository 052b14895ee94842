import { Injectable } from '@nestjs/common';
import { InterventionsService } from '../discussions/interventions.service.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { CasesService } from './cases.service.js';
import { ChangesService } from './changes.service.js';
import { ModerationDecision } from './moderation-decision.entity.js';
import { can } from './moderation.access.js';
import {
  decidable,
  mapDecision,
  mapLogEntry,
  mapCase,
  type CaseView,
  type DecidedThread,
  type DecisionInput,
  type LogPage,
  type LogQuery,
  type ManyInput,
  type ManyResult,
  type ManyResults,
  type MergeInput,
} from './moderation.dto.js';
import {
  ContributionChanged,
  ContributionHidden,
  ContributionPublished,
  ContributionRestored,
  DecisionTakenBack,
  ReportsAnswered,
  type Moderated,
} from './moderation.events.js';
import {
  answerReports,
  caseOf,
  casesOf,
  decisionById,
  decisions,
  hold,
  holdThread,
  reopenReports,
  subjectOf,
  type CaseRow,
  type DecisionRow,
  type StandingDecision,
  type Subject,
} from './moderation.repository.js';
import {
  getDecisionBlockers,
  getDecisionFaults,
  getUndoBlockers,
  type DecisionBlocker,
} from './moderation.rules.js';
import type { Original } from './quarantine.entity.js';
import { QuarantinesService } from './quarantines.service.js';
import { claimsOfOthers, type Claim } from './queue.repository.js';
import { getReasonFaults } from './reason-codes.js';
import { UNDO_REASON } from './reason-templates.js';
import type { StatementSource } from './statement.entity.js';
import { StatementsService } from './statements.service.js';

/** Enough to know which contribution is meant. */
const BEGINNING = 160;
/** As many as one page of the queue shows. */
const MOST_AT_ONCE = 100;

/** How it came to be decided. */
interface Via {
  /** How the moderators came to look at it, where that is neither a report, a rule nor themselves. */
  source?: StatementSource;
  /** It follows from an appeal, whose answer tells its author. */
  appealed?: boolean;
}

@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly cases: CasesService,
    private readonly changes: ChangesService,
    private readonly interventions: InterventionsService,
    private readonly quarantines: QuarantinesService,
    private readonly statements: StatementsService,
    private readonly threads: ThreadsService,
  ) {}

  /**
   * Decides about a contribution: the change, the line in the log, the statement of reasons and the answer to the
   * reports are one.
   * @throws 409 `already-decided` with the decision another moderator made first, `case-claimed` with who looks at it
   */
  async decide(
    ctx: RequestContext,
    subject: Subject,
    input: DecisionInput,
    via: Via = {},
  ): Promise<CaseView> {
    allow(ctx, can.moderate(ctx));
    const faults = [...getDecisionFaults(input), ...getReasonFaults(ctx, input.reasonCode)];
    if (faults.length) throw invalidInput(faults);
    return this.once(ctx, async (ctx) => {
      await hold(ctx, [subject], input.action === 'move' ? input.threadId : null);
      const found = await this.find(ctx, subject);
      const { lastDecisionId } = input;
      requireDecidable(ctx, found, input.action, lastDecisionId, await claimsOfOthers(ctx, [subject]));
      await this.carryOut(ctx, [found], input, via);
      return mapCase(ctx, await this.find(ctx, subject));
    });
  }

  /** The same about several in one transaction. What cannot be decided so is left as it is, and said why. */
  async decideMany(ctx: RequestContext, { subjects, ...input }: ManyInput): Promise<ManyResults> {
    allow(ctx, can.moderate(ctx));
    const faults = [...getDecisionFaults(input), ...getReasonFaults(ctx, input.reasonCode)];
    if (subjects.length === 0) faults.push({ field: 'subjects', code: 'required' });
    if (subjects.length > MOST_AT_ONCE)
      faults.push({ field: 'subjects', code: 'too-many', limits: { max: MOST_AT_ONCE } });
    if (faults.length) throw invalidInput(faults);
    const asked = [...new Map(subjects.map((subject) => [subject.id, subject])).values()];
    return this.once(ctx, async (ctx) => {
      const held = asked.map(({ kind, id }) => subjectOf({ kind, id }));
      await hold(ctx, held);
      const found = new Map((await casesOf(ctx, held)).map((row) => [row.id, row]));
      const claims = await claimsOfOthers(ctx, held);
      const blocked = new Map<string, string>();
      for (const { id, lastDecisionId } of asked)
        try {
          requireDecidable(ctx, found.get(id), input.action, lastDecisionId, claims);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          blocked.set(id, error.code);
        }
      const open = [...found.values()].filter(({ id }) => !blocked.has(id));
      const decided = await this.carryOut(ctx, open, input);
      return {
        items: asked.map(({ id }) => ({
          id,
          reference: found.get(id)?.reference ?? null,
          decisionId: decided.get(id) ?? null,
          code: blocked.get(id) ?? null,
        })),
      };
    });
  }

  /**
   * Everything one decision does to what it is about, which is held and can be decided so: the changes, the lines in
   * the log, the answers, the statements. Each is one query however many they are, but for the changes, which take the
   * thread of each from one revision to the next.
   * @returns the line in the log of each
   */
  private async carryOut(
    ctx: RequestContext,
    all: readonly CaseRow[],
    input: DecisionInput,
    via: Via = {},
  ): Promise<Map<string, string>> {
    const { action, reason = '', reasonCode = null } = input;
    const lines: Partial<ModerationDecision>[] = [];
    const originals = new Map<string, Original>();
    for (const found of all) {
      const subject = subjectOf(found);
      const { details, original } = await this.changes.apply(ctx, subject, input);
      if (original) originals.set(found.id, original);
      lines.push({
        ...subject,
        action,
        reason,
        reasonCode: action === 'keep' || action === 'restore' ? null : reasonCode,
        previousId: found.lastDecision?.id ?? null,
        details,
      });
    }
    const ids = await this.log(ctx, lines);
    const decided = new Map(all.map(({ id }, index) => [id, ids[index] ?? '']));
    const made = all.map((found) => ({ ...subjectOf(found), decisionId: decided.get(found.id) ?? '' }));
    await this.quarantines.keep(
      ctx,
      made.flatMap((one) => {
        const original = originals.get(one.commentId ?? one.initiativeId ?? '');
        return original ? [{ ...one, original }] : [];
      }),
    );
    const reporters = await answerReports(ctx, made);
    await this.cases.closeAbout(ctx, made);
    await this.tell(ctx, all, input, { decided, reporters, ...via });
    return decided;
  }

  /** Takes back what one decided oneself a moment ago; all is as it was, reports and cases too. */
  async undo(ctx: RequestContext, decisionIds: readonly string[]): Promise<ManyResults> {
    allow(ctx, can.moderate(ctx));
    if (decisionIds.length > MOST_AT_ONCE)
      throw invalidInput([{ field: 'decisionIds', code: 'too-many', limits: { max: MOST_AT_ONCE } }]);
    const items: ManyResult[] = [];
    for (const id of decisionIds)
      items.push(
        await this.tried(id, () =>
          this.reverse(ctx, id, UNDO_REASON[ctx.municipality?.language ?? 'da'], true),
        ),
      );
    return { items };
  }

  /**
   * Makes everything as it was before a decision, in the log as a decision of its own; what was decided since stands
   * in the way. For an appeal that is upheld, whenever it is, and (`soon`) for who decided, within minutes.
   * @throws 409 `already-decided`, `undo-passed`
   */
  reverse(ctx: RequestContext, decisionId: string, reason: string, soon = false) {
    allow(ctx, can.moderate(ctx));
    return this.once(ctx, async (ctx) => {
      const known = await decisionById(ctx, decisionId);
      if (!known) throw notFound();
      await this.holdAll(ctx, known);
      const decision = await decisionById(ctx, decisionId);
      if (!decision) throw notFound();
      const { action, createdAt, moderatorId, latest } = decision;
      const [blocker] = getUndoBlockers(
        { action, decidedAt: new Date(createdAt), mine: moderatorId === ctx.me.id, latest },
        new Date(),
      ).filter(({ type }) => soon || type === 'already-decided');
      if (blocker) throw conflict(blocker.type === 'already-decided' ? 'already-decided' : 'undo-passed');

      await this.changes.revert(ctx, decision);
      const { commentId, initiativeId, threadId } = decision;
      const subject = { commentId, initiativeId };
      const [undoneId = ''] = await this.log(ctx, [
        { ...subject, threadId, action: 'undo', reason: soon ? '' : reason, previousId: decisionId },
      ]);
      await reopenReports(ctx, decisionId);
      await this.cases.reopen(ctx, decisionId);
      if (threadId) return { reference: null, decisionId: undoneId };
      const found = await this.find(ctx, subject);
      // Of an appeal that is upheld its answer tells.
      if (soon) {
        const restored = action === 'hide' || action === 'remove';
        await this.events.publish(ctx, new DecisionTakenBack(moderated(found, decisionId), restored, reason));
      }
      return { reference: found.reference, decisionId: undoneId };
    });
  }

  async lock(ctx: RequestContext, threadId: string, reason: string): Promise<DecidedThread> {
    allow(ctx, can.moderate(ctx));
    const faults = getDecisionFaults({ action: 'lock', reason });
    if (faults.length) throw invalidInput(faults);
    return this.turn(ctx, threadId, 'lock', reason);
  }

  async unlock(ctx: RequestContext, threadId: string, reason: string): Promise<DecidedThread> {
    allow(ctx, can.moderate(ctx));
    return this.turn(ctx, threadId, 'unlock', reason);
  }

  /** Takes all that is said in a thread to another, and locks the one it left. */
  async merge(
    ctx: RequestContext,
    threadId: string,
    { threadId: target, reason = '' }: MergeInput,
  ): Promise<DecidedThread> {
    allow(ctx, can.moderate(ctx));
    const faults = getDecisionFaults({ action: 'merge', reason });
    if (faults.length) throw invalidInput(faults);
    return this.once(ctx, async (ctx) => {
      const last = await holdThread(ctx, threadId, target);
      const { lockedAt, lockReason } = await this.threads.byId(ctx, threadId);
      const move = await this.interventions.merge(ctx, threadId, target, reason);
      const lock = lockedAt && { lock: { at: lockedAt.toISOString(), reason: lockReason ?? '' } };
      const details = { moveId: move.id, ...lock };
      const line = { threadId, action: 'merge' as const, reason, previousId: last?.id ?? null, details };
      const [decisionId = ''] = await this.log(ctx, [line]);
      return { ...(await this.threads.show(ctx, target)), decisionId };
    });
  }

  async entries(ctx: RequestContext, query: LogQuery): Promise<LogPage> {
    allow(ctx, can.moderate(ctx));
    const limit = limitOf(query);
    const after = decodeCursor(query.after, 2);
    const rows = await decisions(ctx, { action: query.action ?? null, after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => [row.cursorAt, row.id],
      (row) => mapLogEntry(ctx, row),
    );
  }

  private turn(ctx: RequestContext, threadId: string, action: 'lock' | 'unlock', reason: string) {
    return this.once(ctx, async (ctx) => {
      const last = await holdThread(ctx, threadId);
      const { lockedAt, lockReason } = await this.threads.byId(ctx, threadId);
      if ((lockedAt !== null) === (action === 'lock')) throw tooLate(ctx, [], last);
      await this.threads.lock(ctx, threadId, action === 'lock' ? reason : null);
      const details = lockedAt ? { lock: { at: lockedAt.toISOString(), reason: lockReason ?? '' } } : {};
      const [decisionId = ''] = await this.log(ctx, [
        { threadId, action, reason, previousId: last?.id ?? null, details },
      ]);
      return { ...(await this.threads.show(ctx, threadId)), decisionId };
    });
  }

  /** Gives the ids in the order of the lines. */
  private async log(ctx: RequestContext, lines: Partial<ModerationDecision>[]): Promise<string[]> {
    if (lines.length === 0) return [];
    // The moment it is made, not when its transaction began: it may have waited for the one before it.
    const createdAt = () => 'clock_timestamp()';
    const { identifiers } = await ctx.db
      .createQueryBuilder()
      .insert()
      .into(ModerationDecision)
      .values(lines.map((line) => ({ municipalityId: ctx.here, moderatorId: ctx.me.id, ...line, createdAt })))
      .execute();
    return identifiers.map(({ id }) => String(id));
  }

  /** The statements of reasons, and the news of them; those who reported something are told too. */
  private async tell(
    ctx: RequestContext,
    all: readonly CaseRow[],
    input: DecisionInput,
    {
      decided,
      reporters,
      source,
      appealed = false,
    }: Via & {
      decided: ReadonlyMap<string, string>;
      reporters: ReadonlyMap<string, string[]>;
    },
  ) {
    const { action, reason = '', reasonCode = null, facts = '' } = input;
    const restricts = action === 'hide' || action === 'remove' || action === 'edit' || action === 'move';
    const restricted = restricts ? all.filter(({ authorId }) => authorId !== null) : [];
    const ids = await this.statements.writeAll(
      ctx,
      restricted.map((found) => ({
        decisionId: decided.get(found.id) ?? null,
        personId: found.authorId,
        action,
        kind: found.kind,
        contributionId: found.id,
        reference: found.reference,
        title: found.goalTitle,
        path: found.path,
        writtenAt: found.createdAt,
        reasonCode,
        reason,
        facts,
        source: source ?? (found.reportCount ? 'report' : found.heldReason ? 'rule' : 'own'),
      })),
    );
    const statements = new Map(restricted.map(({ id }, index) => [id, ids[index] ?? null]));
    for (const found of all) {
      const decisionId = decided.get(found.id) ?? '';
      const statementId = statements.get(found.id) ?? null;
      const reporterIds = reporters.get(decisionId) ?? [];
      await this.publish(ctx, found, input, { decisionId, statementId, reporterIds }, appealed);
    }
  }

  private async publish(
    ctx: RequestContext,
    found: CaseRow,
    { action, reason = '', reasonCode = null }: DecisionInput,
    {
      decisionId,
      statementId,
      reporterIds,
    }: { decisionId: string; statementId: string | null; reporterIds: string[] },
    appealed: boolean,
  ) {
    const contribution = moderated(found, decisionId);
    // What nobody may read is not repeated in a message about it.
    const named =
      action === 'remove' || action === 'edit' ? { ...contribution, text: found.reference } : contribution;
    if (action === 'hide' || action === 'remove')
      await this.events.publish(
        ctx,
        new ContributionHidden(named, reasonCode ?? 'other', reason, statementId),
      );
    if (action === 'edit' || action === 'move')
      await this.events.publish(ctx, new ContributionChanged(named, action, reason, statementId));
    if (action === 'restore') await this.events.publish(ctx, new ContributionRestored(contribution, reason));
    if (action === 'keep' && found.state === 'held' && !appealed)
      await this.events.publish(ctx, new ContributionPublished(contribution));
    if (reporterIds.length)
      await this.events.publish(ctx, new ReportsAnswered(contribution, action, reporterIds));
  }

  /** Everything a decision can have touched: both threads of a move, in the order of their ids. */
  private async holdAll(
    ctx: RequestContext,
    { commentId, initiativeId, threadId, details }: StandingDecision,
  ) {
    const moved = details.moveId ? await this.interventions.threadsOf(ctx, details.moveId) : [];
    if (threadId) await holdThread(ctx, threadId, moved.find((id) => id !== threadId) ?? null);
    else if (moved[0]) await holdThread(ctx, moved[0], moved[1] ?? null);
    else await hold(ctx, [{ commentId, initiativeId }]);
  }

  private async tried(
    id: string,
    work: () => Promise<{ reference: string | null; decisionId: string | null }>,
  ): Promise<ManyResult> {
    try {
      return { id, ...(await work()), code: null };
    } catch (error) {
      if (error instanceof Problem) return { id, reference: null, decisionId: null, code: error.code };
      throw error;
    }
  }

  private async find(ctx: RequestContext, subject: Subject): Promise<CaseRow> {
    const found = await caseOf(ctx, subject);
    if (!found) throw notFound();
    return found;
  }

  /** Runs in one transaction; where the database finds a second decision after the same one, it was too late. */
  private async once<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(ctx, work);
    } catch (error) {
      if (violates(error, 'moderation_decision_once_after')) throw conflict('already-decided');
      throw error;
    }
  }
}

/** @throws 404, 409 where it cannot be decided so, was decided otherwise since, or a colleague is at it */
function requireDecidable(
  ctx: RequestContext,
  found: CaseRow | undefined,
  action: DecisionInput['action'],
  lastDecisionId: string | null | undefined,
  claims: ReadonlyMap<string, Claim>,
) {
  if (!found) throw notFound();
  const blockers = getDecisionBlockers(decidable(ctx, found), action);
  const meanwhile = lastDecisionId !== undefined && lastDecisionId !== (found.lastDecision?.id ?? null);
  if (blockers[0] || meanwhile) throw tooLate(ctx, blockers, found.lastDecision);
  const colleague = claims.get(found.id);
  if (colleague)
    throw conflict('case-claimed', { name: colleague.name, until: colleague.until.toISOString() });
}

const moderated = (found: CaseRow, decisionId: string): Moderated => ({
  decisionId,
  kind: found.kind,
  id: found.id,
  authorId: found.authorId,
  path: found.path,
  text: found.title ?? beginningOf(found.text ?? ''),
});

/** Why it cannot be decided so, with what was decided instead: a colleague may have been faster. */
const tooLate = (ctx: RequestContext, blockers: DecisionBlocker[], last: DecisionRow | null) => {
  const reasons = blockers.length ? blockers : [{ type: 'already-decided' as const }];
  const type = reasons[0]?.type;
  return conflict(type === 'own-contribution' || type === 'in-quarantine' ? type : 'already-decided', {
    reasons: reasons.map((reason) => ({ ...reason })),
    decided: last && mapDecision(ctx, last),
  });
};

const beginningOf = (text: string): string => {
  const letters = [...text];
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : text;
};
