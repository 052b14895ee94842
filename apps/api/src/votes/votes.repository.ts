import type { RequestContext } from '../platform/http/context.js';
import type { VoteState } from './vote.rules.js';
import type { VoteRow } from './votes.dto.js';

/** What is not everyone's to read of an initiative is not read beside a vote either. */
const ROW = `
  vote.id, vote.municipality_id AS "municipalityId", vote.goal_id AS "goalId", vote.initiative_id AS "initiativeId",
  vote.process_id AS "processId", vote.question, vote.text, vote.language, vote.kind, vote.method, vote.options,
  vote.most, vote.hidden, vote.quorum, vote.majority, vote.voter, vote.opens_at AS "opensAt", vote.closes_at AS "closesAt",
  vote.published_at AS "publishedAt", vote.called_off_at AS "calledOffAt", vote.called_off_reason AS "calledOffReason", vote.author_id AS "authorId", vote.revision, vote.created_at AS "createdAt",
  goal.title AS "goalTitle", process.title AS "processTitle",
  CASE WHEN initiative.published_at IS NOT NULL AND initiative.hidden_at IS NULL THEN initiative.title END AS "initiativeTitle"`;

const BESIDE = `JOIN goal ON goal.id = vote.goal_id LEFT JOIN initiative ON initiative.id = vote.initiative_id
  LEFT JOIN process ON process.id = vote.process_id`;

/** As `stateAt` says it. */
const STATE: Record<VoteState, string> = {
  draft: 'vote.published_at IS NULL',
  coming: 'vote.published_at IS NOT NULL AND vote.called_off_at IS NULL AND vote.opens_at > now()',
  open: 'vote.published_at IS NOT NULL AND vote.called_off_at IS NULL AND vote.opens_at <= now() AND vote.closes_at > now()',
  closed: 'vote.published_at IS NOT NULL AND vote.called_off_at IS NULL AND vote.closes_at <= now()',
  'called-off': 'vote.called_off_at IS NOT NULL',
};

export async function voteById(ctx: RequestContext, id: string): Promise<VoteRow | undefined> {
  const [row] = await ctx.db.query<VoteRow[]>(
    `SELECT ${ROW} FROM vote ${BESIDE} WHERE vote.id = $1 AND vote.municipality_id = $2`,
    [id, ctx.here],
  );
  return row;
}

/** What one can take part in comes before what is to come, and that before what is over. */
const PARTS = [STATE.open, STATE.coming, `((${STATE.closed}) OR (${STATE['called-off']}))`];

export type ListedVote = VoteRow & { part: number };

/** By part, in each the newest first; drafts only where they are asked for. */
export function listedVotes(
  ctx: RequestContext,
  wished: {
    state?: VoteState | undefined;
    goalId?: string | undefined;
    after: { part: number; id: string } | null;
    limit: number;
  },
): Promise<ListedVote[]> {
  // Each in an index's order, and none is looked at that lies before the page.
  const parts = (wished.state ? [STATE[wished.state]] : PARTS).map(
    (state, part) => `(SELECT ${part} AS part, ${ROW} FROM vote ${BESIDE}
      WHERE vote.municipality_id = $1 AND ${state} AND ($2::uuid IS NULL OR vote.goal_id = $2)
        AND $3::int <= ${part} AND ($3::int < ${part} OR vote.id < $4::uuid)
      ORDER BY vote.id DESC LIMIT $5)`,
  );
  return ctx.db.query<ListedVote[]>(
    `SELECT * FROM (${parts.join(' UNION ALL ')}) AS listed ORDER BY part, id DESC LIMIT $5`,
    [ctx.here, wished.goalId ?? null, wished.after?.part ?? -1, wished.after?.id ?? null, wished.limit],
  );
}
