import { Injectable } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, encodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { CaseViews } from './case-views.js';
import { CASE_KINDS } from './moderation-case.entity.js';
import { can } from './moderation.access.js';
import { mapCase, type CaseView } from './moderation.dto.js';
import { QueueChanged } from './moderation.events.js';
import { caseOf, type Subject } from './moderation.repository.js';
import {
  mapConversing,
  mapCount,
  mapPast,
  mapQueueEntry,
  type CaseContext,
  type CasePage,
  type ContributionQuery,
  type QueueCount,
  type QueueEntry,
  type QueuePage,
  type QueueQuery,
  type ThreadOptions,
} from './queue.dto.js';
import {
  claim,
  contributions,
  conversationAround,
  countWaiting,
  openCase,
  pastDecisions,
  release,
  threadsLike,
  waitingCases,
} from './queue.repository.js';

/** What waits, who looks at it, and everything else a moderator can look into. */
@Injectable()
export class QueueService {
  constructor(
    private readonly events: Events,
    private readonly views: CaseViews,
    realtime: Realtime,
  ) {
    // No row counts the changes of a queue; the moment tells one from the next.
    events.after(QueueChanged, (_, { municipalityId }) =>
      realtime.changed('moderation', municipalityId, Date.now()),
    );
  }

  async page(ctx: RequestContext, query: QueueQuery): Promise<QueuePage> {
    allow(ctx, can.moderate(ctx));
    const limit = limitOf(query);
    const { rows, walkedTo } = await waitingCases(ctx, {
      kind: query.kind ?? null,
      reason: query.reason ?? null,
      claim: query.claim ?? null,
      search: query.search ?? '',
      after: decodeCursor(query.after, 3),
      limit: limit + 1,
    });
    const matters = await this.views.of(ctx, rows);
    const page = pageOf(
      rows,
      limit,
      (row) => [row.urgency, row.cursorAt, row.caseId],
      (row) => mapQueueEntry(ctx, row, matters.get(row.caseId)),
    );
    return { ...page, next: page.next ?? (walkedTo && encodeCursor(walkedTo)) };
  }

  async count(ctx: RequestContext): Promise<QueueCount> {
    allow(ctx, can.moderate(ctx));
    return mapCount(await countWaiting(ctx, CASE_KINDS));
  }

  /** One contribution, reported or not, as a moderator sees it. @throws 404 */
  async show(ctx: RequestContext, subject: Subject): Promise<CaseView> {
    allow(ctx, can.moderate(ctx));
    const found = await caseOf(ctx, subject);
    if (!found) throw notFound();
    return mapCase(ctx, found);
  }

  async around(ctx: RequestContext, subject: Subject): Promise<CaseContext> {
    allow(ctx, can.moderate(ctx));
    const found = await caseOf(ctx, subject);
    if (!found) throw notFound();
    const conversation = subject.commentId ? await conversationAround(ctx, subject.commentId) : [];
    const earlier = found.authorId ? await pastDecisions(ctx, found.authorId) : [];
    return { conversation: conversation.map(mapConversing), earlier: earlier.map(mapPast) };
  }

  /** Contributions of every state, in search of words, a name or a reference. */
  async search(ctx: RequestContext, query: ContributionQuery): Promise<CasePage> {
    allow(ctx, can.moderate(ctx));
    const limit = limitOf(query);
    const { rows, walkedTo } = await contributions(ctx, {
      kind: query.kind ?? 'comment',
      state: query.state ?? null,
      search: query.search ?? '',
      after: decodeCursor(query.after, 2),
      limit: limit + 1,
    });
    const page = pageOf(
      rows,
      limit,
      (row) => [row.cursorAt, row.id],
      (row) => mapCase(ctx, row),
    );
    return { ...page, next: page.next ?? (walkedTo && encodeCursor(walkedTo)) };
  }

  async threads(ctx: RequestContext, search: string): Promise<ThreadOptions> {
    allow(ctx, can.moderate(ctx));
    return { items: await threadsLike(ctx, search) };
  }

  /** Says that one looks at a case, for a few minutes. @throws 409 `case-claimed` with who does */
  async claim(ctx: RequestContext, caseId: string, takeOver = false): Promise<QueueEntry> {
    allow(ctx, can.moderate(ctx));
    const claimed = await claim(ctx, caseId, takeOver);
    const row = await openCase(ctx, caseId);
    if (!row) throw notFound();
    if (!claimed)
      throw conflict('case-claimed', {
        name: row.claimedByName ?? '',
        until: row.claimedUntil?.toISOString() ?? null,
      });
    await this.events.publish(ctx, new QueueChanged(ctx.here));
    const matters = await this.views.of(ctx, [row]);
    return mapQueueEntry(ctx, row, matters.get(caseId));
  }

  async release(ctx: RequestContext, caseId: string): Promise<void> {
    allow(ctx, can.moderate(ctx));
    if (await release(ctx, caseId)) await this.events.publish(ctx, new QueueChanged(ctx.here));
  }
}
