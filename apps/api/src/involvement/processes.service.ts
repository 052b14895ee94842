import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { ladderIn, type SpokenStep } from '../municipalities/ladder.rules.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { ContributionIds } from '../initiatives/contributions.js';
import { PoliciesService } from '../policies/policies.service.js';
import { today } from '../policies/policy.rules.js';
import { can } from './involvement.access.js';
import { ProcessClosed, ProcessOpened } from './involvement.events.js';
import { ProcessGoal } from './process-goal.entity.js';
import { Process } from './process.entity.js';
import { getClosingBlockers, getRecordFaults } from './process.rules.js';
import {
  CONTRIBUTIONS_SHOWN,
  mapContribution,
  mapRecord,
  mapSummary,
  mapTheme,
  type ContributionPage,
  type ProcessInput,
  type ProcessList,
  type ProcessPage,
  type ProcessQuery,
  type ProcessSummary,
  type ProcessView,
} from './processes.dto.js';
import {
  besideOf,
  contributionsOfTheme,
  firstContributions,
  linkSteps,
  themesOf,
  workLinks,
  type LinkStep,
} from './processes.repository.js';
import { Theme } from './theme.entity.js';
import { mapWorkLink, mapWorkTheme, type WorkView } from './work.dto.js';

/** Links shown to staff at a time. */
const WORK_LINKS = 50;

