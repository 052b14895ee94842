import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';
import { CaseViews, type CaseMatter } from '../moderation/case-views.js';

/** The page of each, below the municipality. */
export const MATTER_PATHS = {
  appeal: 'moderation/appeals',
  notice: 'moderation/notices',
  order: 'moderation/orders',
  hearing: 'moderation/restrictions',
} as const;

type Kind = keyof typeof MATTER_PATHS;

interface MatterRow {
  caseId: string;
  id: string;
  title: string;
  notFor: (string | null)[];
}

/** Of the cases in $2, in the municipality $1. */
const MATTERS: Record<Kind, string> = {
  appeal: `
    SELECT appeal.case_id AS "caseId", appeal.id,
      concat_ws(' · ', 'K-' || comment.number, 'F-' || initiative.number, person.name) AS title,
      ARRAY[decision.moderator_id, notice.decided_by_id, restriction.opened_by_id, restriction.decided_by_id,
        appeal.person_id] AS "notFor"
    FROM appeal LEFT JOIN moderation_decision AS decision ON decision.id = appeal.decision_id
      LEFT JOIN notice ON notice.id = appeal.notice_id LEFT JOIN restriction ON restriction.id = appeal.restriction_id
      LEFT JOIN comment ON comment.id = coalesce(decision.comment_id, notice.comment_id)
      LEFT JOIN initiative ON initiative.id = coalesce(decision.initiative_id, notice.initiative_id)
      LEFT JOIN person ON person.id = restriction.person_id
    WHERE appeal.municipality_id = $1 AND appeal.case_id = ANY($2)`,
  notice: `
    SELECT notice.case_id AS "caseId", notice.id,
      concat_ws(' · ', 'A-' || notice.number, 'K-' || comment.number, 'F-' || initiative.number) AS title,
      ARRAY[comment.author_id, initiative.proposer_id] AS "notFor"
    FROM notice LEFT JOIN comment ON comment.id = notice.comment_id
      LEFT JOIN initiative ON initiative.id = notice.initiative_id
    WHERE notice.municipality_id = $1 AND notice.case_id = ANY($2)`,
  order: `
    SELECT ordered.case_id AS "caseId", ordered.id, concat_ws(' · ', ordered.authority, ordered.reference) AS title,
      ARRAY[comment.author_id, initiative.proposer_id] AS "notFor"
    FROM removal_order AS ordered LEFT JOIN comment ON comment.id = ordered.comment_id
      LEFT JOIN initiative ON initiative.id = ordered.initiative_id
    WHERE ordered.municipality_id = $1 AND ordered.case_id = ANY($2)`,
  hearing: `
    SELECT restriction.case_id AS "caseId", restriction.id, coalesce(person.name, '') AS title,
      ARRAY[restriction.person_id] AS "notFor"
    FROM restriction LEFT JOIN person ON person.id = restriction.person_id
    WHERE restriction.municipality_id = $1 AND restriction.case_id = ANY($2)`,
};

/** How appeals, notices, orders and hearings stand in the moderators' queue. */
@Injectable()
export class MattersService {
  constructor(views: CaseViews) {
    for (const kind of Object.keys(MATTER_PATHS) as Kind[])
      views.register(kind, (ctx, caseIds) => this.of(ctx, kind, caseIds));
  }

  private async of(
    ctx: RequestContext,
    kind: Kind,
    caseIds: readonly string[],
  ): Promise<Map<string, CaseMatter>> {
    const rows = await ctx.db.query<MatterRow[]>(MATTERS[kind], [ctx.here, caseIds]);
    return new Map(
      rows.map(({ caseId, id, title, notFor }) => [
        caseId,
        { title, path: `${MATTER_PATHS[kind]}/${id}`, notFor },
      ]),
    );
  }
}
