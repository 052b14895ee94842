import { LIMITS } from '@medvind/contracts';
import { Injectable } from '@nestjs/common';
import { Database, violates } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { CasesService } from '../moderation/cases.service.js';
import { DecisionsService } from '../moderation/decisions.service.js';
import { LocationsService } from './locations.service.js';
import {
  mapOrder,
  type OrderDecisionInput,
  type OrderInput,
  type OrderRow,
  type OrderView,
} from './orders.dto.js';
import { can } from './redress.access.js';
import { contributionBy, contributionOf } from './redress.repository.js';
import { REDRESS_WORDS } from './redress.words.js';
import { RemovalOrder } from './removal-order.entity.js';

const ROW = `
  SELECT ordered.id, ordered.authority, ordered.reference, ordered.text, ordered.comment_id AS "commentId",
    ordered.initiative_id AS "initiativeId", ordered.case_id AS "caseId", ordered.received_at AS "receivedAt",
    ordered.due_at AS "dueAt", registrar.name AS "registeredByName", ordered.registered_at AS "registeredAt",
    ordered.copy, ordered.outcome, ordered.answer, decider.name AS "decidedByName",
    ordered.decided_at AS "decidedAt", ${contributionOf('ordered')} AS contribution
  FROM removal_order AS ordered JOIN person AS registrar ON registrar.id = ordered.registered_by_id
    LEFT JOIN person AS decider ON decider.id = ordered.decided_by_id
  WHERE ordered.municipality_id = $1 AND ordered.id = $2`;

const HOUR = 3_600_000;

/** Removal orders of authorities: a copy kept, an hour to carry them out, all of it in the log. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
    private readonly locations: LocationsService,
  ) {}

  /** @throws 422 where it came in the future, or what it names is not here; 409 where it is registered already */
  async register(ctx: RequestContext, input: OrderInput): Promise<OrderView> {
    allow(ctx, can.registerOrder(ctx));
    const receivedAt = new Date(input.receivedAt);
    // Clocks differ by a little.
    if (receivedAt.getTime() > Date.now() + 60_000) throw invalidField('receivedAt', 'invalid');
    const place = await this.locations.find(ctx, input.location);
    if (!place || (!place.commentId && !place.initiativeId))
      throw invalidField('location', 'no-such-contribution');
    const dueAt = new Date(receivedAt.getTime() + HOUR);
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        const copy = await contributionBy(ctx, place);
        if (!copy) throw invalidField('location', 'no-such-contribution');
        const caseId = await this.cases.open(ctx, { kind: 'order', urgency: 0, dueAt });
        const orders = ctx.db.getRepository(RemovalOrder);
        const order = orders.create({
          municipalityId: ctx.here,
          authority: input.authority,
          reference: input.reference,
          text: input.text ?? '',
          ...place,
          copy,
          receivedAt,
          dueAt,
          registeredById: ctx.me.id,
          caseId,
        });
        await orders.insert(order);
        return this.show(ctx, order.id);
      });
    } catch (error) {
      if (violates(error, 'removal_order_municipality_id_authority_reference_key'))
        throw invalidField('reference', 'taken');
      throw error;
    }
  }

  async show(ctx: RequestContext, id: string): Promise<OrderView> {
    allow(ctx, can.registerOrder(ctx));
    return this.view(ctx, await this.row(ctx, id));
  }

  /** Takes it down, or says why not. @throws 409 `already-decided`, `own-contribution` */
  async decide(
    ctx: RequestContext,
    id: string,
    { outcome, text = '' }: OrderDecisionInput,
  ): Promise<OrderView> {
    allow(ctx, can.decide(ctx));
    if (outcome === 'not-carried-out' && [...text].length < LIMITS.reason.min)
      throw invalidField('text', 'required');
    return this.database.transaction(ctx, async (ctx) => {
      const row = await this.row(ctx, id, true);
      if (row.decidedAt) throw conflict('already-decided');
      await this.cases.requireFree(ctx, row.caseId);
      const { commentId, initiativeId, contribution } = row;
      const standing = contribution?.state === 'visible' || contribution?.state === 'held';
      const hidden =
        outcome === 'removed' && standing
          ? await this.decisions.decide(
              ctx,
              { commentId, initiativeId },
              {
                action: 'hide',
                reasonCode: 'terrorism',
                reason: REDRESS_WORDS[ctx.municipality?.language ?? 'da'].ordered(row.authority),
              },
              { source: 'order' },
            )
          : null;
      await ctx.db.query(
        `UPDATE removal_order SET outcome = $2, answer = $3, decided_by_id = $4, decided_at = clock_timestamp(),
           decision_id = $5 WHERE id = $1`,
        [id, outcome, text || null, ctx.me.id, hidden?.lastDecision?.id ?? null],
      );
      if (row.caseId) await this.cases.close(ctx, row.caseId);
      return this.show(ctx, id);
    });
  }

  private view(ctx: RequestContext, row: OrderRow): OrderView {
    const own = row.contribution?.authorId === ctx.me.id;
    return mapOrder(row, can.decide(ctx) && row.decidedAt === null && !own);
  }

  private async row(ctx: RequestContext, id: string, held = false): Promise<OrderRow> {
    const [row] = await ctx.db.query<OrderRow[]>(`${ROW} ${held ? 'FOR NO KEY UPDATE OF ordered' : ''}`, [
      ctx.here,
      id,
    ]);
    if (!row) throw notFound();
    return row;
  }
}
