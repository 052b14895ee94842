import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import { AttachmentsService } from '../discussions/attachments.service.js';
import type { StoredFile } from '../discussions/stored-file.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { can } from './moderation.access.js';
import type { DecidedSubject, Subject } from './moderation.repository.js';
import { Quarantine, type Original } from './quarantine.entity.js';
import { QuarantineOpening } from './quarantine-opening.entity.js';
import {
  mapOriginal,
  mapQuarantined,
  type OpenedQuarantine,
  type QuarantinePage,
  type QuarantineRow,
} from './quarantines.dto.js';

/** How long after an opening its picture can be loaded. */
const OPEN_FOR = 3600_000;

/** The originals of what must be out of everybody's sight: kept, listed, and opened only with a purpose. */
@Injectable()
export class QuarantinesService {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentsService,
  ) {}

  async list(ctx: RequestContext, query: PageQuery): Promise<QuarantinePage> {
    allow(ctx, can.openQuarantine(ctx));
    const limit = limitOf(query);
    const rows = await this.rows(ctx, { after: decodeId(query.after), limit: limit + 1 });
    return pageOf(rows, limit, ({ id }) => [id], mapQuarantined);
  }

  /** The original. That it was opened is written down before it is shown. @throws 404 */
  open(ctx: RequestContext, id: string, purpose: string): Promise<OpenedQuarantine> {
    allow(ctx, can.openQuarantine(ctx));
    return this.opened(ctx, { id }, purpose);
  }

  /**
   * The original of what a decision put there, for whoever decides the appeal of it: that they do has been checked.
   * @throws 404
   */
  openFor(ctx: RequestContext, decisionId: string, purpose: string): Promise<OpenedQuarantine> {
    allow(ctx, can.moderate(ctx));
    return this.opened(ctx, { decisionId, returnedAt: IsNull() }, purpose);
  }

  /** The picture or document in quarantine, for whoever has opened it there a moment ago. @throws 404 */
  async attachment(ctx: RequestContext, id: string): Promise<StoredFile> {
    allow(ctx, can.moderate(ctx) || can.openQuarantine(ctx));
    const kept = await ctx.db.getRepository(Quarantine).findOneBy({ id, municipalityId: ctx.here });
    const opened = await ctx.db.getRepository(QuarantineOpening).existsBy({
      quarantineId: id,
      personId: ctx.me.id,
      openedAt: MoreThan(new Date(Date.now() - OPEN_FOR)),
    });
    if (!kept?.original.attachment || !opened) throw notFound();
    return this.attachments.withheld(ctx, kept.original.attachment.id);
  }

  /** Within the transaction of the decision. */
  async keep(ctx: RequestContext, made: readonly (DecidedSubject & { original: Original })[]) {
    if (made.length === 0) return;
    await ctx.db
      .getRepository(Quarantine)
      .insert(made.map((kept) => ({ ...kept, municipalityId: ctx.here })));
  }

  /** What a decision put there; undefined: nothing. */
  async keptBy(ctx: RequestContext, decisionId: string): Promise<Quarantine | undefined> {
    return (
      (await ctx.db.getRepository(Quarantine).findOneBy({ decisionId, returnedAt: IsNull() })) ?? undefined
    );
  }

  /** What was put there last of a contribution. */
  async lastOf(ctx: RequestContext, { commentId, initiativeId }: Subject): Promise<Quarantine | undefined> {
    const kept = await ctx.db.getRepository(Quarantine).findOne({
      where: { ...(commentId ? { commentId } : { initiativeId: initiativeId ?? '' }), returnedAt: IsNull() },
      order: { id: 'DESC' },
    });
    return kept ?? undefined;
  }

  /** What was given back last of a contribution is kept from everyone again. */
  async takeAgain(
    ctx: RequestContext,
    { commentId, initiativeId }: Subject,
  ): Promise<Quarantine | undefined> {
    const quarantines = ctx.db.getRepository(Quarantine);
    const kept = await quarantines.findOne({
      where: {
        ...(commentId ? { commentId } : { initiativeId: initiativeId ?? '' }),
        returnedAt: Not(IsNull()),
      },
      order: { returnedAt: 'DESC' },
    });
    if (kept) await quarantines.update({ id: kept.id }, { returnedAt: null });
    return kept ?? undefined;
  }

  async giveBack(ctx: RequestContext, { id }: Quarantine) {
    await ctx.db.getRepository(Quarantine).update({ id }, { returnedAt: new Date() });
  }

  private opened(
    ctx: RequestContext,
    which: FindOptionsWhere<Quarantine>,
    purpose: string,
  ): Promise<OpenedQuarantine> {
    return this.database.transaction(ctx, async (ctx) => {
      const kept = await ctx.db.getRepository(Quarantine).findOneBy({ ...which, municipalityId: ctx.here });
      if (!kept) throw notFound();
      const { id, original } = kept;
      await ctx.db
        .getRepository(QuarantineOpening)
        .insert({ quarantineId: id, personId: ctx.me.id, purpose });
      const [row] = await this.rows(ctx, { id });
      if (!row) throw notFound();
      return { ...mapQuarantined(row), original: mapOriginal(ctx, id, original) };
    });
  }

  private rows(
    ctx: RequestContext,
    { id = null, after = null, limit = 1 }: { id?: string | null; after?: string | null; limit?: number },
  ): Promise<QuarantineRow[]> {
    return ctx.db.query<QuarantineRow[]>(
      `SELECT kept.id, CASE WHEN kept.comment_id IS NULL THEN 'initiative' ELSE 'comment' END AS kind,
         CASE WHEN comment.id IS NULL THEN 'F-' || initiative.number ELSE 'K-' || comment.number END AS reference,
         author.name AS author, decision.action, decision.reason_code AS "reasonCode", decision.reason,
         moderator.name AS moderator, kept.created_at AS "createdAt", kept.returned_at AS "returnedAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', reader.name, 'purpose', opening.purpose,
             'at', opening.opened_at) ORDER BY opening.opened_at DESC, opening.id DESC)
           FROM (SELECT * FROM quarantine_opening WHERE quarantine_id = kept.id
             ORDER BY opened_at DESC, id DESC LIMIT 20) AS opening
           JOIN person AS reader ON reader.id = opening.person_id), '[]') AS openings
       FROM quarantine AS kept
       JOIN moderation_decision AS decision ON decision.id = kept.decision_id
       JOIN person AS moderator ON moderator.id = decision.moderator_id
       LEFT JOIN comment ON comment.id = kept.comment_id LEFT JOIN initiative ON initiative.id = kept.initiative_id
       LEFT JOIN person AS author ON author.id = coalesce(comment.author_id, initiative.proposer_id)
       WHERE kept.municipality_id = $1 AND ($2::uuid IS NULL OR kept.id = $2) AND ($3::uuid IS NULL OR kept.id < $3)
       ORDER BY kept.id DESC LIMIT $4`,
      [ctx.here, id, after, limit],
    );
  }
}
