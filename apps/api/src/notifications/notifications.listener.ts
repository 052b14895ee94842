import { Injectable } from '@nestjs/common';
import { InputPlanned, ResultReported } from '../action-plans/action-plans.events.js';
import { CommentHeld, CommentPosted } from '../discussions/discussions.events.js';
import {
  CaseAssigned,
  DeadlinesCame,
  CoProposerConfirmed,
  HandlerNamed,
  InitiativeAnswered,
  InitiativeExpired,
  InitiativeHeld,
  InitiativeMoved,
  InitiativeReached,
  MergeAnswered,
  MergeAsked,
  OpinionAsked,
  OpinionGiven,
} from '../initiatives/initiatives.events.js';
import type { Initiative } from '../initiatives/initiative.entity.js';
import type { Act } from '../initiatives/life.rules.js';
import { coProposersOf } from '../initiatives/initiatives.repository.js';
import { InputLinked, ThemeAnswered } from '../involvement/involvement.events.js';
import {
  ContributionChanged,
  ContributionHidden,
  ContributionPublished,
  ContributionRestored,
  DecisionTakenBack,
  ReportsAnswered,
  type Moderated,
} from '../moderation/moderation.events.js';
import { undoableUntil } from '../moderation/moderation.rules.js';
import {
  AppealDecided,
  HearingOpened,
  RestrictionDecided,
  RestrictionEnded,
} from '../redress/redress.events.js';
import { Events } from '../platform/events/events.js';
import type { RequestContext } from '../platform/http/context.js';
import { authorName } from './author-name.js';
import { beginningOf, noticesToAuthors, type Notice } from './notification.rules.js';
import { NotificationsService } from './notifications.service.js';

/** Steps that those who propose an initiative have no other notice of. */
const TO_PROPOSERS = new Set<Act>([
  'rewrite',
  'reject',
  'reach-higher',
  'hand-over',
  'consider',
  'extend',
  'overdue',
  'undecide',
]);

