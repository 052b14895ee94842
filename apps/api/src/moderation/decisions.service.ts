import { Injectable } from '@nestjs/common';
import { stateOf } from '../discussions/comment.rules.js';
import { CommentsService } from '../discussions/comments.service.js';
import type { ThreadView } from '../discussions/comments.dto.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { InitiativesService } from '../initiatives/initiatives.service.js';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { CasesService } from './cases.service.js';
import { ModerationDecision } from './moderation-decision.entity.js';
import { can } from './moderation.access.js';
import {
  decidable,
  mapDecision,
  mapLogEntry,
  mapCase,
  type CaseView,
  type DecisionInput,
  type LogPage,
  type LogQuery,
} from './moderation.dto.js';
import {
  ContributionHidden,
  ContributionRestored,
  ReportsAnswered,
  type Moderated,
} from './moderation.events.js';
import {
  answerReports,
  caseOf,
  decisions,
  hold,
  holdThread,
  type CaseRow,
  type DecisionRow,
  type Subject,
} from './moderation.repository.js';
import { getDecisionBlockers, getDecisionFaults, type DecisionBlocker } from './moderation.rules.js';

/** Enough to know which contribution is meant. */
const BEGINNING = 160;

@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly cases: CasesService,
    private readonly comments: CommentsService,
    private readonly initiatives: InitiativesService,
    private readonly threads: ThreadsService,
  ) {}

  /**
   * Hides, restores or keeps a contribution: the change, the line in the log and the answer to the reports are one.
   * @throws 409 `already-decided` with the decision another moderator made first
   */
  async decide(ctx: RequestContext, subject: Subject, input: DecisionInput): Promise<CaseView> {
    allow(ctx, can.moderate(ctx));
    const faults = getDecisionFaults(input);
    if (faults.length) throw invalidInput(faults);
    return this.once(ctx, async (ctx) => {
      await hold(ctx, subject);
      const found = await this.find(ctx, subject);
      const blockers = getDecisionBlockers(decidable(ctx, found), input.action);
      const meanwhile =
        input.lastDecisionId !== undefined && input.lastDecisionId !== (found.lastDecision?.id ?? null);
      if (blockers[0] || meanwhile) throw tooLate(ctx, blockers, found.lastDecision);

      const { action, reason = '', reasonCode = null } = input;
      await this.change(ctx, subject, action, reason);
      const decisionId = await this.log(ctx, {
        ...subject,
        action,
        reason,
        reasonCode: action === 'hide' ? reasonCode : null,
        previousId: found.lastDecision?.id ?? null,
      });
      const reporterIds = await answerReports(ctx, subject, decisionId);
      await this.cases.closeAbout(ctx, subject);
      await this.tell(ctx, found, input, reporterIds);
      return mapCase(ctx, await this.find(ctx, subject));
    });
  }

  async lock(ctx: RequestContext, threadId: string, reason: string): Promise<ThreadView> {
    allow(ctx, can.moderate(ctx));
    const faults = getDecisionFaults({ action: 'lock', reason });
    if (faults.length) throw invalidInput(faults);
    return this.turn(ctx, threadId, 'lock', reason);
  }

  async unlock(ctx: RequestContext, threadId: string, reason: string): Promise<ThreadView> {
    allow(ctx, can.moderate(ctx));
    return this.turn(ctx, threadId, 'unlock', reason);
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
      const { lockedAt } = await this.threads.byId(ctx, threadId);
      if ((lockedAt !== null) === (action === 'lock')) throw tooLate(ctx, [], last);
      await this.threads.lock(ctx, threadId, action === 'lock' ? reason : null);
      await this.log(ctx, { threadId, action, reason, previousId: last?.id ?? null });
      return this.threads.show(ctx, threadId);
    });
  }

  private async change(
    ctx: RequestContext,
    subject: Subject,
    action: DecisionInput['action'],
    reason: string,
  ) {
    const { commentId, initiativeId } = subject;
    if (action === 'hide' && commentId) await this.comments.hide(ctx, commentId, reason);
    if (action === 'hide' && initiativeId) await this.initiatives.hide(ctx, initiativeId, reason);
    if (action === 'keep' && commentId) await this.letThrough(ctx, commentId);
    if (action === 'restore' && commentId) await this.comments.restore(ctx, commentId);
    if (action === 'restore' && initiativeId) await this.initiatives.restore(ctx, initiativeId);
  }

  /** What was held back is published by keeping it. */
  private async letThrough(ctx: RequestContext, commentId: string) {
    const { comment } = await this.comments.find(ctx, commentId);
    if (stateOf(comment) === 'held') await this.comments.release(ctx, commentId);
  }

  private async log(ctx: RequestContext, line: Partial<ModerationDecision>): Promise<string> {
    const decision = { municipalityId: ctx.here, moderatorId: ctx.me.id, ...line };
    // The moment it is made, not when its transaction began: it may have waited for the one before it.
    const { identifiers } = await ctx.db
      .createQueryBuilder()
      .insert()
      .into(ModerationDecision)
      .values({ ...decision, createdAt: () => 'clock_timestamp()' })
      .execute();
    return String(identifiers[0]?.id);
  }

  private async tell(ctx: RequestContext, found: CaseRow, input: DecisionInput, reporterIds: string[]) {
    const contribution: Moderated = {
      kind: found.kind,
      id: found.id,
      authorId: found.authorId,
      path: found.path,
      text: found.title ?? beginningOf(found.text ?? ''),
    };
    const { action, reason = '', reasonCode } = input;
    if (action === 'hide')
      await this.events.publish(ctx, new ContributionHidden(contribution, reasonCode ?? 'other', reason));
    if (action === 'restore') await this.events.publish(ctx, new ContributionRestored(contribution, reason));
    if (reporterIds.length)
      await this.events.publish(ctx, new ReportsAnswered(contribution, action, reporterIds));
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

/** Why it cannot be decided so, with what was decided instead: a colleague may have been faster. */
const tooLate = (ctx: RequestContext, blockers: DecisionBlocker[], last: DecisionRow | null) => {
  const reasons = blockers.length ? blockers : [{ type: 'already-decided' as const }];
  return conflict(reasons[0]?.type ?? 'already-decided', {
    reasons: reasons.map((reason) => ({ ...reason })),
    decided: last && mapDecision(ctx, last),
  });
};

const beginningOf = (text: string): string => {
  const letters = [...text];
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : text;
};
