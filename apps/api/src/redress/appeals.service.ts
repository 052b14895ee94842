import { Injectable } from '@nestjs/common';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { Appeal } from './appeal.entity.js';
import {
  getAppealBlockers,
  getAppealDecisionBlockers,
  getAppealFaults,
  type AppealBlocker,
} from './appeal.rules.js';
import {
  mapAppealable,
  mapAppealCase,
  mapOwnDecision,
  type AppealableView,
  type AppealAnswerInput,
  type AppealCaseView,
  type AppealInput,
  type OwnDecisionPage,
} from './appeals.dto.js';
import { CasesService } from '../moderation/cases.service.js';
import { DecisionsService } from '../moderation/decisions.service.js';
import type { OpenedQuarantine, OpeningInput } from '../moderation/quarantines.dto.js';
import { QuarantinesService } from '../moderation/quarantines.service.js';
import { can } from './redress.access.js';
import { AppealDecided } from './redress.events.js';
import {
  appealAbout,
  appealById,
  appealSubject,
  decisionsAbout,
  subjectOf,
  type AppealRow,
  type AppealSubject,
  type AppealSubjectKind,
} from './redress.repository.js';
import { RestrictionsService } from './restrictions.service.js';

/** Where the one who appealed reads the answer, below the municipality. A notice is followed by its own link. */
const pageOfAppeal = ({ kind, id }: Pick<AppealSubject, 'kind' | 'id'>): string =>
  kind === 'restriction' ? `restrictions/${id}` : `appeals/${id}`;

