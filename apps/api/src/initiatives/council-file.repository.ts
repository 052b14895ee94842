import type { RequestContext } from '../platform/http/context.js';

export const caseToHandOver = async (
  ctx: RequestContext,
  initiativeId: string,
): Promise<{ unit: string | null; unitProposed: boolean; caseNumber: string } | undefined> => {
  const [row] = await ctx.db.query(
    `SELECT unit.name AS unit, file.unit_proposed AS "unitProposed", file.case_number AS "caseNumber"
     FROM initiative_case AS file LEFT JOIN organisation_unit AS unit ON unit.id = file.unit_id
     WHERE file.initiative_id = $1 AND file.municipality_id = $2`,
    [initiativeId, ctx.here],
  );
  return row;
};

/** What somebody said of it, as everyone can read it; without a name. */
export interface Said {
  id: string;
  number: number;
  body: string;
  agreeCount: number;
  createdAt: Date;
}

const KINDS = {
  remark: 'comment.remark',
  for: `comment.stance = 'for'`,
  against: `comment.stance = 'against'`,
  other: 'comment.stance IS NULL AND NOT comment.remark AND comment.parent_id IS NULL',
} as const;

/** Remarks as they were made; anything else by its support. */
export const saidOf = (
  ctx: RequestContext,
  initiativeId: string,
  kind: keyof typeof KINDS,
  limit: number,
): Promise<Said[]> =>
  ctx.db.query<Said[]>(
    `SELECT comment.id, comment.number::int AS number, comment.body, comment.agree_count AS "agreeCount",
       comment.created_at AS "createdAt"
     FROM thread JOIN comment ON comment.thread_id = thread.id
     WHERE thread.subject_kind = 'initiative' AND thread.subject_id = $1 AND thread.municipality_id = $2
       AND ${KINDS[kind]} AND is_readable(comment)
     ORDER BY ${kind === 'remark' ? 'comment.id' : 'comment.support DESC, comment.id DESC'} LIMIT $3`,
    [initiativeId, ctx.here, limit],
  );
