import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import type { Initiative } from './initiative.entity.js';
import { mapRejection, type PublicRejectionPage, type RejectionRow } from './rejections.dto.js';

/** Why initiatives were not published, for everyone, where the rule says so. */
@Injectable()
export class RejectionsService {
  /** What is written anew meanwhile, or is read again, is no rejection any more. */
  async list(ctx: RequestContext, query: PageQuery): Promise<PublicRejectionPage> {
    const limit = limitOf(query);
    const [at, id] = decodeCursor(query.after, 2) ?? [];
    const rows = await ctx.db.query<RejectionRow[]>(
      `SELECT initiative.id, initiative.number::int AS number, initiative.rejection AS code,
         initiative.rejection_text AS reasons, told.created_at AS "rejectedAt", told.created_at::text AS key,
         goal.id AS "goalId", goal.title AS "goalTitle", initiative.language,
         CASE WHEN told.with_text AND initiative.hidden_at IS NULL THEN initiative.title END AS title,
         CASE WHEN told.with_text AND initiative.hidden_at IS NULL THEN initiative.text END AS text
       FROM public_rejection AS told JOIN initiative ON initiative.id = told.initiative_id
         JOIN goal ON goal.id = initiative.goal_id
       WHERE told.municipality_id = $1 AND initiative.status = 'rejected'
         AND ($2::timestamptz IS NULL OR (told.created_at, told.initiative_id) < ($2, $3::uuid))
       ORDER BY told.created_at DESC, told.initiative_id DESC LIMIT $4`,
      [ctx.here, at ?? null, id ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.key, row.id], mapRejection);
  }

  /** Tells everyone, if the rule there was when it was sent in said so: nobody learns afterwards that they will be read. */
  async tell(ctx: RequestContext, { id }: Initiative, withText: boolean) {
    await ctx.db.query(
      `WITH promised AS (
         SELECT (rule.scheme->>'rejectionsPublic')::boolean AS public FROM initiative_rule AS rule
         WHERE rule.municipality_id = $2 AND rule.created_at <= (SELECT max(created_at) FROM initiative_step
           WHERE initiative_id = $1 AND act = 'submit')
         ORDER BY rule.version DESC LIMIT 1
       ), before AS (
         DELETE FROM public_rejection WHERE initiative_id = $1 AND NOT EXISTS (SELECT FROM promised WHERE public)
       )
       INSERT INTO public_rejection (initiative_id, municipality_id, with_text)
       SELECT $1, $2, $3 FROM promised WHERE public
       ON CONFLICT (initiative_id) DO UPDATE SET with_text = excluded.with_text, created_at = excluded.created_at`,
      [id, ctx.here, withText],
    );
  }
}
