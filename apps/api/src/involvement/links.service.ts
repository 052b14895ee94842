import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { decodeId, limitOf, pageOf } from '../platform/http/paging.js';
import { contributionsOf, requireContributions } from '../initiatives/contributions.js';
import { can } from './involvement.access.js';
import { InputLinked } from './involvement.events.js';
import { authorsTold, linksToTell, markTold, workLinks } from './processes.repository.js';
import { Process } from './process.entity.js';
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

const TELL = 'tell-linked';

/** How long one can take a link back before its author hears of it. */
const GRACE_MS = 2 * 60_000;

/** What the job tells of, and who linked it. */
interface Telling {
  processId: string;
  linkIds: string[];
  by: string;
}

@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly processes: ProcessesService,
    private readonly themes: ThemesService,
    private readonly jobs: Jobs,
  ) {
    jobs.handle(TELL, (payload) => this.tellLinked(payload as Telling));
  }

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
      const made = await ctx.db.query<{ id: string; linkId: string }[]>(
        `INSERT INTO feedback_link (process_id, theme_id, comment_id, initiative_id, type, linked_by_id)
         SELECT $1::uuid, $2::uuid, said.comment_id, said.initiative_id, $5::text, $6::uuid
         FROM (SELECT unnest($3::uuid[]) AS comment_id, NULL::uuid AS initiative_id
               UNION ALL SELECT NULL, unnest($4::uuid[])) AS said
         ON CONFLICT DO NOTHING RETURNING coalesce(comment_id, initiative_id) AS id, id AS "linkId"`,
        [processId, theme?.id ?? null, commentIds, initiativeIds, input.type ?? null, ctx.me.id],
      );
      const linkIds = made.map(({ linkId }) => linkId);
      if (linkIds.length) await this.tellLater(ctx, processId, linkIds);
      if (theme) {
        const sorted = await this.sortUnsorted(ctx, processId, theme.id, commentIds, initiativeIds);
        if (theme.respondedAt && sorted.length)
          await this.themes.tell(ctx, process, theme, { linkIds: sorted });
      }
      return { linkIds, linked: made.length, alreadyLinked: contributions.length - made.length };
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
          await this.themes.tell(ctx, process, theme, { linkIds: moved.map(({ id }) => id) });
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

  /**
   * The job after the time of grace: tells of the links that still stand. An author hears once that a process took
   * something in, however often it is linked to; and not even that where the answer is there already.
   */
  async tellLinked({ processId, linkIds, by }: Telling): Promise<void> {
    const db = this.database.source.manager;
    const process = await db.getRepository(Process).findOneBy({ id: processId });
    if (!process) return;
    const municipality = await db.getRepository(Municipality).findOneByOrFail({ id: process.municipalityId });
    // Nobody is told what they did themselves.
    const actor = { id: by, name: '' };
    const ctx = new RequestContext(db, municipality, actor, new Set(), municipality.language);
    await this.database.transaction(ctx, async (ctx) => {
      // One telling at a time, and none while the links are being taken out.
      await ctx.db.query('SELECT FROM process WHERE id = $1 FOR NO KEY UPDATE', [processId]);
      const links = await linksToTell(ctx, processId, linkIds);
      const [answered, waiting] = [
        links.filter(({ themeId }) => themeId),
        links.filter(({ themeId }) => !themeId),
      ];
      const known = await authorsTold(ctx, processId);
      const contributions = await contributionsOf(ctx, await markTold(ctx, { linkIds: idsOf(waiting) }));
      const news = contributions.filter(({ authorId }) => authorId === null || !known.has(authorId));
      const { id, title } = process;
      if (news.length) await this.events.publish(ctx, new InputLinked({ id, title }, news));
      // All in one: what was sorted or answered since was told then.
      const theme =
        answered[0] && (await ctx.db.getRepository(Theme).findOneBy({ id: answered[0].themeId ?? '' }));
      if (theme) await this.themes.tell(ctx, process, theme, { linkIds: idsOf(answered) });
    });
  }

  private tellLater(ctx: RequestContext, processId: string, linkIds: string[]) {
    const telling: Telling = { processId, linkIds, by: ctx.me.id };
    return this.jobs.add(ctx, TELL, telling, { runAt: new Date(Date.now() + GRACE_MS) });
  }

  private async sortUnsorted(
    ctx: RequestContext,
    processId: string,
    themeId: string,
    commentIds: readonly string[],
    initiativeIds: readonly string[],
  ): Promise<string[]> {
    const [sorted] = await ctx.db.query<[{ id: string }[], number]>(
      `UPDATE feedback_link SET theme_id = $2
       WHERE process_id = $1 AND theme_id IS NULL AND (comment_id = ANY($3) OR initiative_id = ANY($4))
       RETURNING id`,
      [processId, themeId, commentIds, initiativeIds],
    );
    return sorted.map(({ id }) => id);
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

const idsOf = (some: readonly { kind?: string; id: string }[], kind?: string): string[] =>
  some.filter((each) => each.kind === kind).map(({ id }) => id);
