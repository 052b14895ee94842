import { Injectable } from '@nestjs/common';
import { PlanPublished } from '../action-plans/action-plans.events.js';
import { CommentPosted } from '../discussions/discussions.events.js';
import type { Initiative } from '../initiatives/initiative.entity.js';
import {
  InitiativeAnswered,
  InitiativeExpired,
  InitiativePublished,
  InitiativeReached,
} from '../initiatives/initiatives.events.js';
import { ProcessClosed, ProcessOpened, ThemeAnswered } from '../involvement/involvement.events.js';
import { Events } from '../platform/events/events.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import type { Vote } from '../votes/vote.entity.js';
import { VoteCalledOff, VoteClosed, VoteOpened } from '../votes/votes.events.js';
import { authorName } from './author-name.js';
import { isRecorded, placeOfThread, record, type Happening } from './activities.repository.js';
import { CONCERNS_VOTERS, type ActivityKind } from './activity.entity.js';
import type { FollowKind } from './follow.entity.js';
import { MentionsService } from './mentions.service.js';
import { NotificationsService } from './notifications.service.js';
import type { SubjectRef } from './subjects.repository.js';

/** What happens where people may follow, written down and told to those who do. */
@Injectable()
export class ActivitiesListener {
  constructor(
    events: Events,
    private readonly jobs: Jobs,
    private readonly mentions: MentionsService,
    private readonly notifications: NotificationsService,
  ) {
    events.after(CommentPosted, async (ctx, event) => {
      const { comment } = event;
      await this.mentioned(ctx, event);
      await this.followOwn(ctx, comment.authorId, comment.municipalityId, 'thread', comment.threadId);
      // Held back a second time and let through again, it is no news.
      if (comment.heldAt && (await isRecorded(ctx.db, comment.id))) return;
      await this.happened(ctx, {
        kind: 'comment',
        municipalityId: comment.municipalityId,
        actorId: comment.authorId,
        commentId: comment.id,
        ...(await placeOfThread(ctx.db, comment.threadId)),
      });
    });
    events.after(InitiativePublished, async (ctx, { initiative }) => {
      const { id, municipalityId, proposerId, goalId, districtId } = initiative;
      await this.followOwn(ctx, proposerId, municipalityId, 'initiative', id);
      await this.happened(ctx, {
        kind: 'initiative',
        municipalityId,
        actorId: proposerId,
        initiativeId: id,
        goalIds: [goalId],
        subjects: ofDistrict(districtId),
      });
    });
    events.after(InitiativeReached, (ctx, { initiative }) =>
      this.progress(ctx, 'initiative-reached', initiative),
    );
    events.after(InitiativeExpired, (ctx, { initiative }) =>
      this.progress(ctx, 'initiative-expired', initiative),
    );
    events.after(InitiativeAnswered, (ctx, { initiative }) =>
      this.progress(ctx, 'initiative-answered', initiative),
    );
    events.after(ProcessOpened, (ctx, { processId }) => this.process(ctx, 'process-opened', processId));
    events.after(ThemeAnswered, (ctx, { process }) => this.process(ctx, 'process-answered', process.id));
    events.after(ProcessClosed, (ctx, { processId }) => this.process(ctx, 'process-closed', processId));
    events.after(VoteOpened, (ctx, { vote }) => this.vote(ctx, 'vote-opened', vote));
    events.after(VoteCalledOff, (ctx, { vote }) => this.vote(ctx, 'vote-called-off', vote));
    events.after(VoteClosed, (ctx, { vote }) => this.vote(ctx, 'vote-closed', vote));
    events.after(PlanPublished, (ctx, { planId, policyId, goalIds }) =>
      this.happened(ctx, {
        kind: 'plan-published',
        municipalityId: ctx.here,
        actorId: ctx.person?.id ?? null,
        planId,
        goalIds,
        policyIds: [policyId],
      }),
    );
  }

  /** Who is answered hears of that, and not again that they are named in it. */
  private async mentioned(ctx: RequestContext, { comment, answeredAuthorId, thread }: CommentPosted) {
    const mentioned = (await this.mentions.settle(ctx, comment)).filter((id) => id !== answeredAuthorId);
    if (mentioned.length === 0) return;
    const details = { title: thread.title, ...(await authorName(ctx, comment.authorId)) };
    await this.notifications.give(
      ctx,
      comment.municipalityId,
      mentioned.map((personId) => ({
        personId,
        kind: 'mentioned' as const,
        details,
        path: `${thread.path}?comment=${comment.id}`,
      })),
    );
  }

  private progress(ctx: RequestContext, kind: ActivityKind, { id, municipalityId, districtId }: Initiative) {
    return this.happened(ctx, {
      kind,
      municipalityId,
      actorId: ctx.person?.id ?? null,
      initiativeId: id,
      subjects: [{ kind: 'initiative', id }, ...ofDistrict(districtId)],
    });
  }

  private async process(ctx: RequestContext, kind: ActivityKind, processId: string) {
    const [process] = await ctx.db.query<{ goalIds: string[] }[]>(
      `SELECT ARRAY(SELECT goal_id FROM process_goal WHERE process_id = process.id) AS "goalIds"
       FROM process WHERE id = $1`,
      [processId],
    );
    if (!process) return;
    await this.happened(ctx, {
      kind,
      municipalityId: ctx.here,
      actorId: ctx.person?.id ?? null,
      processId,
      goalIds: process.goalIds,
      subjects: [{ kind: 'process', id: processId }],
    });
  }

  /** Heard of by those who follow it or what it is about; those who voted are told when it is over. */
  private vote(
    ctx: RequestContext,
    kind: ActivityKind,
    { id, municipalityId, goalId, initiativeId, processId }: Vote,
  ) {
    const about: SubjectRef[] = [
      { kind: 'vote', id },
      ...(initiativeId ? [{ kind: 'initiative' as const, id: initiativeId }] : []),
      ...(processId ? [{ kind: 'process' as const, id: processId }] : []),
    ];
    return this.happened(ctx, {
      kind,
      municipalityId,
      actorId: ctx.person?.id ?? null,
      voteId: id,
      goalIds: [goalId],
      subjects: about,
    });
  }

  private async happened(ctx: RequestContext, happening: Happening) {
    const made = await record(ctx.db, happening);
    if (!made) return;
    const telling = { activityId: made.id, after: null };
    if (made.heard) await this.jobs.add(ctx, 'tell-followers', telling);
    else if (CONCERNS_VOTERS.has(happening.kind)) await this.jobs.add(ctx, 'tell-voters', telling);
  }

  /** Who writes somewhere hears of what follows, unless they said no to that, or to this thread. */
  private async followOwn(
    ctx: RequestContext,
    personId: string | null,
    municipalityId: string,
    kind: FollowKind,
    subjectId: string,
  ) {
    if (personId === null) return;
    await ctx.db.query(
      `INSERT INTO follow (person_id, municipality_id, kind, subject_id)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM notification_setting
         WHERE person_id = $1 AND municipality_id = $2 AND NOT follow_own)
       ON CONFLICT (person_id, kind, subject_id) DO NOTHING`,
      [personId, municipalityId, kind, subjectId],
    );
  }
}

const ofDistrict = (id: string | null): SubjectRef[] => (id === null ? [] : [{ kind: 'district', id }]);
