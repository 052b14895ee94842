import { Injectable } from '@nestjs/common';
import { Database, violates } from '../platform/database/database.js';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { CasesService } from './cases.service.js';
import { can } from './moderation.access.js';
import type { ReportInput, ReportReceipt } from './moderation.dto.js';
import { caseOf, hold, type Subject } from './moderation.repository.js';
import { getReportBlockers } from './moderation.rules.js';
import { getReasonFaults, isSaidIllegal } from './reason-codes.js';
import { Report } from './report.entity.js';

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
  ) {}

  /** Says that a contribution should not stand. Anyone can, once while the first waits when signed in. */
  async report(ctx: RequestContext, subject: Subject, input: ReportInput): Promise<ReportReceipt> {
    allow(ctx, can.report());
    const faults = getReasonFaults(ctx, input.reasonCode);
    if (faults.length) throw invalidInput(faults);
    const reporterId = ctx.person?.id ?? null;
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        // Held, so that nobody reports what is being hidden at this moment.
        await hold(ctx, [subject]);
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
        const urgency = isSaidIllegal(input.reasonCode) ? 1 : 2;
        await this.cases.open(ctx, { kind: 'report', urgency, ...subject });
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
}