/** An answer has a notice of its own. */
const TO_SUPPORTERS = new Set<Act>([
  'reach',
  'reach-higher',
  'expire',
  'hand-over',
  'consider',
  'extend',
  'overdue',
  'undecide',
  'plan',
  'carry-out',
  'withdraw',
]);

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
        ...ofDecision(contribution),
      }),
    );
    events.after(ContributionChanged, (ctx, { contribution, action, reason, statementId }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: action === 'edit' ? 'contribution-edited' : 'contribution-moved',
        details: { contribution: contribution.kind, text: contribution.text, reason },
        path: statementId ? `decisions/${statementId}` : contribution.path,
        ...ofDecision(contribution),
      }),
    );
    events.after(ContributionRestored, (ctx, { contribution, reason }) =>
      this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-restored',
        details: { contribution: contribution.kind, text: contribution.text, reason },
        path: contribution.path,
        ...ofDecision(contribution),
      }),
    );
    events.after(ContributionPublished, async (ctx, { contribution }) => {
      await this.notifications.forgetHeld(ctx, contribution.authorId, contribution.path);
      await this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-published',
        details: { contribution: contribution.kind, text: contribution.text },
        path: contribution.path,
        ...ofDecision(contribution),
      });
    });
    events.after(DecisionTakenBack, async (ctx, { contribution, restored, reason }) => {
      const knew = await this.notifications.takeBack(ctx, contribution.decisionId);
      // Who has read of it hears that it is so no more; nobody else need know that there was anything.
      if (!restored || !contribution.authorId || !knew.includes(contribution.authorId)) return;
      await this.toOne(ctx, contribution.authorId, {
        kind: 'contribution-restored',
        details: { contribution: contribution.kind, text: contribution.text, reason },
        path: contribution.path,
      });
    });
    events.after(CommentHeld, (ctx, { comment, reason, thread }) =>
      this.held(ctx, comment.authorId, {
        details: {
          contribution: 'comment',
          text: beginningOf(comment.body),
          rule: reason,
          detail: comment.heldDetail,
        },
        path: `${thread.path}?comment=${comment.id}`,
      }),
    );
    events.after(InitiativeHeld, (ctx, { initiative, reason }) =>
      this.held(ctx, initiative.proposerId, {
        details: {
          contribution: 'initiative',
          text: initiative.title,
          rule: reason,
          detail: initiative.heldDetail,
        },
        path: `initiatives/${initiative.id}`,
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
      this.toProposers(
        ctx,
        initiative,
        'initiative-reached',
        initiative.threshold ? { threshold: initiative.threshold } : {},
      ),
    );
    events.after(InitiativeExpired, (ctx, { initiative }) =>
      this.toProposers(ctx, initiative, 'initiative-expired', {
        support: initiative.supportCount,
        ...(initiative.threshold ? { threshold: initiative.threshold } : {}),
      }),
    );
    events.after(InitiativeMoved, (ctx, event) => this.moved(ctx, event));
    events.after(CoProposerConfirmed, async (ctx, { initiative, personId, isEnough }) =>
      this.toProposers(
        ctx,
        initiative,
        'co-proposer-confirmed',
        await authorName(ctx, personId),
        // What one can do now is its proposer's alone.
        isEnough ? { outcome: 'ready' } : {},
      ),
    );
    events.after(MergeAsked, (ctx, event) => this.mergeAsked(ctx, event));
    events.after(MergeAnswered, (ctx, event) => this.mergeAnswered(ctx, event));
    events.after(InitiativeAnswered, (ctx, { initiative }) => this.initiativeAnswered(ctx, initiative));
    events.after(HandlerNamed, (ctx, { initiative, unit }) =>
      this.toProposers(ctx, initiative, 'handler-named', { name: unit }),
    );
    events.after(CaseAssigned, (ctx, { initiative, assigneeId }) =>
      this.toColleague(ctx, assigneeId, 'case-assigned', initiative),
    );
    events.within(DeadlinesCame, (ctx, { reminders }) => this.deadlines(ctx, reminders));
    events.after(OpinionAsked, async (ctx, { initiative, askedId, askerId }) =>
      this.toColleague(ctx, askedId, 'opinion-asked', initiative, await authorName(ctx, askerId)),
    );
    events.after(OpinionGiven, async (ctx, { initiative, askerId, askedId }) =>
      this.toColleague(ctx, askerId, 'opinion-given', initiative, await authorName(ctx, askedId)),
    );
  }

  private async answered(ctx: RequestContext, { comment, answeredAuthorId, thread }: CommentPosted) {
    if (answeredAuthorId === null || answeredAuthorId === comment.authorId) return;
    const notice = { kind: 'comment-answered' as const, path: `${thread.path}?comment=${comment.id}` };
    // Held back a second time and let through again, it is no news.
    if (comment.heldAt && (await this.notifications.hasTold(ctx, { personId: answeredAuthorId, ...notice })))
      return;
    const details = { title: thread.title, ...(await authorName(ctx, comment.authorId)) };
    await this.toOne(ctx, answeredAuthorId, { ...notice, details });
  }

  /** To the one who wrote it, who has just read the same where it stands. */
  private async held(ctx: RequestContext, personId: string | null, notice: Pick<Notice, 'details' | 'path'>) {
    if (personId === null) return;
    await this.notifications.give(ctx, ctx.here, [
      { personId, kind: 'contribution-held', unmailed: true, ...notice },
    ]);
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
        ...ofDecision(contribution),
      }));
    return this.notifications.give(ctx, ctx.here, notices);
  }

  private async initiativeAnswered(ctx: RequestContext, initiative: Initiative) {
    const outcome = initiative.answerOutcome ?? '';
    await this.toProposers(ctx, initiative, 'initiative-answered', { outcome });
    await this.notifications.giveSupporters(ctx, initiative, {
      kind: 'supported-answered',
      details: { title: initiative.title, outcome, ...ofVoters(initiative) },
      path: `initiatives/${initiative.id}`,
    });
  }

  /** A step of an initiative: to those who propose it, and to those who support it. */
  private async moved(ctx: RequestContext, { initiative, act, said }: InitiativeMoved) {
    // Of a hand-over the note says to whom, not why.
    const note = said.note ? { [act === 'hand-over' ? 'name' : 'reason']: said.note } : {};
    const details = { title: initiative.title, outcome: act, ...note };
    // What is a draft again by its proposer's own hand is no news to them.
    if (TO_PROPOSERS.has(act) && !(act === 'rewrite' && ctx.person))
      await this.toProposers(ctx, initiative, 'initiative-moved', details);
    if (TO_SUPPORTERS.has(act))
      await this.notifications.giveSupporters(ctx, initiative, {
        kind: 'supported-moved',
        details: { ...details, ...ofVoters(initiative) },
        path: `initiatives/${initiative.id}`,
      });
  }

  /** To the two whose yes it takes. */
  private async mergeAsked(ctx: RequestContext, { from, into, reason }: MergeAsked) {
    for (const [own, other] of [
      [from, into],
      [into, from],
    ] as const)
      await this.toOne(ctx, own.proposerId, ofMerge('merge-asked', own, other, { reason }));
  }

  /** To whoever asked, to the other proposer where it is settled, and to those whose support goes along. */
  private async mergeAnswered(
    ctx: RequestContext,
    { from, into, askerId, answer, leavesVotes }: MergeAnswered,
  ) {
    const details = { outcome: answer };
    if (askerId !== from.proposerId && askerId !== into.proposerId)
      await this.toOne(ctx, askerId, ofMerge('merge-answered', from, into, details));
    if (answer === 'agree') return;
    await this.toOne(ctx, from.proposerId, ofMerge('merge-answered', from, into, details));
    await this.toOne(ctx, into.proposerId, ofMerge('merge-answered', into, from, details));
    if (answer === 'merge' || answer === 'undo')
      await this.notifications.giveSupporters(ctx, from, {
        ...ofMerge('supported-moved', from, into, {
          ...details,
          ...ofVoters(from),
          ...(leavesVotes && { leavesVotes }),
        }),
        path: `initiatives/${answer === 'merge' ? into.id : from.id}`,
      });
  }

  /** To somebody who works here; what was said stays in the case. */
  private toColleague(
    ctx: RequestContext,
    personId: string,
    kind: Notice['kind'],
    { id, title }: Initiative,
    details: Notice['details'] = {},
  ) {
    return this.toOne(ctx, personId, {
      kind,
      details: { title, ...details },
      path: `staff/initiatives/${id}`,
    });
  }

  private deadlines(ctx: RequestContext, reminders: DeadlinesCame['reminders']) {
    const notices = reminders.flatMap(({ initiativeId, number, title, what, deadline, late, people }) =>
      people.map((personId) => ({
        personId,
        kind: late ? ('deadline-late' as const) : ('deadline-near' as const),
        // What nobody has read yet is called by its number alone.
        details: { title: what === 'review' ? `F-${number}` : title, due: what, by: deadline.toISOString() },
        path: what === 'review' ? 'moderation' : `staff/initiatives/${initiativeId}`,
      })),
    );
    return this.notifications.give(ctx, ctx.here, notices);
  }

  private async toProposers(
    ctx: RequestContext,
    { id, title, proposerId, municipalityId }: Initiative,
    kind: Notice['kind'],
    details: Notice['details'],
    toProposer: Notice['details'] = {},
  ) {
    const people = [proposerId, ...(await coProposersOf(ctx, id)).map(({ personId }) => personId)];
    const notices = people.flatMap((personId) =>
      personId === null || personId === ctx.person?.id
        ? []
        : [
            {
              personId,
              kind,
              details: { title, ...details, ...(personId === proposerId && toProposer) },
              path: `initiatives/${id}`,
            },
          ],
    );
    await this.notifications.give(ctx, municipalityId, notices);
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

/** Where some are against it or blank, all who said something are told in the same words: the notice tells nobody which. */
const ofVoters = ({ againstCount, blankCount }: Initiative) =>
  againstCount + blankCount > 0 ? { voted: true } : {};

/** While the decision can be taken back, it is told on the page alone: a letter cannot be. */
const ofDecision = ({ decisionId }: Moderated) => ({ decisionId, mailAfter: undoableUntil(new Date()) });

/** Of one of two that are, or were to be, merged; the other by its number, for what others wrote is not kept here. */
const ofMerge = (
  kind: Notice['kind'],
  own: Initiative,
  other: Initiative,
  details: Notice['details'],
): Omit<Notice, 'personId'> => ({
  kind,
  details: { title: own.title, reference: `F-${other.number}`, ...details },
  path: `initiatives/${own.id}`,
});
