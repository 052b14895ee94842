import type { RequestContext } from '../platform/http/context.js';
import type { ContributionIds } from '../initiatives/contributions.js';
import type { ContributionRow, ProcessBeside } from './processes.dto.js';
import type { ResponseOutcome } from './theme.entity.js';
import type { WorkLinkRow, WorkThemeRow } from './work.dto.js';

/** A link with the one thing it links. */
const LINK = `feedback_link AS link
  LEFT JOIN comment ON comment.id = link.comment_id
  LEFT JOIN thread ON thread.id = comment.thread_id
  LEFT JOIN initiative ON initiative.id = link.initiative_id`;

/** Neither hidden nor taken back since it was linked. */
const READABLE = `CASE WHEN link.comment_id IS NULL
  THEN initiative.hidden_at IS NULL AND initiative.status <> 'draft'
  ELSE is_readable(comment) END`;

const KIND = `CASE WHEN link.comment_id IS NULL THEN 'initiative' ELSE 'comment' END`;
const REFERENCE = `coalesce('K-' || comment.number, 'F-' || initiative.number)`;
const PATH = `CASE WHEN link.comment_id IS NULL THEN 'initiatives/' || initiative.id
  ELSE thread.path || '?comment=' || comment.id END`;

const CONTRIBUTION = `link.id AS "linkId", link.theme_id AS "themeId", ${KIND} AS kind,
  coalesce(link.comment_id, link.initiative_id) AS id, ${REFERENCE} AS reference,
  coalesce(comment.body, initiative.title) AS text, coalesce(comment.language, initiative.language) AS language,
  ${PATH} AS path, link.type`;

const TOTALS = `json_build_object(
  'works', count(*) FILTER (WHERE link.type = 'works'),
  'doesntWork', count(*) FILTER (WHERE link.type = 'doesnt_work'),
  'need', count(*) FILTER (WHERE link.type = 'need'),
  'untyped', count(*) FILTER (WHERE link.type IS NULL),
  'total', count(*))`;

/** What stands beside several processes, in one query. */
export async function besideOf(
  ctx: RequestContext,
  processIds: readonly string[],
): Promise<Map<string, ProcessBeside>> {
  if (processIds.length === 0) return new Map();
  const rows = await ctx.db.query<ProcessBeside[]>(
    `SELECT process.id AS "processId",
       CASE WHEN unit.id IS NOT NULL THEN json_build_object('id', unit.id, 'name', unit.name) END AS "ownerUnit",
       (SELECT coalesce(json_agg(json_build_object('id', goal.id, 'number', goal.number, 'title', goal.title,
            'policyTitle', policy.title, 'policySlug', policy.slug) ORDER BY policy.position, goal.position), '[]')
          FROM process_goal JOIN goal ON goal.id = process_goal.goal_id JOIN policy ON policy.id = goal.policy_id
          WHERE process_goal.process_id = process.id) AS goals,
       (SELECT ${TOTALS} FROM ${LINK} WHERE link.process_id = process.id AND ${READABLE}) AS totals,
       (SELECT count(*)::int FROM theme WHERE process_id = process.id) AS "themeCount",
       (SELECT count(*)::int FROM theme WHERE process_id = process.id AND responded_at IS NOT NULL) AS "answeredCount"
     FROM process LEFT JOIN organisation_unit AS unit ON unit.id = process.owner_unit_id
     WHERE process.id = ANY($1)`,
    [processIds],
  );
  return new Map(rows.map((row) => [row.processId, row]));
}

/** The themes of a process in their order, with what is linked to each; responses published or not. */
export const themesOf = (ctx: RequestContext, processId: string): Promise<WorkThemeRow[]> =>
  ctx.db.query<WorkThemeRow[]>(
    `SELECT theme.id, theme.title, theme.position, theme.response_outcome AS "responseOutcome",
       theme.response_text AS "responseText", theme.responded_at AS "respondedAt", linked.*
     FROM theme CROSS JOIN LATERAL (
       SELECT (SELECT count(*)::int FROM feedback_link WHERE theme_id = theme.id) AS "linkCount",
         (SELECT ${TOTALS} FROM ${LINK} WHERE link.theme_id = theme.id AND ${READABLE}) AS totals
     ) AS linked
     WHERE theme.process_id = $1 ORDER BY theme.position, theme.id`,
    [processId],
  );

/** The first readable contributions of each theme of a process, in one query. */
export const firstContributions = (
  ctx: RequestContext,
  processId: string,
  limit: number,
): Promise<ContributionRow[]> =>
  ctx.db.query<ContributionRow[]>(
    `SELECT said.* FROM theme CROSS JOIN LATERAL (
       SELECT ${CONTRIBUTION} FROM ${LINK}
       WHERE link.process_id = $1 AND link.theme_id = theme.id AND ${READABLE} ORDER BY link.id LIMIT $2
     ) AS said
     WHERE theme.process_id = $1 ORDER BY said."linkId"`,
    [processId, limit],
  );

export const contributionsOfTheme = (
  ctx: RequestContext,
  theme: { id: string; processId: string },
  after: string | null,
  limit: number,
): Promise<ContributionRow[]> =>
  ctx.db.query<ContributionRow[]>(
    `SELECT ${CONTRIBUTION} FROM ${LINK}
     WHERE link.process_id = $1 AND link.theme_id = $2 AND ${READABLE} ${after ? 'AND link.id > $4' : ''}
     ORDER BY link.id LIMIT $3`,
    [theme.processId, theme.id, limit, ...(after ? [after] : [])],
  );

