import { Injectable } from '@nestjs/common';
import { InputPlanned, ResultReported } from '../action-plans/action-plans.events.js';
import { CommentPosted } from '../discussions/discussions.events.js';
import {
  InitiativeAnswered,
  InitiativeExpired,
  InitiativeReached,
} from '../initiatives/initiatives.events.js';
import type { Initiative } from '../initiatives/initiative.entity.js';
import { InputLinked, ThemeAnswered } from '../involvement/involvement.events.js';
import {
  ContributionChanged,
  ContributionHidden,
  ContributionPublished,
  ContributionRestored,
  ReportsAnswered,
} from '../moderation/moderation.events.js';
import {
  AppealDecided,
  HearingOpened,
  RestrictionDecided,
  RestrictionEnded,
} from '../redress/redress.events.js';
import { Events } from '../platform/events/events.js';
import type { RequestContext } from '../platform/http/context.js';
import { authorName } from './author-name.js';
import { noticesToAuthors, type Notice } from './notification.rules.js';
import { NotificationsService } from './notifications.service.js';

/** What happened, as notices to those it concerns. */
@Injectable()
export class NotificationsListener {
  constructor(
    events: Events,
    private readonly notifications: NotificationsService,
  ) {
    events.after(CommentPosted, (ctx, event) => this.answered(ctx, event));
    events.after(ContributionHidden, (ctx, { contribution, reasonCode, reason, statementId }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-hidden',
        details: { contribution: contribution.kind, text: contribution.text, reasonCode, reason },
        path: statementId ? `decisions/${statementId}` : contribution.path,
      }),
    );
    events.after(ContributionChanged, (ctx, { contribution, action, reason, statementId }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: action === 'edit' ? 'contribution-edited' : 'contribution-moved',
        details: { contribution: contribution.kind, text: contribution.text, reason },
        path: statementId ? `decisions/${statementId}` : contribution.path,
      }),
    );
    events.after(ContributionRestored, (ctx, { contribution, reason }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-restored',
        details: { contribution: contribution.kind, text: contribution.text, reason },
        path: contribution.path,
      }),
    );
    events.after(ContributionPublished, (ctx, { contribution }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-published',
        details: { contribution: contribution.kind, text: contribution.text },
        path: contribution.path,
      }),
    );
    events.after(ReportsAnswered, (ctx, event) => this.reported(ctx, event));
    events.after(AppealDecided, (ctx, { appeal }) =>
      this.toOne(ctx, appeal.personId, {
        kind: 'appeal-decided',
        details: { outcome: appeal.outcome, reason: appeal.answer },
        path: appeal.path,
      }),
    );
    events.after(HearingOpened, (ctx, { restriction }) =>
      this.toOne(ctx, restriction.personId, {
        kind: 'hearing-opened',
        details: {},
        path: `restrictions/${restriction.id}`,
      }),
    );
    events.after(RestrictionDecided, (ctx, { restriction }) =>
      this.toOne(ctx, restriction.personId, {
        kind: 'restriction-decided',
        details: { outcome: restriction.outcome, reason: restriction.reason },
        path: `restrictions/${restriction.id}`,
      }),
    );
    events.after(RestrictionEnded, (ctx, { restriction }) =>
      this.toOne(ctx, restriction.personId, {
        kind: 'restriction-ended',
        details: restriction.reason ? { reason: restriction.reason } : {},
        path: `restrictions/${restriction.id}`,
      }),
    );
    events.after(InputLinked, (ctx, { process, contributions }) =>
      this.toAuthors(ctx, contributions, {
        kind: 'input-linked',
        details: { title: process.title },
        path: `processes/${process.id}`,
      }),
    );
    events.after(ThemeAnswered, (ctx, { process, theme, contributions }) =>
      this.toAuthors(ctx, contributions, {
        kind: 'theme-answered',
        details: { title: process.title, theme: theme.title, outcome: theme.outcome },
        path: `processes/${process.id}`,
      }),
    );
    events.after(InputPlanned, (ctx, { action, contributions }) =>
      this.toAuthors(ctx, contributions, {
        kind: 'input-planned',
        details: { title: action.title, year: action.year },
        path: `plans/${action.planId}`,
      }),
    );
    events.after(ResultReported, (ctx, { action, contributions }) =>
      this.toAuthors(ctx, contributions, {
        kind: 'result-reported',
        details: { title: action.title, year: action.year, result: action.result },
        path: `plans/${action.planId}`,
      }),
    );
    events.after(InitiativeReached, (ctx, { initiative }) =>
      this.toProposer(
        ctx,
        initiative,
        'initiative-reached',
        initiative.threshold ? { threshold: initiative.threshold } : {},
      ),
    );
    events.after(InitiativeExpired, (ctx, { initiative }) =>
      this.toProposer(ctx, initiative, 'initiative-expired', {
        support: initiative.supportCount,
        ...(initiative.threshold ? { threshold: initiative.threshold } : {}),
      }),
    );
    events.after(InitiativeAnswered, (ctx, { initiative }) => this.initiativeAnswered(ctx, initiative));
  }

  private async answered(ctx: RequestContext, { comment, answeredAuthorId, thread }: CommentPosted) {
    if (answeredAuthorId === null || answeredAuthorId === comment.authorId) return;
    await this.toOne(ctx, answeredAuthorId, {
      kind: 'comment-answered',
      details: { title: thread.title, ...(await authorName(ctx, comment.authorId)) },
      path: `${thread.path}?comment=${comment.id}`,
    });
  }

  /** No text of the contribution: it is not theirs, and it may be hidden. */
  private reported(ctx: RequestContext, { contribution, action, reporterIds }: ReportsAnswered) {
    const notices = reporterIds
      .filter((personId) => personId !== ctx.person?.id)
      .map((personId) => ({
        personId,
        kind: 'report-answered' as const,
        details: { contribution: contribution.kind, action },
        path: contribution.path,
      }));
    return this.notifications.give(ctx, ctx.here, notices);
  }

  private async initiativeAnswered(ctx: RequestContext, initiative: Initiative) {
    const outcome = initiative.answerOutcome ?? '';
    await this.toProposer(ctx, initiative, 'initiative-answered', { outcome });
    await this.notifications.giveSupporters(ctx, initiative, {
      kind: 'supported-answered',
      details: { title: initiative.title, outcome },
      path: `initiatives/${initiative.id}`,
    });
  }

  private async toProposer(
    ctx: RequestContext,
    { id, title, proposerId, municipalityId }: Initiative,
    kind: Notice['kind'],
    details: Notice['details'],
  ) {
    if (proposerId === null || proposerId === ctx.person?.id) return;
    const notice = { personId: proposerId, kind, details: { title, ...details }, path: `initiatives/${id}` };
    await this.notifications.give(ctx, municipalityId, [notice]);
  }

  private async toOne(ctx: RequestContext, personId: string | null, notice: Omit<Notice, 'personId'>) {
    if (personId === null || personId === ctx.person?.id) return;
    await this.notifications.give(ctx, ctx.here, [{ personId, ...notice }]);
  }

  private toAuthors(
    ctx: RequestContext,
    contributions: Parameters<typeof noticesToAuthors>[0],
    notice: Omit<Notice, 'personId'>,
  ) {
    return this.notifications.give(
      ctx,
      ctx.here,
      noticesToAuthors(contributions, ctx.person?.id ?? null, notice),
    );
  }
}
