import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { contributionsOf } from '../initiatives/contributions.js';
import { can } from './involvement.access.js';
import { ThemeAnswered } from './involvement.events.js';
import type { Process } from './process.entity.js';
import { markTold, type LinksMeant } from './processes.repository.js';
import { ProcessesService } from './processes.service.js';
import { Theme } from './theme.entity.js';
import type { ResponseInput, WorkView } from './work.dto.js';

@Injectable()
export class ThemesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly processes: ProcessesService,
    private readonly threads: ThreadsService,
  ) {}

  async add(ctx: RequestContext, processId: string, title: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      await this.processes.lock(ctx, processId);
      const themes = ctx.db.getRepository(Theme);
      const last = await themes.maximum('position', { processId });
      const theme = themes.create({ processId, title, position: (last ?? -1) + 1 });
      await themes.insert(theme);
      await this.openThread(ctx, theme);
    });
    return this.processes.work(ctx, processId);
  }

  rename(ctx: RequestContext, themeId: string, title: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    return this.change(ctx, themeId, async (ctx, theme) => {
      await ctx.db.getRepository(Theme).update({ id: themeId }, { title });
      await this.openThread(ctx, { ...theme, title });
    });
  }

  /** @param themeIds every theme of the process, in the new order */
  async reorder(ctx: RequestContext, processId: string, themeIds: readonly string[]): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      await this.processes.lock(ctx, processId);
      const known = new Set((await ctx.db.getRepository(Theme).findBy({ processId })).map(({ id }) => id));
      if (new Set(themeIds).size !== known.size || !themeIds.every((id) => known.has(id)))
        throw invalidField('themeIds', 'unknown');
      await ctx.db.query(
        `UPDATE theme SET position = sorted.position
         FROM unnest($2::uuid[]) WITH ORDINALITY AS sorted(id, position)
         WHERE theme.id = sorted.id AND theme.process_id = $1`,
        [processId, themeIds],
      );
    });
    return this.processes.work(ctx, processId);
  }

  /** What was in it waits to be sorted again. A theme that was answered stays: people were told. */
  remove(ctx: RequestContext, themeId: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    return this.change(ctx, themeId, async (ctx, theme) => {
      if (theme.respondedAt) throw conflict('theme-answered');
      await ctx.db.getRepository(Theme).delete({ id: themeId });
      // What was said of it is said of the process from now on.
      const from = await this.threads.ofSubject(ctx, `theme:${themeId}`);
      const into = await this.threads.ofSubject(ctx, `process:${theme.processId}`);
      await this.threads.merge(ctx, from.id, into.id);
    });
  }

  /**
   * Writes the response: a draft until it is published. A published one is corrected where it stands, and when it
   * comes to something else now, those it answers are told again.
   */
  respond(ctx: RequestContext, themeId: string, { outcome, text }: ResponseInput): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    return this.change(ctx, themeId, async (ctx, theme, process) => {
      const change = { responseOutcome: outcome, responseText: text };
      await ctx.db.getRepository(Theme).update({ id: themeId }, change);
      if (theme.respondedAt && theme.responseOutcome !== outcome)
        await this.tell(ctx, process, { ...theme, ...change }, { themeId });
    });
  }

  /** Everyone can read it from now on, and everyone whose input is in the theme is told. */
  publish(ctx: RequestContext, themeId: string): Promise<WorkView> {
    allow(ctx, can.involve(ctx));
    return this.change(ctx, themeId, async (ctx, theme, process) => {
      if (theme.respondedAt) return;
      if (theme.responseText === null) throw invalidField('text', 'required');
      const change = { respondedAt: new Date(), respondedById: ctx.me.id };
      await ctx.db.getRepository(Theme).update({ id: themeId }, change);
      await this.tell(ctx, process, theme, { themeId });
    });
  }

  /** Tells that the theme's response answers what these links link. */
  async tell(ctx: RequestContext, { id, title }: Process, theme: Theme, links: LinksMeant) {
    const contributions = await contributionsOf(ctx, await markTold(ctx, links));
    if (contributions.length === 0 || !theme.responseOutcome) return;
    const answered = { id: theme.id, title: theme.title, outcome: theme.responseOutcome };
    await this.events.publish(ctx, new ThemeAnswered({ id, title }, answered, contributions));
  }

  private openThread(ctx: RequestContext, { id, processId, title }: Theme) {
    const path = `processes/${processId}`;
    return this.threads.open(ctx, [{ subjectKind: 'theme', subjectId: id, goalId: null, path, title }]);
  }

  private async change(
    ctx: RequestContext,
    themeId: string,
    work: (ctx: RequestContext, theme: Theme, process: Process) => Promise<void>,
  ): Promise<WorkView> {
    const { processId } = await this.processes.theme(ctx, themeId);
    await this.database.transaction(ctx, async (ctx) => {
      const process = await this.processes.lock(ctx, processId);
      // Read again under the lock: it may have been answered or deleted while we waited.
      await work(ctx, await this.processes.theme(ctx, themeId), process);
    });
    return this.processes.work(ctx, processId);
  }
}
