import { Injectable } from '@nestjs/common';
import { CommentHeld, HeldCommentRemoved } from '../discussions/discussions.events.js';
import { InitiativeHeld, InitiativeTakenBack } from '../initiatives/initiatives.events.js';
import { Events } from '../platform/events/events.js';
import { conflict } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { columnsOf, type Subject } from './moderation.repository.js';
import { CONTRIBUTION_CASES } from './moderation.rules.js';
import type { CaseKind, Urgency } from './moderation-case.entity.js';
import { QueueChanged } from './moderation.events.js';

/** What a case is opened with. */
export interface NewCase {
  kind: CaseKind;
  commentId?: string | null;
  initiativeId?: string | null;
  personId?: string | null;
  urgency?: Urgency;
  dueAt?: Date | null;
}

const kindOf = (rule: string): CaseKind => (rule === 'suspected-spam' ? 'spam' : 'held');

/** What waits for the moderators of a municipality: the one place where something comes into their queue or leaves it. */
@Injectable()
export class CasesService {
  constructor(private readonly events: Events) {
    events.within(CommentHeld, async (ctx, { comment, reason }) => {
      await this.open(ctx, { kind: kindOf(reason), commentId: comment.id });
    });
    events.within(InitiativeHeld, async (ctx, { initiative, reason }) => {
      await this.open(ctx, { kind: kindOf(reason), initiativeId: initiative.id });
    });
    events.within(HeldCommentRemoved, (ctx, { comment }) =>
      this.closeAbout(ctx, [{ commentId: comment.id, initiativeId: null, decisionId: null }]),
    );
    events.within(InitiativeTakenBack, (ctx, { initiative }) =>
      this.closeAbout(ctx, [{ commentId: null, initiativeId: initiative.id, decisionId: null }]),
    );
  }

  /** Opens a case, or joins the one of this kind that is open for the same contribution. Gives its id. */
  async open(
    ctx: RequestContext,
    { kind, commentId = null, initiativeId = null, personId = null, urgency = 2, dueAt = null }: NewCase,
  ): Promise<string> {
    const [found] = await ctx.db.query<{ id: string }[]>(
      `INSERT INTO moderation_case
         (municipality_id, kind, comment_id, initiative_id, person_id, urgency, due_at, report_count)
       VALUES ($1, $2, $3, $4, $5, $6, $7, CASE $2 WHEN 'report' THEN 1 ELSE 0 END)
       ON CONFLICT (${initiativeId ? 'initiative_id' : 'comment_id'}, kind) WHERE closed_at IS NULL DO UPDATE SET
         report_count = moderation_case.report_count + excluded.report_count,
         urgency = least(moderation_case.urgency, excluded.urgency),
         due_at = least(moderation_case.due_at, excluded.due_at)
       RETURNING id`,
      [ctx.here, kind, commentId, initiativeId, personId, urgency, dueAt],
    );
    await this.events.publish(ctx, new QueueChanged(ctx.here));
    return found?.id ?? '';
  }

  /** Closes what is open about contributions: a decision answers all of it. null: nobody needed to decide. */
  async closeAbout(ctx: RequestContext, made: readonly (Subject & { decisionId: string | null })[]) {
    await ctx.db.query(
      `UPDATE moderation_case SET closed_at = now(), decision_id = made.decision_id, claimed_by_id = NULL,
         claimed_until = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS made(comment_id, initiative_id, decision_id)
       WHERE closed_at IS NULL AND kind = ANY($4)
         AND (moderation_case.comment_id = made.comment_id OR moderation_case.initiative_id = made.initiative_id)`,
      [...columnsOf(made), CONTRIBUTION_CASES],
    );
    await this.events.publish(ctx, new QueueChanged(ctx.here));
  }

  /** What a decision closed waits again. What was opened of the same kind meanwhile takes its reports in. */
  async reopen(ctx: RequestContext, decisionId: string) {
    await ctx.db.query(
      `WITH closed AS (
         SELECT * FROM moderation_case WHERE decision_id = $1 AND municipality_id = $2
       ), joined AS (
         UPDATE moderation_case AS waiting SET report_count = waiting.report_count + closed.report_count,
           urgency = least(waiting.urgency, closed.urgency), opened_at = least(waiting.opened_at, closed.opened_at),
           due_at = least(waiting.due_at, closed.due_at)
         FROM closed
         WHERE waiting.closed_at IS NULL AND waiting.kind = closed.kind
           AND (waiting.comment_id = closed.comment_id OR waiting.initiative_id = closed.initiative_id)
         RETURNING closed.id
       )
       UPDATE moderation_case SET closed_at = NULL, decision_id = NULL
       WHERE id IN (SELECT id FROM closed EXCEPT SELECT id FROM joined)`,
      [decisionId, ctx.here],
    );
    await this.events.publish(ctx, new QueueChanged(ctx.here));
  }

  async close(ctx: RequestContext, caseId: string) {
    await ctx.db.query(
      `UPDATE moderation_case SET closed_at = now(), claimed_by_id = NULL, claimed_until = NULL
       WHERE id = $1 AND municipality_id = $2 AND closed_at IS NULL`,
      [caseId, ctx.here],
    );
    await this.events.publish(ctx, new QueueChanged(ctx.here));
  }

  /** @throws 409 `case-claimed` with who looks at it */
  async requireFree(ctx: RequestContext, caseId: string | null) {
    const [colleague] = await ctx.db.query<{ name: string; until: Date }[]>(
      `SELECT person.name, claimed_until AS until FROM moderation_case JOIN person ON person.id = claimed_by_id
       WHERE moderation_case.id = $1 AND closed_at IS NULL AND claimed_by_id <> $2
         AND claimed_until > clock_timestamp()`,
      [caseId, ctx.me.id],
    );
    if (colleague)
      throw conflict('case-claimed', { name: colleague.name, until: colleague.until.toISOString() });
  }

  /** Whether something about it waits that a decision about it answers. */
  async waits(ctx: RequestContext, { commentId, initiativeId }: Subject): Promise<boolean> {
    const [row] = await ctx.db.query<{ waits: boolean }[]>(
      `SELECT EXISTS (SELECT FROM moderation_case WHERE closed_at IS NULL AND municipality_id = $1
         AND kind = ANY($4) AND (comment_id = $2 OR initiative_id = $3)) AS waits`,
      [ctx.here, commentId, initiativeId, CONTRIBUTION_CASES],
    );
    return row?.waits ?? false;
  }

  /** It can be decided from this moment on. */
  async due(ctx: RequestContext, caseId: string, dueAt: Date) {
    await ctx.db.query(
      'UPDATE moderation_case SET due_at = $3 WHERE id = $1 AND municipality_id = $2 AND closed_at IS NULL',
      [caseId, ctx.here, dueAt],
    );
    await this.events.publish(ctx, new QueueChanged(ctx.here));
  }
}
