import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf } from '../platform/http/paging.js';
import { requireContributions } from '../initiatives/contributions.js';
import { can } from './involvement.access.js';
import { InputLinked } from './involvement.events.js';
import { linkedIds, workLinks } from './processes.repository.js';
import { ProcessesService } from './processes.service.js';
import { Theme } from './theme.entity.js';
import { ThemesService } from './themes.service.js';
import {
  mapWorkLink,
  type ChangedView,
  type LinkChange,
  type LinkedView,
  type LinkInput,
  type LinkQuery,
  type WorkLinkPage,
} from './work.dto.js';

@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly processes: ProcessesService,
    private readonly themes: ThemesService,
  ) {}

  async list(ctx: RequestContext, processId: string, query: LinkQuery): Promise<WorkLinkPage> {
    allow(ctx, can.involve(ctx));
    await this.processes.byId(ctx, processId);
    const limit = limitOf(query);
    const rows = await workLinks(ctx, processId, query, decodeId(query.after), limit + 1);
    return pageOf(rows, limit, ({ id }) => [id], mapWorkLink);
  }

  /** Takes contributions in; those that were in already stay, and go into the theme if they were in none. */
  link(ctx: RequestContext, processId: string, input: LinkInput): Promise<LinkedView> {
    allow(ctx, can.involve(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      const process = await this.processes.lock(ctx, processId);
      const contributions = await requireContributions(ctx, input);
      if (contributions.length === 0) throw invalidField('commentIds', 'required');
      const theme = input.themeId ? await this.themeOf(ctx, processId, input.themeId) : null;
      const commentIds = idsOf(contributions, 'comment');
      const initiativeIds = idsOf(contributions, 'initiative');
      const made = await ctx.db.query<{ id: string }[]>(
        `INSERT INTO feedback_link (process_id, theme_id, comment_id, initiative_id, type, linked_by_id)
         SELECT $1::uuid, $2::uuid, said.comment_id, said.initiative_id, $5::text, $6::uuid
         FROM (SELECT unnest($3::uuid[]) AS comment_id, NULL::uuid AS initiative_id
               UNION ALL SELECT NULL, unnest($4::uuid[])) AS said
         ON CONFLICT DO NOTHING RETURNING coalesce(comment_id, initiative_id) AS id`,
        [processId, theme?.id ?? null, commentIds, initiativeIds, input.type ?? null, ctx.me.id],
      );
      const isNew = new Set(made.map(({ id }) => id));
      const linked = contributions.filter(({ id }) => isNew.has(id));
      if (linked.length) {
        const { id, title } = process;
        await this.events.publish(ctx, new InputLinked({ id, title }, linked));
      }
      if (theme) {
        const sorted = await this.sortUnsorted(ctx, processId, theme.id, commentIds, initiativeIds);
        const inTheme = contributions.filter(({ id }) => isNew.has(id) || sorted.has(id));
        if (theme.respondedAt)
          await this.themes.tell(ctx, process, theme, {
            commentIds: idsOf(inTheme, 'comment'),
            initiativeIds: idsOf(inTheme, 'initiative'),
          });
      }
      return { linked: linked.length, alreadyLinked: contributions.length - linked.length };
    });
  }

  /** Sorts several at once: into a theme, out of it, by what they tell. */
  change(ctx: RequestContext, processId: string, input: LinkChange): Promise<ChangedView> {
    allow(ctx, can.involve(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      const process = await this.processes.lock(ctx, processId);
      await this.requireLinks(ctx, processId, input.linkIds);
      if (input.type !== undefined)
        await ctx.db.query('UPDATE feedback_link SET type = $2 WHERE id = ANY($1)', [
          input.linkIds,
          input.type,
        ]);
      if (input.themeId !== undefined) {
        const theme = input.themeId ? await this.themeOf(ctx, processId, input.themeId) : null;
        const [moved] = await ctx.db.query<[{ id: string }[], number]>(
          `UPDATE feedback_link SET theme_id = $2
           WHERE id = ANY($1) AND theme_id IS DISTINCT FROM $2 RETURNING id`,
          [input.linkIds, theme?.id ?? null],
        );
        if (theme?.respondedAt && moved.length)
          await this.themes.tell(
            ctx,
            process,
            theme,
            await linkedIds(ctx, { linkIds: moved.map(({ id }) => id) }),
          );
      }
      return { changed: new Set(input.linkIds).size };
    });
  }

  /** Takes contributions out of the process again. */
  unlink(ctx: RequestContext, processId: string, linkIds: readonly string[]): Promise<ChangedView> {
    allow(ctx, can.involve(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      await this.processes.lock(ctx, processId);
      await this.requireLinks(ctx, processId, linkIds);
      await ctx.db.query('DELETE FROM feedback_link WHERE id = ANY($1)', [linkIds]);
      return { changed: new Set(linkIds).size };
    });
  }

  private async sortUnsorted(
    ctx: RequestContext,
    processId: string,
    themeId: string,
    commentIds: readonly string[],
    initiativeIds: readonly string[],
  ): Promise<Set<string>> {
    const [sorted] = await ctx.db.query<[{ id: string }[], number]>(
      `UPDATE feedback_link SET theme_id = $2
       WHERE process_id = $1 AND theme_id IS NULL AND (comment_id = ANY($3) OR initiative_id = ANY($4))
       RETURNING coalesce(comment_id, initiative_id) AS id`,
      [processId, themeId, commentIds, initiativeIds],
    );
    return new Set(sorted.map(({ id }) => id));
  }

  private async themeOf(ctx: RequestContext, processId: string, themeId: string): Promise<Theme> {
    const theme = await ctx.db.getRepository(Theme).findOneBy({ id: themeId, processId });
    if (!theme) throw invalidField('themeId', 'unknown');
    return theme;
  }

  private async requireLinks(ctx: RequestContext, processId: string, linkIds: readonly string[]) {
    const [{ count } = { count: 0 }] = await ctx.db.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM feedback_link WHERE process_id = $1 AND id = ANY($2)',
      [processId, linkIds],
    );
    if (count !== new Set(linkIds).size) throw invalidField('linkIds', 'unknown');
  }
}

const idsOf = (contributions: readonly { kind: string; id: string }[], kind: string): string[] =>
  contributions.filter((contribution) => contribution.kind === kind).map(({ id }) => id);
