import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { FOLLOW_KINDS, Follow, type FollowKind } from './follow.entity.js';
import type { FollowPage, FollowState, NotificationSettings } from './follows.dto.js';
import { DEFAULT_PACES } from './mail-groups.js';
import { NotificationSetting } from './notification-setting.entity.js';
import { can } from './notifications.access.js';
import { keyOfSubject, subjectsOf } from './subjects.repository.js';

/** Nobody reads the news of more; it keeps what one person can ask of the database in bounds. */
const MOST = 500;

const DEFAULTS: NotificationSettings = { mail: null, ...DEFAULT_PACES, followOwn: true, answersToMe: true };

@Injectable()
export class FollowsService {
  /** What one follows, the newest first; what cannot be read any more is left out. */
  async list(ctx: RequestContext, query: PageQuery): Promise<FollowPage> {
    allow(ctx, can.read(ctx));
    const limit = limitOf(query);
    const after = decodeId(query.after);
    const follows = ctx.db
      .getRepository(Follow)
      .createQueryBuilder('follow')
      .where('follow.personId = :me AND follow.municipalityId = :here AND follow.endedAt IS NULL', {
        me: ctx.me.id,
        here: ctx.here,
      })
      .orderBy('follow.id', 'DESC')
      .take(limit + 1);
    if (after) follows.andWhere('follow.id < :after', { after });
    const page = pageOf(
      await follows.getMany(),
      limit,
      ({ id }) => [id],
      (follow) => follow,
    );
    const subjects = await subjectsOf(
      ctx.db,
      ctx.here,
      page.items.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
    );
    const named = new Map(subjects.map((subject) => [keyOfSubject(subject), subject]));
    const items = page.items.flatMap(({ id, kind, subjectId, createdAt }) => {
      const subject = named.get(keyOfSubject({ kind, id: subjectId }));
      if (!subject) return [];
      const { title, path, language } = subject;
      return [{ id, kind, subjectId, title, path, language, createdAt: createdAt.toISOString() }];
    });
    return { items, next: page.next };
  }

  async show(ctx: RequestContext, kind: string, subjectId: string): Promise<FollowState> {
    allow(ctx, can.read(ctx));
    const ref = { personId: ctx.me.id, kind: kindOf(kind), subjectId };
    const follow = await ctx.db.getRepository(Follow).findOneBy(ref);
    return { following: follow !== null && follow.endedAt === null };
  }

  /** @throws 404 for what is not here, hidden or a draft; 409 when one follows as much as one can */
  async follow(ctx: RequestContext, kind: string, subjectId: string): Promise<FollowState> {
    allow(ctx, can.read(ctx));
    const ref = { kind: kindOf(kind), id: subjectId };
    const [subject] = await subjectsOf(ctx.db, ctx.here, [ref]);
    if (!subject) throw notFound();
    const followed = await ctx.db.query<{ id: string }[]>(
      `INSERT INTO follow (person_id, municipality_id, kind, subject_id)
       SELECT $1, $2, $3, $4
       WHERE (SELECT count(*) FROM follow WHERE person_id = $1 AND municipality_id = $2 AND ended_at IS NULL) < $5
       ON CONFLICT (person_id, kind, subject_id) DO UPDATE SET ended_at = NULL,
         created_at = CASE WHEN follow.ended_at IS NULL THEN follow.created_at ELSE now() END
       RETURNING id`,
      [ctx.me.id, ctx.here, ref.kind, ref.id, MOST],
    );
    if (followed.length === 0) throw conflict('follows-too-much', { most: MOST });
    return { following: true };
  }

  async unfollow(ctx: RequestContext, kind: string, subjectId: string): Promise<FollowState> {
    allow(ctx, can.read(ctx));
    const ref = { personId: ctx.me.id, municipalityId: ctx.here, kind: kindOf(kind), subjectId };
    await ctx.db.getRepository(Follow).update(ref, { endedAt: new Date() });
    return { following: false };
  }

  async settings(ctx: RequestContext): Promise<NotificationSettings> {
    allow(ctx, can.read(ctx));
    const row = await ctx.db
      .getRepository(NotificationSetting)
      .findOneBy({ personId: ctx.me.id, municipalityId: ctx.here });
    const { mail, answers, outcomes, decisions, followed, followOwn, answersToMe } = row ?? DEFAULTS;
    return { mail, answers, outcomes, decisions, followed, followOwn, answersToMe };
  }

  async change(ctx: RequestContext, settings: NotificationSettings): Promise<NotificationSettings> {
    allow(ctx, can.read(ctx));
    const row = { personId: ctx.me.id, municipalityId: ctx.here, ...settings };
    await ctx.db.getRepository(NotificationSetting).upsert(row, ['personId', 'municipalityId']);
    return this.settings(ctx);
  }
}

const kindOf = (kind: string): FollowKind => {
  const known = FOLLOW_KINDS.find((one) => one === kind);
  if (!known) throw notFound();
  return known;
};