@Injectable()
export class ProcessesService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
    private readonly policies: PoliciesService,
    private readonly events: Events,
    private readonly threads: ThreadsService,
  ) {}

  /** Newest first. */
  async list(ctx: RequestContext, query: ProcessQuery): Promise<ProcessPage> {
    const limit = limitOf(query);
    const after = decodeId(query.after);
    const processes = ctx.db
      .getRepository(Process)
      .createQueryBuilder('process')
      .where('process.municipalityId = :here', { here: ctx.here })
      .orderBy('process.id', 'DESC')
      .take(limit + 1);
    if (query.state) processes.andWhere('process.state = :state', { state: query.state });
    if (after) processes.andWhere('process.id < :after', { after });
    const page = pageOf(
      await processes.getMany(),
      limit,
      ({ id }) => [id],
      (process) => process,
    );
    return { items: await this.summaries(ctx, page.items), next: page.next };
  }

  /** What one can take part in about a goal or what stands above it: open ones first. */
  async ofGoal(ctx: RequestContext, goalId: string): Promise<ProcessList> {
    await this.policies.requireGoal(ctx, goalId);
    const ids = await ctx.db.query<{ id: string }[]>(
      `WITH RECURSIVE line AS (
         SELECT id, parent_id FROM goal WHERE id = $1
         UNION ALL SELECT goal.id, goal.parent_id FROM goal JOIN line ON goal.id = line.parent_id
       )
       SELECT process.id FROM process
       WHERE process.municipality_id = $2
         AND EXISTS (SELECT FROM process_goal JOIN line ON line.id = process_goal.goal_id
                     WHERE process_goal.process_id = process.id)
       ORDER BY array_position(ARRAY['open', 'planned', 'closed'], process.state), process.id DESC LIMIT 30`,
      [goalId, ctx.here],
    );
    const order = new Map(ids.map(({ id }, index) => [id, index]));
    const processes = await ctx.db
      .getRepository(Process)
      .createQueryBuilder('process')
      .where('process.id = ANY(:ids)', { ids: [...order.keys()] })
      .getMany();
    return {
      items: await this.summaries(
        ctx,
        processes.toSorted((a, b) => order.get(a.id)! - order.get(b.id)!),
      ),
    };
  }

  /** The whole record as everyone may read it. */
  async show(ctx: RequestContext, processId: string): Promise<ProcessView> {
    const process = await this.byId(ctx, processId);
    const [record, themes, said] = await Promise.all([
      this.record(ctx, process),
      themesOf(ctx, processId),
      firstContributions(ctx, processId, CONTRIBUTIONS_SHOWN + 1),
    ]);
    const ofTheme = Map.groupBy(said, ({ themeId }) => themeId);
    const comments = await this.threads.countsOf(
      ctx,
      'theme',
      themes.map(({ id }) => id),
    );
    return {
      ...record,
      themes: themes.map((theme) =>
        mapTheme(theme, ofTheme.get(theme.id) ?? [], comments.get(theme.id) ?? 0),
      ),
    };
  }

  /** What was said under a theme, in the order it was linked. */
  async contributions(ctx: RequestContext, themeId: string, query: PageQuery): Promise<ContributionPage> {
    const theme = await this.theme(ctx, themeId);
    const limit = limitOf(query);
    const rows = await contributionsOfTheme(ctx, theme, decodeId(query.after), limit + 1);
    return pageOf(rows, limit, ({ linkId }) => [linkId], mapContribution);
  }

  /** As staff work with it: what is not sorted and not published included. */
  async work(ctx: RequestContext, processId: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    const process = await this.byId(ctx, processId);
    const [record, themes, unsorted, counts] = await Promise.all([
      this.record(ctx, process),
      themesOf(ctx, processId),
      workLinks(ctx, processId, { unsorted: true }, null, WORK_LINKS + 1),
      this.linkCounts(ctx, processId),
    ]);
    return {
      ...record,
      themes: themes.map(mapWorkTheme),
      linkCount: counts.all,
      unsortedCount: counts.unsorted,
      unsorted: pageOf(unsorted, WORK_LINKS, ({ id }) => [id], mapWorkLink),
      blockers: process.state === 'closed' ? [] : getClosingBlockers(themes, counts.unsorted),
    };
  }

  async create(ctx: RequestContext, input: ProcessInput): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    const processes = ctx.db.getRepository(Process);
    const process = processes.create({
      ...EMPTY,
      municipalityId: ctx.here,
      createdById: ctx.me.id,
      ...fieldsOf(input),
    });
    const id = await this.save(ctx, process, input.goalIds ?? []);
    if (process.state === 'open') await this.events.publish(ctx, new ProcessOpened(id));
    return this.work(ctx, id);
  }

  async update(ctx: RequestContext, processId: string, input: ProcessInput): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      const process = await this.lock(ctx, processId);
      if (input.revision !== undefined && input.revision !== process.revision)
        throw conflict('changed-meanwhile');
      const planned = process.state === 'planned';
      Object.assign(process, fieldsOf(input), { revision: process.revision + 1 });
      await this.save(ctx, process, input.goalIds);
      if (planned && process.state === 'open') await this.events.publish(ctx, new ProcessOpened(processId));
    });
    return this.work(ctx, processId);
  }

  /** Ends it, once all its input is sorted and every theme has its published response. */
  async close(ctx: RequestContext, processId: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      const process = await this.lock(ctx, processId);
      const { unsorted } = await this.linkCounts(ctx, processId);
      const blockers = getClosingBlockers(
        await ctx.db.getRepository(Theme).find({ where: { processId }, order: { position: 'ASC' } }),
        unsorted,
      );
      if (blockers.length) throw conflict('process-not-closable', { reasons: blockers });
      const change = { state: 'closed' as const, closedAt: new Date(), revision: process.revision + 1 };
      await ctx.db.getRepository(Process).update({ id: processId }, change);
      await this.events.publish(ctx, new ProcessClosed(processId));
    });
    return this.work(ctx, processId);
  }

  /** Takes it up again: something was forgotten, or it was closed by mistake. */
  async reopen(ctx: RequestContext, processId: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    const process = await this.byId(ctx, processId);
    if (process.state === 'closed')
      await ctx.db
        .getRepository(Process)
        .update(
          { id: processId, state: 'closed' },
          { state: 'open', closedAt: null, revision: process.revision + 1 },
        );
    return this.work(ctx, processId);
  }

  /** A process of this municipality. @throws 404 */
  async byId(ctx: RequestContext, processId: string): Promise<Process> {
    const process = await ctx.db
      .getRepository(Process)
      .findOneBy({ id: processId, municipalityId: ctx.here });
    if (!process) throw notFound();
    return process;
  }

  /**
   * A process one is about to change, its themes and links included: one at a time, so that none is closed over
   * input that is just being linked. Within a transaction. @throws 404, or 409 when it is closed
   */
  async lock(ctx: RequestContext, processId: string): Promise<Process> {
    const process = await ctx.db.getRepository(Process).findOne({
      where: { id: processId, municipalityId: ctx.here },
      lock: { mode: 'for_no_key_update' },
    });
    if (!process) throw notFound();
    if (process.state === 'closed') throw conflict('process-closed');
    return process;
  }

  /** A theme of a process of this municipality. @throws 404 */
  async theme(ctx: RequestContext, themeId: string): Promise<Theme> {
    const theme = await ctx.db.getRepository(Theme).findOneBy({ id: themeId });
    if (!theme) throw notFound();
    await this.byId(ctx, theme.processId);
    return theme;
  }

  /** What became of contributions: the steps of each by its id, oldest first; responses only once published. */
  linksOf(
    ctx: RequestContext,
    { commentIds = [], initiativeIds = [] }: ContributionIds,
  ): Promise<Map<string, LinkStep[]>> {
    return linkSteps(ctx, commentIds, initiativeIds);
  }

  /** Processes under way that took something in which no published response answers. */
  async countUnanswered(ctx: RequestContext): Promise<number> {
    allow(ctx, can.involve(ctx));
    const [{ count } = { count: 0 }] = await ctx.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM process
       WHERE municipality_id = $1 AND state = 'open' AND EXISTS (
         SELECT FROM feedback_link AS link LEFT JOIN theme ON theme.id = link.theme_id
         WHERE link.process_id = process.id AND theme.responded_at IS NULL)`,
      [ctx.here],
    );
    return count;
  }

  private async save(
    ctx: RequestContext,
    process: Process,
    goalIds: readonly string[] | undefined,
  ): Promise<string> {
    const faults = getRecordFaults(process, await this.ladder(ctx));
    if (faults.length) throw invalidInput(faults);
    if (process.ownerUnitId) await this.municipalities.requireUnit(ctx, process.ownerUnitId, 'ownerUnitId');
    if (goalIds) await this.policies.requireGoals(ctx, goalIds, 'goalIds');
    return this.database.transaction(ctx, async (ctx) => {
      const { id, title } = await ctx.db.getRepository(Process).save(process);
      const path = `processes/${id}`;
      await this.threads.open(ctx, [{ subjectKind: 'process', subjectId: id, goalId: null, path, title }]);
      if (!goalIds) return id;
      const goals = ctx.db.getRepository(ProcessGoal);
      await goals.delete({ processId: id });
      await goals.insert([...new Set(goalIds)].map((goalId) => ({ processId: id, goalId })));
      return id;
    });
  }

  private async summaries(ctx: RequestContext, processes: Process[]): Promise<ProcessSummary[]> {
    const [beside, ladder] = await Promise.all([
      besideOf(
        ctx,
        processes.map(({ id }) => id),
      ),
      this.ladder(ctx),
    ]);
    return processes.map((process) => mapSummary(ctx, process, beside.get(process.id)!, ladder, today()));
  }

  private async record(ctx: RequestContext, process: Process) {
    const [beside, ladder] = await Promise.all([besideOf(ctx, [process.id]), this.ladder(ctx)]);
    return mapRecord(ctx, process, beside.get(process.id)!, ladder, today());
  }

  private async linkCounts(ctx: RequestContext, processId: string) {
    const [counts] = await ctx.db.query<{ all: number; unsorted: number }[]>(
      `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE theme_id IS NULL))::int AS unsorted
       FROM feedback_link WHERE process_id = $1`,
      [processId],
    );
    return counts ?? { all: 0, unsorted: 0 };
  }

  private async ladder(ctx: RequestContext): Promise<SpokenStep[]> {
    const municipality = await this.municipalities.bySlug(ctx.municipality?.slug ?? '');
    return municipality ? ladderIn(ctx.language, municipality) : [];
  }
}

/** What the rules look at and the database would fill in. */
const EMPTY: Partial<Process> = { state: 'open', service: '', question: '', phases: [], participants: [] };

/** The columns an input speaks of; what it leaves out stays as it is. */
function fieldsOf({ goalIds: _goalIds, revision: _revision, phases, participants, ...fields }: ProcessInput) {
  const given = {
    ...fields,
    phases: phases?.map(({ kind, from, to, note = '' }) => ({ kind, from, to, note })),
    participants: participants?.map(({ group, target = null, actual = null }) => ({ group, target, actual })),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Process>;
}
