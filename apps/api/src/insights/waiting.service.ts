import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { PlansService } from '../action-plans/plans.service.js';
import { InitiativeCasesService } from '../initiatives/initiative-cases.service.js';
import { InitiativeRulesService } from '../initiatives/initiative-rules.service.js';
import { InboxService } from '../involvement/inbox.service.js';
import { ProcessesService } from '../involvement/processes.service.js';
import { QueueService } from '../moderation/queue.service.js';
import { can } from './insights.access.js';
import type { WaitingView } from './insights.dto.js';

/** What waits for those who work here, counted by each feature for those who may know. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly queue: QueueService,
    private readonly inbox: InboxService,
    private readonly processes: ProcessesService,
    private readonly plans: PlansService,
    private readonly rules: InitiativeRulesService,
    private readonly cases: InitiativeCasesService,
  ) {}

  async show(ctx: RequestContext): Promise<WaitingView> {
    allow(ctx, can.seeWaiting(ctx));
    const [staff, moderates, administers] = [
      ctx.has('staff'),
      ctx.has('moderator'),
      ctx.has('administrator'),
    ];
    const [reports, inbox, unansweredProcesses, draftPlans, rule, initiatives] = await Promise.all([
      moderates ? this.queue.count(ctx) : null,
      staff ? this.inbox.counts(ctx, {}) : null,
      staff ? this.processes.countUnanswered(ctx) : null,
      staff ? this.plans.countDrafts(ctx) : null,
      administers ? this.rules.current(ctx) : null,
      staff ? this.cases.counts(ctx) : null,
    ]);
    return {
      reports: reports && reports.count,
      inbox: inbox && { notLinked: inbox.notLinked, notAnswered: inbox.notAnswered },
      unansweredProcesses,
      draftPlans,
      initiatives: initiatives && {
        mine: initiatives.mine,
        opinion: initiatives.opinion,
        unassigned: initiatives.unassigned,
        overdue: initiatives.overdue,
      },
      ruleMissing: administers ? rule === null : null,
    };
  }
}
