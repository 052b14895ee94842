import { Injectable } from '@nestjs/common';
import type { Comment } from '../discussions/comment.entity.js';
import { VOICES, type Voice } from '../discussions/comment.entity.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { mentionedIn, type Participant } from './mention.rules.js';
import type { ParticipantList } from './mentions.dto.js';
import { can } from './notifications.access.js';
import { READABLE_COMMENT } from './subjects.repository.js';

const SUGGESTED = 8;

@Injectable()
export class MentionsService {
  constructor(private readonly threads: ThreadsService) {}

  /** Names of those who can be read in this thread already, and nothing else of them. */
  async suggest(ctx: RequestContext, threadId: string, beginning: string): Promise<ParticipantList> {
    allow(ctx, can.mention(ctx));
    await this.threads.byId(ctx, threadId);
    const items = await ctx.db.query<{ name: string; badge: Voice | null }[]>(
      `SELECT person.name, min(membership.role) FILTER (WHERE membership.role = ANY($5)) AS badge
       FROM person LEFT JOIN membership
         ON membership.person_id = person.id AND membership.municipality_id = $4
       WHERE starts_with(lower(person.name), lower($2)) AND person.id <> $3
         AND EXISTS (SELECT FROM comment WHERE comment.thread_id = $1 AND comment.author_id = person.id
           AND ${READABLE_COMMENT})
       GROUP BY person.id, person.name ORDER BY person.name LIMIT ${SUGGESTED}`,
      [threadId, beginning, ctx.me.id, ctx.here, VOICES],
    );
    return { items };
  }

  /** Writes down whom a comment names; gives the ids of those it had not named before. */
  async settle(ctx: RequestContext, comment: Comment): Promise<string[]> {
    if (!comment.body.includes('@')) return [];
    const participants = await ctx.db.query<Participant[]>(
      `SELECT person.id, person.name FROM person
       WHERE strpos(lower($2), '@' || lower(person.name)) > 0 AND person.id IS DISTINCT FROM $3
         AND EXISTS (SELECT FROM comment WHERE comment.thread_id = $1 AND comment.author_id = person.id
           AND ${READABLE_COMMENT})`,
      [comment.threadId, comment.body, comment.authorId],
    );
    const mentioned = mentionedIn(comment.body, participants);
    if (mentioned.length === 0) return [];
    const made = await ctx.db.query<{ personId: string }[]>(
      `INSERT INTO comment_mention (comment_id, person_id)
       SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [comment.id, mentioned],
    );
    return made.map(({ personId }) => personId);
  }
}
