import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import {
  mapDecided,
  type DecidedKind,
  type DecidedPage,
  type DecidedQuery,
  type DecidedRow,
} from './decided.dto.js';
import { MATTER_PATHS } from './matters.service.js';
import { can } from './redress.access.js';

/** What is decided of each kind in the municipality $1, and the numbers it can be found by. */
const DECIDED: Record<DecidedKind, string> = {
  notice: `
    SELECT notice.id, notice.created_at AS received_at, notice.decided_at, notice.decided_by_id, notice.outcome,
      concat_ws(' · ', 'A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number) AS title,
      ARRAY['A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number] AS numbers
    FROM notice LEFT JOIN comment ON comment.id = notice.comment_id
      LEFT JOIN initiative ON initiative.id = notice.initiative_id
    WHERE notice.municipality_id = $1 AND notice.decided_at IS NOT NULL`,
  appeal: `
    SELECT appeal.id, appeal.created_at AS received_at, appeal.decided_at, appeal.decided_by_id, appeal.outcome,
      concat_ws(' · ', 'A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number, person.name) AS title,
      ARRAY['A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number] AS numbers
    FROM appeal LEFT JOIN moderation_decision AS decision ON decision.id = appeal.decision_id
      LEFT JOIN notice ON notice.id = appeal.notice_id LEFT JOIN restriction ON restriction.id = appeal.restriction_id
      LEFT JOIN comment ON comment.id = coalesce(decision.comment_id, notice.comment_id)
      LEFT JOIN initiative ON initiative.id = coalesce(decision.initiative_id, notice.initiative_id)
      LEFT JOIN person ON person.id = restriction.person_id
    WHERE appeal.municipality_id = $1 AND appeal.decided_at IS NOT NULL`,
  order: `
    SELECT ordered.id, ordered.received_at, ordered.decided_at, ordered.decided_by_id, ordered.outcome,
      concat_ws(' · ', ordered.authority, ordered.reference, ordered.copy ->> 'reference') AS title,
      ARRAY[ordered.reference, ordered.copy ->> 'reference'] AS numbers
    FROM removal_order AS ordered WHERE ordered.municipality_id = $1 AND ordered.decided_at IS NOT NULL`,
};

/** What was decided outside the log of contributions, so that an earlier case can be found again. */
@Injectable()
export class DecidedService {
  /** The last first. */
  async page(ctx: RequestContext, query: DecidedQuery): Promise<DecidedPage> {
    allow(ctx, can.decide(ctx));
    const { kind = 'notice', number = '' } = query;
    const limit = limitOf(query);
    const after = decodeCursor(query.after, 2);
    const rows = await ctx.db.query<DecidedRow[]>(
      `SELECT found.id, found.title, found.outcome, found.received_at AS "receivedAt", found.decided_at AS "decidedAt",
         found.decided_at::text AS "cursorAt", decider.name AS "decidedBy"
       FROM (${DECIDED[kind]}) AS found LEFT JOIN person AS decider ON decider.id = found.decided_by_id
       WHERE ($2 = '' OR upper($2) = ANY(SELECT upper(one) FROM unnest(found.numbers) AS one))
         AND ($3::text IS NULL OR (found.decided_at, found.id) < ($3::timestamptz, $4::uuid))
       ORDER BY found.decided_at DESC, found.id DESC LIMIT $5`,
      [ctx.here, number.trim(), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.cursorAt, row.id],
      (row) => mapDecided(row, MATTER_PATHS[kind]),
    );
  }
}
