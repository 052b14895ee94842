import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { MailingsService } from './mailings.service.js';
import type { Notification } from './notification.entity.js';
import type { Notice } from './notification.rules.js';
import { can } from './notifications.access.js';
import {
  mapNotification,
  type NotificationPage,
  type ReadInput,
  type UnreadCount,
} from './notifications.dto.js';

/** Kinds one can switch off altogether. */
const ANSWERS = ['comment-answered', 'mentioned'];

type Row = Notification & { cursorAt: string };

@Injectable()
export class NotificationsService {
  constructor(
    private readonly realtime: Realtime,
    private readonly mailings: MailingsService,
  ) {}

  /** One's own, newest first. */
  async list(ctx: RequestContext, query: PageQuery): Promise<NotificationPage> {
    allow(ctx, can.read(ctx));
    const after = decodeCursor(query.after, 2);
    const limit = limitOf(query);
    const rows = await ctx.db.query<Row[]>(
      // What was told before it was hidden: it is not called by its title any more.
      `SELECT id, kind, path, created_at AS "createdAt", read_at AS "readAt", created_at::text AS "cursorAt",
         details || coalesce((SELECT jsonb_build_object('title', 'F-' || initiative.number) FROM initiative
           WHERE initiative.id = substring(notification.path FROM '^initiatives/([0-9a-f-]{36})')::uuid
             AND initiative.hidden_at IS NOT NULL AND initiative.proposer_id IS DISTINCT FROM $1
             AND notification.details ? 'title'), '{}') AS details
       FROM notification
       WHERE person_id = $1 AND municipality_id = $2
         AND ($3::text IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [ctx.me.id, ctx.here, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.cursorAt, row.id], mapNotification);
  }

  async count(ctx: RequestContext): Promise<UnreadCount> {
    allow(ctx, can.read(ctx));
    const [row] = await ctx.db.query<UnreadCount[]>(
      `SELECT count(*)::int AS count FROM notification
       WHERE person_id = $1 AND municipality_id = $2 AND read_at IS NULL`,
      [ctx.me.id, ctx.here],
    );
    return { count: row?.count ?? 0 };
  }

  /** Marks one's own as read; what another's id names stays as it is. Gives what is left unread. */
  async read(ctx: RequestContext, { upTo, ids }: ReadInput): Promise<UnreadCount> {
    allow(ctx, can.read(ctx));
    const [read] = await ctx.db.query<[{ id: string }[], number]>(
      `UPDATE notification SET read_at = now()
       WHERE person_id = $1 AND municipality_id = $2 AND read_at IS NULL
         AND ($3::uuid[] IS NULL OR id = ANY($3))
         AND ($4::uuid IS NULL OR (created_at, id) <= (SELECT created_at, id FROM notification
           WHERE id = $4 AND person_id = $1))
       RETURNING id`,
      [ctx.me.id, ctx.here, ids ?? null, upTo ?? null],
    );
    // The other windows of the same person.
    if (read.length) this.realtime.changed('person', ctx.me.id, Date.now());
    return this.count(ctx);
  }

  /** Writes notices down, all at once, and tells the pages their people have open. */
  async give(ctx: RequestContext, municipalityId: string, notices: readonly Notice[]) {
    if (notices.length === 0) return;
    // One parameter for all of them: there may be more than a statement has parameters.
    await ctx.db.query(
      `INSERT INTO notification (person_id, municipality_id, kind, details, path, decision_id, mail_after, mailed_at)
       SELECT person.id, $1, kind, details, path, "decisionId", "mailAfter", CASE WHEN unmailed THEN now() END
       FROM jsonb_to_recordset($2) AS notice("personId" uuid, kind text, details jsonb, path text,
         "decisionId" uuid, "mailAfter" timestamptz, unmailed boolean)
       JOIN person ON person.id = notice."personId"
       WHERE kind <> ALL($3) OR NOT EXISTS (SELECT FROM notification_setting
         WHERE person_id = person.id AND municipality_id = $1 AND NOT answers_to_me)`,
      [municipalityId, JSON.stringify(notices), ANSWERS],
    );
    const after = notices.map(({ mailAfter }) => mailAfter?.getTime() ?? 0);
    await this.mailings.queueNotices(ctx.db, municipalityId, new Date(Math.max(...after)));
    ctx.whenCommitted(async () => this.tell(notices.map(({ personId }) => personId)));
  }

  /** Whether somebody has been told this already. */
  async hasTold(ctx: RequestContext, { personId, kind, path }: Omit<Notice, 'details'>): Promise<boolean> {
    const [row] = await ctx.db.query<{ told: boolean }[]>(
      `SELECT EXISTS (SELECT FROM notification
         WHERE person_id = $1 AND municipality_id = $2 AND kind = $3 AND path = $4) AS told`,
      [personId, ctx.here, kind, path],
    );
    return row?.told ?? false;
  }

  /** Somebody's contribution waits no more: another notice tells what became of it. */
  async forgetHeld(ctx: RequestContext, personId: string | null, path: string) {
    await ctx.db.query(
      `DELETE FROM notification
       WHERE person_id = $1 AND municipality_id = $2 AND kind = 'contribution-held' AND path = $3`,
      [personId, ctx.here, path],
    );
  }

  /**
   * What told of a decision is told no more: it was taken back. Gives those who knew of it by then; the others need
   * never hear of it.
   */
  async takeBack(ctx: RequestContext, decisionId: string): Promise<string[]> {
    const [gone] = await ctx.db.query<[{ personId: string; knew: boolean }[], number]>(
      `DELETE FROM notification WHERE decision_id = $1 AND municipality_id = $2
       RETURNING person_id AS "personId", read_at IS NOT NULL OR mailed_at IS NOT NULL AS knew`,
      [decisionId, ctx.here],
    );
    this.tell(gone.map(({ personId }) => personId));
    return gone.filter(({ knew }) => knew).map(({ personId }) => personId);
  }

  /** The same notice to everyone who supports an initiative, in one statement; not to its proposer or who did it. */
  async giveSupporters(
    ctx: RequestContext,
    initiative: { id: string; municipalityId: string; proposerId: string | null },
    notice: Omit<Notice, 'personId'>,
  ) {
    const told = await ctx.db.query<{ personId: string }[]>(
      // Of several steps one has not read of there is one notice, with the latest.
      `INSERT INTO notification (person_id, municipality_id, kind, details, path, subject_id)
       SELECT support.person_id, $2, $3, $4::jsonb, $5, $1 FROM support
       WHERE support.initiative_id = $1 AND support.person_id <> ALL($6)
       ON CONFLICT (person_id, kind, subject_id) WHERE read_at IS NULL AND subject_id IS NOT NULL
         DO UPDATE SET details = excluded.details, created_at = excluded.created_at, mailed_at = NULL
       RETURNING person_id AS "personId"`,
      [
        initiative.id,
        initiative.municipalityId,
        notice.kind,
        JSON.stringify(notice.details),
        notice.path,
        [initiative.proposerId, ctx.person?.id].filter((id) => id),
      ],
    );
    await this.mailings.queueNotices(ctx.db, initiative.municipalityId);
    this.tell(told.map(({ personId }) => personId));
  }

  private tell(people: readonly string[]) {
    const now = Date.now();
    for (const personId of new Set(people)) this.realtime.changed('person', personId, now);
  }
}
