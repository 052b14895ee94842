import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { can } from './redress.access.js';
import { mapMatter, type MatterPage, type MatterRow } from './matters.dto.js';

const MATTER = `
  SELECT waiting.id AS "caseId", waiting.kind, waiting.urgency, waiting.opened_at AS "openedAt",
    waiting.opened_at::text AS "cursorAt", waiting.due_at AS "dueAt", matter.id, matter.title, matter.not_for AS "notFor"
  FROM moderation_case AS waiting CROSS JOIN LATERAL (
    SELECT appeal.id, coalesce('K-' || comment.number, 'F-' || initiative.number, person.name, '') AS title,
      ARRAY[decision.moderator_id, notice.decided_by_id, restriction.opened_by_id, restriction.decided_by_id] AS not_for
    FROM appeal LEFT JOIN moderation_decision AS decision ON decision.id = appeal.decision_id
      LEFT JOIN notice ON notice.id = appeal.notice_id LEFT JOIN restriction ON restriction.id = appeal.restriction_id
      LEFT JOIN comment ON comment.id = coalesce(decision.comment_id, notice.comment_id)
      LEFT JOIN initiative ON initiative.id = coalesce(decision.initiative_id, notice.initiative_id)
      LEFT JOIN person ON person.id = restriction.person_id
    WHERE waiting.kind = 'appeal' AND appeal.case_id = waiting.id
    UNION ALL
    SELECT notice.id, concat_ws(' · ', 'A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number), '{}'
    FROM notice LEFT JOIN comment ON comment.id = notice.comment_id
      LEFT JOIN initiative ON initiative.id = notice.initiative_id
    WHERE waiting.kind = 'notice' AND notice.case_id = waiting.id
    UNION ALL
    SELECT ordered.id, ordered.authority || ' · ' || ordered.reference, '{}'
    FROM removal_order AS ordered WHERE waiting.kind = 'order' AND ordered.case_id = waiting.id
    UNION ALL
    SELECT restriction.id, coalesce(person.name, ''), ARRAY[restriction.person_id]
    FROM restriction LEFT JOIN person ON person.id = restriction.person_id
    WHERE waiting.kind = 'hearing' AND restriction.case_id = waiting.id
  ) AS matter`;

/** Appeals, notices, orders and hearings that wait, the most urgent first. */
@Injectable()
export class MattersService {
  async list(ctx: RequestContext, query: PageQuery): Promise<MatterPage> {
    allow(ctx, can.decide(ctx));
    const limit = limitOf(query);
    const after = decodeCursor(query.after, 3);
    const rows = await ctx.db.query<MatterRow[]>(
      `${MATTER} WHERE waiting.municipality_id = $1 AND waiting.closed_at IS NULL
         AND waiting.kind IN ('appeal', 'notice', 'order', 'hearing')
         AND ($2::smallint IS NULL OR (waiting.urgency, waiting.opened_at, waiting.id) > ($2, $3::timestamptz, $4::uuid))
       ORDER BY waiting.urgency, waiting.opened_at, waiting.id LIMIT $5`,
      [ctx.here, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.urgency, row.cursorAt, row.caseId],
      (row) => mapMatter(ctx, row),
    );
  }
}
