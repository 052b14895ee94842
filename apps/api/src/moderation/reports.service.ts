import { Injectable } from '@nestjs/common';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { CasesService } from './cases.service.js';
import { can } from './moderation.access.js';
import {
  mapCase,
  type CasePage,
  type CaseView,
  type QueueCount,
  type QueueQuery,
  type ReasonTemplateList,
  type ReportInput,
  type ReportReceipt,
} from './moderation.dto.js';
import { QueueChanged } from './moderation.events.js';
import { caseOf, countWaiting, hold, waitingCases, type Subject } from './moderation.repository.js';
import { getReportBlockers } from './moderation.rules.js';
import { REASON_TEMPLATES, UNDO_REASON } from './reason-templates.js';
import { REASON_CODES } from './reason-codes.js';
import { Report } from './report.entity.js';

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    events: Events,
    realtime: Realtime,
  ) {
    // No row counts the changes of a queue; the moment tells one from the next.
    events.after(QueueChanged, (_, { municipalityId }) =>
      realtime.changed('moderation', municipalityId, Date.now()),
    );
  }

  /** Says that a contribution should not stand. Anyone can, once while the first waits when signed in. */
  async report(ctx: RequestContext, subject: Subject, input: ReportInput): Promise<ReportReceipt> {
    allow(ctx, can.report());
    const reporterId = ctx.person?.id ?? null;
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        // Held, so that nobody reports what is being hidden at this moment.
        await hold(ctx, subject);
        const found = await caseOf(ctx, subject);
        if (!found) throw notFound();
        const reports = ctx.db.getRepository(Report);
        const waits =
          reporterId !== null &&
          (await reports
            .createQueryBuilder()
            .where({ reporterId })
            .andWhere(
              'decision_id IS NULL AND (comment_id = :commentId OR initiative_id = :initiativeId)',
              subject,
            )
            .getExists());
        const own = reporterId !== null && found.authorId === reporterId;
        const blockers = getReportBlockers({ state: found.state, own, waits });
        if (blockers[0]) throw conflict(blockers[0].type, { reasons: blockers });
        const report = reports.create({
          municipalityId: ctx.here,
          ...subject,
          reporterId,
          reasonCode: input.reasonCode,
          text: input.text ?? '',
        });
        await reports.insert(report);
        await this.cases.open(ctx, { kind: 'report', ...subject });
        return {
          id: report.id,
          reference: found.reference,
          receivedAt: report.createdAt.toISOString(),
          answered: reporterId !== null,
        };
      });
    } catch (error) {
      if (violates(error, 'report_once_comment') || violates(error, 'report_once_initiative'))
        throw conflict('already-reported');
      throw error;
    }
  }

  async queue(ctx: RequestContext, query: QueueQuery): Promise<CasePage> {
    allow(ctx, can.moderate(ctx));
    const limit = limitOf(query);
    const rows = await waitingCases(ctx, {
      reason: query.reason ?? null,
      search: query.search ?? '',
      after: decodeCursor(query.after, 2),
      limit: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.cursorAt, row.cursorId],
      (row) => mapCase(ctx, row),
    );
  }

  async count(ctx: RequestContext): Promise<QueueCount> {
    allow(ctx, can.moderate(ctx));
    return { count: await countWaiting(ctx) };
  }

  /** One contribution, reported or not, as a moderator sees it. @throws 404 */
  async show(ctx: RequestContext, subject: Subject): Promise<CaseView> {
    allow(ctx, can.moderate(ctx));
    const found = await caseOf(ctx, subject);
    if (!found) throw notFound();
    return mapCase(ctx, found);
  }

  templates(ctx: RequestContext): ReasonTemplateList {
    allow(ctx, can.moderate(ctx));
    const language = ctx.municipality?.language ?? 'da';
    const texts = REASON_TEMPLATES[language];
    return {
      language,
      items: REASON_CODES.flatMap((code) => (texts[code] ? [{ code, text: texts[code] }] : [])),
      undo: UNDO_REASON[language],
    };
  }
}
