import { invalidField } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';

/** Something a resident wrote, a comment or an initiative, as links, plans and notices speak of it. */
export interface Contribution {
  kind: 'comment' | 'initiative';
  id: string;
  /** How documents cite it: "K-123" or "F-12" in every language. */
  reference: string;
  /** null: the account is gone. */
  authorId: string | null;
  /** null: it is of no goal; of a process, say. */
  goalId: string | null;
  /** The page it stands on, below the municipality. */
  path: string;
  /** The initiative's title; the comment's text. */
  text: string;
  language: string;
}

export interface ContributionIds {
  commentIds?: readonly string[];
  initiativeIds?: readonly string[];
}

/**
 * Comments and initiatives of this municipality that can be read by everyone, in one query.
 * @throws 422 on `commentIds` or `initiativeIds` when one is not there, hidden, taken back or a draft
 */
export async function requireContributions(
  ctx: RequestContext,
  ids: ContributionIds,
): Promise<Contribution[]> {
  const { commentIds = [], initiativeIds = [] } = ids;
  const found = await contributionsOf(ctx, ids);
  const has = (kind: Contribution['kind']) =>
    found.filter((contribution) => contribution.kind === kind).length;
  if (has('comment') !== new Set(commentIds).size) throw invalidField('commentIds', 'unknown');
  if (has('initiative') !== new Set(initiativeIds).size) throw invalidField('initiativeIds', 'unknown');
  return found;
}

/** As `requireContributions`, leaving out what cannot be read any more. */
export function contributionsOf(
  ctx: RequestContext,
  { commentIds = [], initiativeIds = [] }: ContributionIds,
): Promise<Contribution[]> {
  return ctx.db.query<Contribution[]>(
    `SELECT 'comment' AS kind, comment.id, 'K-' || comment.number AS reference, comment.author_id AS "authorId",
       thread.goal_id AS "goalId", thread.path || '?comment=' || comment.id AS path,
       comment.body AS text, comment.language
     FROM comment JOIN thread ON thread.id = comment.thread_id
     WHERE comment.municipality_id = $1 AND comment.id = ANY($2)
       AND is_readable(comment)
     UNION ALL
     SELECT 'initiative', initiative.id, 'F-' || initiative.number, initiative.proposer_id, initiative.goal_id,
       'initiatives/' || initiative.id, initiative.title, initiative.language
     FROM initiative
     WHERE initiative.municipality_id = $1 AND initiative.id = ANY($3)
       AND initiative.hidden_at IS NULL AND initiative.published_at IS NOT NULL`,
    [ctx.here, commentIds, initiativeIds],
  );
}
