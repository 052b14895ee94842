import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { invalidField } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf } from '../platform/http/paging.js';
import { ProcessesService } from '../involvement/processes.service.js';
import type {
  ContributionKind,
  OwnContribution,
  OwnContributionPage,
  OwnContributionQuery,
  TrailList,
} from './insights.dto.js';
import { trailOf, type AnswerFact, type PlanFact, type TrailStep } from './trail.rules.js';

const MOST = 200;

interface Said {
  kind: ContributionKind;
  id: string;
  at: Date;
  path: string;
  reference: string;
  text: string;
  language: string;
  goalTitle: string;
  heldReason: string | null;
  heldDetail: string | null;
  answerOutcome: string | null;
  answerText: string | null;
  answeredAt: Date | null;
}

/** Comments and initiatives with where they stand, as one list; `$1` is the municipality. */
const SAID = `
  SELECT 'comment' AS kind, comment.id, comment.created_at AS at, comment.author_id AS author_id,
    thread.path || '?comment=' || comment.id AS path, 'K-' || comment.number AS reference,
    comment.body AS text, comment.language, thread.title AS "goalTitle",
    is_readable(comment) AS readable,
    CASE WHEN comment.hidden_at IS NULL AND comment.removed_at IS NULL THEN comment.held_reason END AS "heldReason",
    nullif(comment.held_detail, '') AS "heldDetail",
    NULL AS "answerOutcome", NULL AS "answerText", NULL::timestamptz AS "answeredAt"
  FROM comment JOIN thread ON thread.id = comment.thread_id
  WHERE comment.municipality_id = $1
  UNION ALL
  SELECT 'initiative', initiative.id, coalesce(initiative.published_at, initiative.created_at), initiative.proposer_id,
    'initiatives/' || initiative.id, 'F-' || initiative.number, initiative.title, initiative.language, goal.title,
    initiative.hidden_at IS NULL AND initiative.status <> 'draft',
    CASE WHEN initiative.hidden_at IS NULL THEN initiative.held_reason END, nullif(initiative.held_detail, ''),
    initiative.answer_outcome, initiative.answer_text, initiative.answered_at
  FROM initiative JOIN goal ON goal.id = initiative.goal_id
  WHERE initiative.municipality_id = $1`;

@Injectable()
export class TrailsService {
  constructor(private readonly processes: ProcessesService) {}

  /** What became of these contributions; what cannot be read by everyone has no public trail. */
  async trails(ctx: RequestContext, ids: string): Promise<TrailList> {
    const wanted = ids.split(',');
    if (wanted.length > MOST || !wanted.every((id) => isUUID(id))) throw invalidField('ids', 'invalid');
    const said = await ctx.db.query<Said[]>(
      `SELECT * FROM (${SAID}) AS said WHERE id = ANY($2::uuid[]) AND readable`,
      [ctx.here, wanted],
    );
    const steps = await this.stepsOf(ctx, said);
    return { items: said.map(({ kind, id }) => ({ kind, id, steps: steps.get(id) ?? [] })) };
  }

  /** Everything the reader wrote here, newest first, each with its trail. */
  async own(ctx: RequestContext, query: OwnContributionQuery): Promise<OwnContributionPage> {
    const limit = limitOf(query);
    const said = await ctx.db.query<Said[]>(
      `SELECT * FROM (${SAID}) AS said WHERE author_id = $2 AND (readable OR "heldReason" IS NOT NULL) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [ctx.here, ctx.me.id, decodeId(query.after), limit + 1],
    );
    const steps = await this.stepsOf(ctx, said);
    return pageOf(
      said,
      limit,
      ({ id }) => [id],
      (row): OwnContribution => {
        const { kind, id, reference, text, language, goalTitle, path, heldReason } = row;
        const heldDetail = heldReason && row.heldDetail;
        return {
          kind,
          id,
          reference,
          text,
          language,
          goalTitle,
          path,
          heldReason,
          heldDetail,
          steps: steps.get(id) ?? [],
        };
      },
    );
  }

  private async stepsOf(ctx: RequestContext, said: readonly Said[]): Promise<Map<string, TrailStep[]>> {
    const ids = said.map(({ id }) => id);
    const idsOf = (kind: ContributionKind) => said.filter((one) => one.kind === kind).map(({ id }) => id);
    const [links, plans] = await Promise.all([
      this.processes.linksOf(ctx, { commentIds: idsOf('comment'), initiativeIds: idsOf('initiative') }),
      this.plans(ctx, ids),
    ]);
    return new Map(
      said.map((contribution) => [
        contribution.id,
        trailOf(
          contribution,
          links.get(contribution.id) ?? [],
          answerOf(contribution),
          plans.get(contribution.id) ?? [],
        ),
      ]),
    );
  }

  private async plans(ctx: RequestContext, ids: readonly string[]) {
    const rows = await ctx.db.query<(PlanFact & { id: string })[]>(
      `SELECT coalesce(action_input.comment_id, action_input.initiative_id) AS id, action_plan.id AS "planId",
         action_plan.title AS "planTitle", action_plan.year, action.title AS "actionTitle",
         action_plan.published_at AS "publishedAt", action.result
       FROM action_input JOIN action ON action.id = action_input.action_id
         JOIN action_plan ON action_plan.id = action.plan_id
       WHERE (action_input.comment_id = ANY($1) OR action_input.initiative_id = ANY($1))
         AND action_plan.published_at IS NOT NULL
       ORDER BY action_plan.year, action.position`,
      [ids],
    );
    return Map.groupBy(rows, ({ id }) => id);
  }
}

const answerOf = ({ answerOutcome, answerText, answeredAt }: Said): AnswerFact | null =>
  answerOutcome && answerText && answeredAt
    ? { outcome: answerOutcome, text: answerText, at: answeredAt }
    : null;