/** Links as staff sort them, in the order they were made; what was hidden since stands there without its text. */
export const workLinks = (
  ctx: RequestContext,
  processId: string,
  filter: { themeId?: string; unsorted?: boolean },
  after: string | null,
  limit: number,
): Promise<WorkLinkRow[]> =>
  ctx.db.query<WorkLinkRow[]>(
    `SELECT link.id, ${KIND} AS kind, coalesce(link.comment_id, link.initiative_id) AS "contributionId",
       ${REFERENCE} AS reference,
       CASE WHEN ${READABLE} THEN coalesce(comment.body, initiative.title) END AS text,
       coalesce(comment.language, initiative.language) AS language,
       CASE WHEN ${READABLE} THEN person.name END AS "authorName", coalesce(thread.title, goal.title, '') AS "goalTitle",
       ${PATH} AS path, link.theme_id AS "themeId", link.type, link.created_at AS "linkedAt"
     FROM ${LINK}
     LEFT JOIN goal ON goal.id = initiative.goal_id
     LEFT JOIN person ON person.id = coalesce(comment.author_id, initiative.proposer_id)
     WHERE link.process_id = $1
       AND ($2::uuid IS NULL OR link.theme_id = $2) AND (NOT $3 OR link.theme_id IS NULL)
       AND ($4::uuid IS NULL OR link.id > $4)
     ORDER BY link.id LIMIT $5`,
    [processId, filter.themeId ?? null, filter.unsorted ?? false, after, limit],
  );

/** What a process did with one contribution. */
export interface LinkStep {
  processId: string;
  processTitle: string;
  linkedAt: Date;
  /** null: not sorted yet. Its response is there only once it is published. */
  theme: {
    id: string;
    title: string;
    outcome: ResponseOutcome | null;
    text: string | null;
    respondedAt: Date | null;
  } | null;
}

/** The steps of several contributions by their ids, oldest first, in one query. */
export async function linkSteps(
  ctx: RequestContext,
  commentIds: readonly string[],
  initiativeIds: readonly string[],
): Promise<Map<string, LinkStep[]>> {
  interface Row {
    contributionId: string;
    processId: string;
    processTitle: string;
    linkedAt: Date;
    themeId: string | null;
    themeTitle: string;
    outcome: ResponseOutcome | null;
    text: string | null;
    respondedAt: Date | null;
  }
  const rows = await ctx.db.query<Row[]>(
    `SELECT coalesce(link.comment_id, link.initiative_id) AS "contributionId", process.id AS "processId",
       process.title AS "processTitle", link.created_at AS "linkedAt", theme.id AS "themeId",
       theme.title AS "themeTitle",
       CASE WHEN theme.responded_at IS NOT NULL THEN theme.response_outcome END AS outcome,
       CASE WHEN theme.responded_at IS NOT NULL THEN theme.response_text END AS text,
       theme.responded_at AS "respondedAt"
     FROM feedback_link AS link
     JOIN process ON process.id = link.process_id
     LEFT JOIN theme ON theme.id = link.theme_id
     WHERE process.municipality_id = $1 AND (link.comment_id = ANY($2) OR link.initiative_id = ANY($3))
     ORDER BY link.created_at, link.id`,
    [ctx.here, commentIds, initiativeIds],
  );
  const steps = new Map<string, LinkStep[]>([...commentIds, ...initiativeIds].map((id) => [id, []]));
  for (const { contributionId, processId, processTitle, linkedAt, themeId, ...row } of rows)
    steps.get(contributionId)?.push({
      processId,
      processTitle,
      linkedAt,
      theme: themeId
        ? {
            id: themeId,
            title: row.themeTitle,
            outcome: row.outcome,
            text: row.text,
            respondedAt: row.respondedAt,
          }
        : null,
    });
  return steps;
}

export type LinksMeant = { themeId: string } | { linkIds: readonly string[] };

/** Notes that the authors of what these links link are told, and gives the ids of that. */
export async function markTold(ctx: RequestContext, links: LinksMeant): Promise<Required<ContributionIds>> {
  const [rows] = await ctx.db.query<[{ commentId: string | null; initiativeId: string | null }[], number]>(
    `UPDATE feedback_link SET told_at = coalesce(told_at, now())
     WHERE ${'themeId' in links ? 'theme_id = $1' : 'id = ANY($1)'}
     RETURNING comment_id AS "commentId", initiative_id AS "initiativeId"`,
    ['themeId' in links ? links.themeId : links.linkIds],
  );
  return {
    commentIds: rows.flatMap(({ commentId }) => commentId ?? []),
    initiativeIds: rows.flatMap(({ initiativeId }) => initiativeId ?? []),
  };
}

/** Those who know already that the process took something of theirs in. */
export async function authorsTold(ctx: RequestContext, processId: string): Promise<Set<string>> {
  const rows = await ctx.db.query<{ id: string }[]>(
    `SELECT DISTINCT coalesce(comment.author_id, initiative.proposer_id) AS id FROM ${LINK}
     WHERE link.process_id = $1 AND link.told_at IS NOT NULL`,
    [processId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of these links those that still stand and of which nobody was told; with the theme, if that answers them already. */
export const linksToTell = (
  ctx: RequestContext,
  processId: string,
  linkIds: readonly string[],
): Promise<{ id: string; themeId: string | null }[]> =>
  ctx.db.query(
    `SELECT link.id, theme.id AS "themeId" FROM feedback_link AS link
     LEFT JOIN theme ON theme.id = link.theme_id AND theme.responded_at IS NOT NULL
     WHERE link.process_id = $1 AND link.id = ANY($2) AND link.told_at IS NULL`,
    [processId, linkIds],
  );
