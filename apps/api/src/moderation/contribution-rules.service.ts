import { Injectable } from '@nestjs/common';
import { ThreadsService } from '../discussions/threads.service.js';
import { violates } from '../platform/database/database.js';
import { conflict, invalidInput } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { ContributionRules } from './contribution-rules.entity.js';
import {
  mapRules,
  mapTrace,
  mapVersion,
  type ContributionRulesInput,
  type ContributionRulesVersionPage,
  type ContributionRulesView,
  type RuleTracePage,
  type RuleTraceQuery,
  type ThreadRuleView,
  type TraceRow,
  type VersionRow,
} from './contribution-rules.dto.js';
import { getRulesFaults, RULES_AT_FIRST, type Rules } from './contribution.rules.js';
import { can } from './moderation.access.js';
import { ThreadRule } from './thread-rule.entity.js';

@Injectable()
export class ContributionRulesService {
  constructor(private readonly threads: ThreadsService) {}

  /** What applies now; where nobody has changed anything, what applies at first. */
  async current(ctx: RequestContext): Promise<Rules> {
    return (
      (await ctx.db
        .getRepository(ContributionRules)
        .findOne({ where: { municipalityId: ctx.here }, order: { version: 'DESC' } })) ?? RULES_AT_FIRST
    );
  }

  async show(ctx: RequestContext): Promise<ContributionRulesView> {
    allow(ctx, can.readRules(ctx));
    return mapRules(ctx, await this.current(ctx));
  }

  /** A new version: what a rule did before keeps the version it did it under. */
  async change(ctx: RequestContext, input: ContributionRulesInput): Promise<ContributionRulesView> {
    allow(ctx, can.changeRules(ctx));
    const faults = getRulesFaults(input);
    if (faults.length) throw invalidInput(faults);
    if (input.version !== (await this.current(ctx)).version) throw conflict('changed-meanwhile');
    const rules = ctx.db.getRepository(ContributionRules);
    const version = input.version + 1;
    try {
      const made = rules.create({ ...input, municipalityId: ctx.here, version, createdById: ctx.me.id });
      return mapRules(ctx, await rules.save(made));
    } catch (error) {
      if (violates(error, 'contribution_rules_municipality_id_version_key'))
        throw conflict('changed-meanwhile');
      throw error;
    }
  }

  /** What applied when, the newest first. */
  async versions(ctx: RequestContext, query: PageQuery): Promise<ContributionRulesVersionPage> {
    allow(ctx, can.readRules(ctx));
    const limit = limitOf(query);
    const [after] = decodeCursor(query.after, 1) ?? [];
    const rows = await ctx.db.query<VersionRow[]>(
      `SELECT rules.version, rules.hold_all AS "holdAll", rules.new_account_days AS "newAccountDays",
         rules.hold_links AS "holdLinks", rules.office_hours AS "officeHours", rules.words,
         rules.per_minute AS "perMinute", rules.per_hour AS "perHour", rules.duplicate_hours AS "duplicateHours",
         rules.flood_people AS "floodPeople", rules.created_at AS "createdAt", person.name AS by
       FROM contribution_rules AS rules LEFT JOIN person ON person.id = rules.created_by_id
       WHERE rules.municipality_id = $1 AND ($2::integer IS NULL OR rules.version < $2)
       ORDER BY rules.version DESC LIMIT $3`,
      [ctx.here, after ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [String(row.version)], mapVersion);
  }

  async threadRule(ctx: RequestContext, threadId: string): Promise<ThreadRuleView> {
    allow(ctx, can.moderate(ctx));
    await this.threads.byId(ctx, threadId);
    const rule = await ctx.db.getRepository(ThreadRule).findOneBy({ threadId });
    return { holdAll: rule?.holdAll ?? null };
  }

  /** @param holdAll null: the municipality's rules apply again */
  async ruleThread(ctx: RequestContext, threadId: string, holdAll: boolean | null): Promise<ThreadRuleView> {
    allow(ctx, can.moderate(ctx));
    await this.threads.byId(ctx, threadId);
    const rules = ctx.db.getRepository(ThreadRule);
    if (holdAll === null) await rules.delete({ threadId });
    else await rules.upsert({ threadId, holdAll, setById: ctx.me.id, setAt: new Date() }, ['threadId']);
    return { holdAll };
  }

  /** What the rules did by themselves, newest first. */
  async traces(ctx: RequestContext, query: RuleTraceQuery): Promise<RuleTracePage> {
    allow(ctx, can.moderate(ctx));
    const limit = limitOf(query);
    const rows = await ctx.db.query<TraceRow[]>(
      `SELECT trace.id, trace.rule, trace.effect, trace.version, trace.detail, trace.created_at AS "createdAt",
         person.name AS "personName", thread.title AS "threadTitle",
         coalesce('K-' || comment.number, 'F-' || initiative.number) AS reference,
         coalesce(thread.path || '?comment=' || comment.id, 'initiatives/' || initiative.id, thread.path) AS path
       FROM rule_trace AS trace
         LEFT JOIN person ON person.id = trace.person_id
         LEFT JOIN thread ON thread.id = trace.thread_id
         LEFT JOIN comment ON comment.id = trace.comment_id
         LEFT JOIN initiative ON initiative.id = trace.initiative_id
       WHERE trace.municipality_id = $1 AND ($2::uuid IS NULL OR trace.id < $2)
         AND ($3::uuid IS NULL OR trace.comment_id = $3) AND ($4::text IS NULL OR trace.rule = $4)
         AND ($5::uuid IS NULL OR trace.initiative_id = $5)
       ORDER BY trace.id DESC LIMIT $6`,
      [
        ctx.here,
        decodeId(query.after),
        query.commentId ?? null,
        query.rule ?? null,
        query.initiativeId ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.id], mapTrace);
  }
}
