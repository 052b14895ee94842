import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { requireContributions } from '../initiatives/contributions.js';
import { PoliciesService } from '../policies/policies.service.js';
import { can } from './action-plans.access.js';
import { InputPlanned } from './action-plans.events.js';
import { candidatesOf, inputPage } from './action-inputs.repository.js';
import { ActionsService } from './actions.service.js';
import {
  mapCandidate,
  mapInput,
  type ActionInputPage,
  type ActionInputs,
  type ActionView,
  type CandidatePage,
  type CandidateQuery,
} from './actions.dto.js';
import { PlansService } from './plans.service.js';

/** What an action builds on, and what it could. */
@Injectable()
export class ActionInputsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly actions: ActionsService,
    private readonly plans: PlansService,
    private readonly policies: PoliciesService,
  ) {}

  async list(ctx: RequestContext, actionId: string, query: PageQuery): Promise<ActionInputPage> {
    await this.actions.find(ctx, actionId);
    const limit = limitOf(query);
    const rows = await inputPage(ctx, actionId, decodeId(query.after), limit + 1);
    return pageOf(rows, limit, ({ linkId }) => [linkId], mapInput);
  }

  async candidates(ctx: RequestContext, planId: string, query: CandidateQuery): Promise<CandidatePage> {
    allow(ctx, can.write(ctx));
    const plan = await this.plans.readable(ctx, planId);
    if (query.goalId) await this.policies.requireGoal(ctx, query.goalId);
    const [linked, id] = decodeCursor(query.after, 2) ?? [];
    const limit = limitOf(query);
    const rows = await candidatesOf(ctx, {
      planId,
      policyId: plan.policyId,
      goalId: query.goalId,
      everywhere: query.everywhere,
      search: query.search,
      after: linked && id ? [linked === '1', id] : null,
      limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.linked ? 1 : 0, row.id], mapCandidate);
  }

  /**
   * Makes these the action's input. What a moderator hid meanwhile keeps its link unseen, so that it is there again
   * when it is restored. In a published plan those whose input is new are told.
   */
  async link(
    ctx: RequestContext,
    actionId: string,
    { commentIds, initiativeIds }: ActionInputs,
  ): Promise<ActionView> {
    allow(ctx, can.write(ctx));
    const { action, plan } = await this.actions.find(ctx, actionId);
    await this.database.transaction(ctx, async (ctx) => {
      const { publishedAt, year } = await this.plans.locked(ctx, plan.id);
      await this.unlinkAllBut(ctx, actionId, [...commentIds, ...initiativeIds]);
      const contributions = await requireContributions(
        ctx,
        await this.unlinked(ctx, actionId, { commentIds, initiativeIds }),
      );
      const added = await ctx.db.query<{ contributionId: string }[]>(
        `INSERT INTO action_input (action_id, comment_id, initiative_id)
         SELECT $1::uuid, comment_id, NULL::uuid FROM unnest($2::uuid[]) AS comment_id
         UNION ALL SELECT $1::uuid, NULL, initiative_id FROM unnest($3::uuid[]) AS initiative_id
         ON CONFLICT DO NOTHING RETURNING coalesce(comment_id, initiative_id) AS "contributionId"`,
        [actionId, ofKind(contributions, 'comment'), ofKind(contributions, 'initiative')],
      );
      const isNew = new Set(added.map(({ contributionId }) => contributionId));
      const told = contributions.filter(({ id }) => isNew.has(id));
      if (publishedAt && told.length)
        await this.events.publish(
          ctx,
          new InputPlanned({ planId: plan.id, year, actionId, title: action.title }, told),
        );
    });
    return this.actions.show(ctx, actionId);
  }

  private async unlinkAllBut(ctx: RequestContext, actionId: string, kept: readonly string[]) {
    await ctx.db.query(
      `DELETE FROM action_input AS input WHERE action_id = $1 AND coalesce(comment_id, initiative_id) <> ALL($2::uuid[])
         AND (EXISTS (SELECT FROM comment WHERE id = input.comment_id AND is_readable(comment))
           OR EXISTS (SELECT FROM initiative WHERE id = input.initiative_id AND hidden_at IS NULL))`,
      [actionId, kept],
    );
  }

  private async unlinked(ctx: RequestContext, actionId: string, { commentIds, initiativeIds }: ActionInputs) {
    const links = await ctx.db.query<{ id: string }[]>(
      'SELECT coalesce(comment_id, initiative_id) AS id FROM action_input WHERE action_id = $1',
      [actionId],
    );
    const linked = new Set(links.map(({ id }) => id));
    const isNew = (id: string) => !linked.has(id);
    return { commentIds: commentIds.filter(isNew), initiativeIds: initiativeIds.filter(isNew) };
  }
}

const ofKind = (contributions: readonly { kind: string; id: string }[], kind: 'comment' | 'initiative') =>
  contributions.filter((contribution) => contribution.kind === kind).map(({ id }) => id);