/** A second look at a decision, by somebody else, within six months. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
    private readonly quarantines: QuarantinesService,
    private readonly restrictions: RestrictionsService,
  ) {}

  /** What was decided about the reader, newest first. */
  async mine(ctx: RequestContext, query: PageQuery): Promise<OwnDecisionPage> {
    allow(ctx, can.appeal(ctx));
    const limit = limitOf(query);
    const rows = await decisionsAbout(ctx, decodeCursor(query.after, 2), limit + 1);
    return pageOf(rows, limit, (row) => [row.cursorAt, row.id], mapOwnDecision);
  }

  /** A decision that concerns the reader, with their appeal. @throws 404 for what concerns somebody else */
  async show(ctx: RequestContext, kind: AppealSubjectKind, id: string): Promise<AppealableView> {
    allow(ctx, can.appeal(ctx));
    return this.view(ctx, await this.concerning(ctx, kind, id));
  }

  async appeal(
    ctx: RequestContext,
    kind: AppealSubjectKind,
    id: string,
    input: AppealInput,
  ): Promise<AppealableView> {
    allow(ctx, can.appeal(ctx));
    return this.make(ctx, await this.concerning(ctx, kind, id), input);
  }

  /** For whoever holds the link of the notice, with no account needed. */
  async showOfNotice(ctx: RequestContext, noticeId: string): Promise<AppealableView | null> {
    allow(ctx, can.notify());
    const subject = await appealSubject(ctx, 'notice', noticeId);
    return subject ? this.view(ctx, { ...subject, concerns: true }) : null;
  }

  async appealNotice(ctx: RequestContext, noticeId: string, input: AppealInput): Promise<AppealableView> {
    allow(ctx, can.notify());
    const subject = await appealSubject(ctx, 'notice', noticeId);
    if (!subject) throw conflict('not-appealable');
    return this.make(ctx, { ...subject, concerns: true }, input);
  }

  /** As a moderator sees it: what was decided and why, and what is said against it. @throws 404 */
  async case(ctx: RequestContext, appealId: string): Promise<AppealCaseView> {
    allow(ctx, can.decide(ctx));
    const appeal = await appealById(ctx, appealId);
    if (!appeal) throw notFound();
    return this.caseView(ctx, appeal, await this.subject(ctx, appeal));
  }

  /**
   * The original of what the decision took away, for whoever decides: not who decided before, and not once it is
   * decided. That it was opened, by whom and why, is written down.
   * @throws 404, 409 `own-decision`, `own-appeal`, `already-decided`
   */
  async open(ctx: RequestContext, appealId: string, { purpose }: OpeningInput): Promise<OpenedQuarantine> {
    allow(ctx, can.decide(ctx));
    const appeal = await appealById(ctx, appealId);
    if (!appeal) throw notFound();
    const subject = await this.subject(ctx, appeal);
    const [blocker, ...others] = this.blockers(ctx, appeal, subject);
    if (blocker) throw conflict(blocker.type, { reasons: [blocker, ...others] });
    if (subject.kind !== 'decision' || !subject.quarantined) throw notFound();
    return this.quarantines.openFor(ctx, subject.id, purpose);
  }

  /**
   * Upheld, all is as it was before the decision; turned down, it stands. Never by who decided before.
   * @throws 409 `own-decision`, `own-appeal`, `already-decided`
   */
  async decide(ctx: RequestContext, appealId: string, input: AppealAnswerInput): Promise<AppealCaseView> {
    allow(ctx, can.decide(ctx));
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        const appeal = await appealById(ctx, appealId, { held: true });
        if (!appeal) throw notFound();
        const subject = await this.subject(ctx, appeal);
        const [blocker, ...others] = this.blockers(ctx, appeal, subject);
        if (blocker) throw conflict(blocker.type, { reasons: [blocker, ...others] });
        await this.cases.requireFree(ctx, appeal.caseId);
        const text = input.text ?? '';
        const faults = getAppealFaults({ ...input, text, hides: hides(subject) });
        if (faults.length) throw invalidInput(faults);

        await ctx.db.query(
          `UPDATE appeal SET outcome = $2, answer = $3, decided_by_id = $4, decided_at = clock_timestamp()
           WHERE id = $1`,
          [appealId, input.outcome, text, ctx.me.id],
        );
        if (input.outcome === 'upheld') await this.restore(ctx, subject, { ...input, text });
        if (appeal.caseId) await this.cases.close(ctx, appeal.caseId);
        await this.events.publish(
          ctx,
          new AppealDecided({
            id: appealId,
            personId: appeal.personId,
            outcome: input.outcome,
            answer: text,
            path: pageOfAppeal(subject),
          }),
        );
        return this.case(ctx, appealId);
      });
    } catch (error) {
      if (violates(error, 'appeal_decided_by_another')) throw conflict('own-decision');
      if (violates(error, 'appeal_decided_once')) throw conflict('already-decided');
      throw error;
    }
  }

  private async make(
    ctx: RequestContext,
    subject: AppealSubject,
    { text }: AppealInput,
  ): Promise<AppealableView> {
    const before = await appealAbout(ctx, subject.kind, subject.id);
    const [blocker, ...others] = appealBlockers(subject, before);
    if (blocker) throw refused(blocker, others);
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        const caseId = await this.cases.open(ctx, { kind: 'appeal', personId: ctx.person?.id ?? null });
        await ctx.db.getRepository(Appeal).insert({
          municipalityId: ctx.here,
          [`${subject.kind}Id`]: subject.id,
          personId: ctx.person?.id ?? null,
          text,
          language: ctx.language,
          caseId,
        });
        return this.view(ctx, subject);
      });
    } catch (error) {
      if (violates(error, `appeal_${subject.kind}_id_key`)) throw conflict('already-appealed');
      if (violates(error, 'appeal_in_time')) throw conflict('appeal-period-over');
      throw error;
    }
  }

  /** Everything as it was, unless somebody has seen to that already. */
  private async restore(
    ctx: RequestContext,
    subject: AppealSubject,
    input: AppealAnswerInput & { text: string },
  ) {
    if (subject.kind === 'restriction') return this.restrictions.lift(ctx, subject.id, input.text);
    const { commentId, initiativeId, contribution } = subject;
    if (!contribution || (subject.kind === 'decision' && subject.superseded)) return;
    const about = { commentId, initiativeId };
    if (hides(subject)) {
      if (contribution.state !== 'visible' && contribution.state !== 'held') return;
      const { text: reason, reasonCode = null } = input;
      await this.decisions.decide(
        ctx,
        about,
        { action: 'hide', reason, reasonCode },
        { source: sourceOf(subject) },
      );
    } else if (subject.kind === 'decision') {
      await this.decisions.reverse(ctx, subject.id, input.text);
      // What had waited waits again, and is answered by this: it has just been found that it can stand.
      if (await this.cases.waits(ctx, about))
        await this.decisions.decide(ctx, about, { action: 'keep' }, { appealed: true });
    }
  }

  private async concerning(ctx: RequestContext, kind: AppealSubjectKind, id: string): Promise<AppealSubject> {
    const subject = await appealSubject(ctx, kind, id);
    if (!subject?.concerns) throw notFound();
    return subject;
  }

  private async subject(ctx: RequestContext, appeal: AppealRow): Promise<AppealSubject> {
    const { kind, id } = subjectOf(appeal);
    const subject = await appealSubject(ctx, kind, id);
    if (!subject) throw notFound();
    return subject;
  }

  private async view(ctx: RequestContext, subject: AppealSubject): Promise<AppealableView> {
    const appeal = await appealAbout(ctx, subject.kind, subject.id);
    return mapAppealable(subject, appeal, appealBlockers(subject, appeal));
  }

  private caseView(ctx: RequestContext, appeal: AppealRow, subject: AppealSubject): AppealCaseView {
    return mapAppealCase(subject, appeal, hides(subject), this.blockers(ctx, appeal, subject));
  }

  private blockers(ctx: RequestContext, appeal: AppealRow, subject: AppealSubject) {
    return getAppealDecisionBlockers(
      {
        decided: appeal.decidedAt !== null,
        appellantId: appeal.personId,
        authorId: subject.contribution?.authorId ?? subject.authorId,
        decidedByIds: subject.deciderIds,
      },
      ctx.me.id,
    );
  }
}

const appealBlockers = (subject: AppealSubject, appeal: AppealRow | undefined): AppealBlocker[] =>
  getAppealBlockers({ ...subject, appealed: appeal !== undefined }, new Date());

const refused = (blocker: AppealBlocker, others: AppealBlocker[]) => {
  const { type } = blocker;
  const reasons = [blocker, ...others];
  if (type === 'already-appealed' || type === 'appeal-period-over') return conflict(type, { reasons });
  return conflict('not-appealable', { reasons });
};

const sourceOf = ({ kind }: AppealSubject) => (kind === 'notice' ? 'notice' : 'report');

/** A report or notice that was turned down: upholding the appeal hides what it is about. */
const hides = ({ kind, what, commentId, initiativeId }: AppealSubject): boolean =>
  (kind === 'notice' && (commentId ?? initiativeId) !== null) || (kind === 'decision' && what === 'keep');
