import { Injectable } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import type { Initiative } from './initiative.entity.js';
import { after, ANSWERED_STATES } from './life.rules.js';
import { getAnswerBlockers } from './initiative.rules.js';
import { can } from './initiatives.access.js';
import type { AnswerInput, InitiativeView, MoveInput, RejectionInput } from './initiatives.dto.js';
import { InitiativeAnswered, InitiativeTakenBack } from './initiatives.events.js';
import { InitiativesService, refuse } from './initiatives.service.js';
import { isTextTellable } from './rejection.rules.js';
import { RejectionsService } from './rejections.service.js';
import { LivesService } from './lives.service.js';
import { monthsAfter } from './scheme.rules.js';

/** What the municipality does with an initiative: reads it before it is published, deals with it, answers it. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly events: Events,
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
    private readonly rejections: RejectionsService,
  ) {}

  /** Not published, for a reason of the scheme's list and in words; its proposer can write it anew. */
  async reject(
    ctx: RequestContext,
    initiativeId: string,
    { code, reason, withholdText = false }: RejectionInput,
  ): Promise<InitiativeView> {
    allow(ctx, can.moderate(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      const { rejections } = await this.lives.schemeOf(ctx, initiative);
      if (!rejections.includes(code)) throw invalidField('code', 'not-one-of');
      const change = { rejection: code, rejectionText: reason, heldAt: null, heldReason: null };
      await this.lives.move(ctx, initiative, 'reject', change, { note: reason });
      await this.rejections.tell(ctx, initiative, isTextTellable(code, withholdText));
      await this.events.publish(ctx, new InitiativeTakenBack(initiative));
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** A step of an initiative that was handed over, with why. */
  async move(ctx: RequestContext, initiativeId: string, { act, note }: MoveInput): Promise<InitiativeView> {
    allow(ctx, can.answer(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      const said = { note };
      if (act === 'extend') return this.extend(ctx, initiative, note);
      if (act === 'undecide') {
        const taken = { answerOutcome: null, answerText: null, answeredAt: null, answeredById: null };
        return this.lives.move(ctx, initiative, act, taken, said);
      }
      return this.lives.move(ctx, initiative, act, {}, said);
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** The municipality's answer; given again it corrects the one there is. */
  async answer(
    ctx: RequestContext,
    initiativeId: string,
    { outcome, text }: AnswerInput,
  ): Promise<InitiativeView> {
    allow(ctx, can.answer(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      refuse(getAnswerBlockers(initiative, new Date()));
      const { outcomes } = await this.lives.schemeOf(ctx, initiative);
      if (!outcomes.includes(outcome)) throw invalidField('outcome', 'not-one-of');
      const isNews = initiative.answerOutcome !== outcome;
      const answer = {
        answerOutcome: outcome,
        answerText: text,
        answeredAt: new Date(),
        answeredById: ctx.me.id,
      };
      // A mended sentence is no news to those who followed it.
      if (!isNews && ANSWERED_STATES.includes(initiative.status))
        return this.initiatives.change(ctx, initiative, answer);
      await this.expire(ctx, initiative);
      await this.lives.move(ctx, initiative, 'decide', answer);
      await this.events.publish(ctx, new InitiativeAnswered(initiative));
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Its time is over, though the job that says so has not come to it yet. */
  private async expire(ctx: RequestContext, initiative: Initiative) {
    if (after(initiative.status, 'decide') === null) await this.lives.move(ctx, initiative, 'expire');
  }

  private async extend(ctx: RequestContext, initiative: Initiative, note: string) {
    const { decision } = await this.lives.schemeOf(ctx, initiative);
    if (decision.extensionMonths === null) throw conflict('not-extendable');
    const decideBy = monthsAfter(initiative.decideBy ?? new Date(), decision.extensionMonths);
    await this.lives.move(
      ctx,
      initiative,
      'extend',
      { decideBy, overdueAt: null },
      { note, until: decideBy },
    );
  }
}
