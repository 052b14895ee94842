import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Gates } from '../discussions/gates.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { PoliciesService } from '../policies/policies.service.js';
import { today } from '../policies/policy.rules.js';
import { CoProposer } from './co-proposer.entity.js';
import { Initiative } from './initiative.entity.js';
import { getCoProposerBlockers, getIncompleteFields, getWithdrawalBlockers } from './initiative.rules.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { can, isInvited, isProposer } from './initiatives.access.js';
import type { InitiativeInput, InitiativeView } from './initiatives.dto.js';
import {
  CoProposerConfirmed,
  InitiativeHeld,
  InitiativePublished,
  InitiativeTakenBack,
} from './initiatives.events.js';
import { sameTitled } from './initiatives.repository.js';
import { InitiativesService, refuse } from './initiatives.service.js';
import { LivesService } from './lives.service.js';
import {
  daysAfter,
  deadlineOf,
  paperUntilOf,
  peopleOf,
  repeatFrom,
  thresholdOf,
  type Scheme,
} from './scheme.rules.js';

/** Why it waits, where the scheme has everything read before it is published. */
const SCHEME_REVIEW = 'scheme-review';

/** What a proposer does with an initiative, from the draft to its publication or to taking it back. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly events: Events,
    private readonly policies: PoliciesService,
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
    private readonly rules: InitiativeRulesService,
    private readonly gates: Gates,
  ) {}

  async draft(ctx: RequestContext, goalId: string, input: InitiativeInput): Promise<InitiativeView> {
    allow(ctx, can.participate(ctx));
    await this.policies.requireGoal(ctx, goalId);
    const drafts = ctx.db.getRepository(Initiative);
    const draft = drafts.create({
      municipalityId: ctx.here,
      goalId,
      proposerId: ctx.me.id,
      title: input.title,
      text: input.text ?? '',
      language: input.language ?? ctx.language,
      windowChoice: input.windowChoice ?? null,
    });
    await drafts.insert(draft);
    return this.initiatives.show(ctx, draft.id);
  }

  async edit(ctx: RequestContext, initiativeId: string, input: InitiativeInput): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!can.edit(ctx, initiative)) throw conflict('initiative-published');
      const { title, text = '', language = initiative.language, windowChoice } = input;
      // What others confirm or read must be what is published: changed, it is a draft again.
      await this.takeBack(ctx, initiative);
      if (initiative.status !== 'draft') await this.lives.reopen(ctx, initiative);
      await this.initiatives.change(ctx, initiative, {
        title,
        text,
        language,
        ...(windowChoice === undefined ? {} : { windowChoice }),
      });
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Asks co-proposers to confirm it as it is: whoever has the link can, until its deadline. */
  async invite(ctx: RequestContext, initiativeId: string): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      const scheme = await this.lives.schemeOf(ctx, initiative);
      if (scheme.coProposers.max === 0) throw conflict('initiative-moved-on');
      await this.check(ctx, initiative, scheme);
      const confirmBy = daysAfter(new Date(), scheme.coProposers.days);
      await this.lives.move(
        ctx,
        initiative,
        'ask',
        { invitation: randomUUID(), confirmBy },
        { until: confirmBy },
      );
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** The reader, who came by the link, stands behind it beside its proposer. */
  async confirm(ctx: RequestContext, initiativeId: string, invitation: string): Promise<InitiativeView> {
    allow(ctx, can.participate(ctx));
    const work = async (ctx: RequestContext, initiative: Initiative) => {
      if (isProposer(ctx, initiative)) throw conflict('own-initiative');
      const scheme = await this.lives.schemeOf(ctx, initiative);
      refuse(await this.initiatives.gaps(ctx, scheme.proposer));
      const confirmed = ctx.db.getRepository(CoProposer);
      const initiativeId = initiative.id;
      if (await confirmed.existsBy({ initiativeId, personId: ctx.me.id })) return;
      const before = await confirmed.countBy({ initiativeId });
      if (before >= scheme.coProposers.max) throw conflict('co-proposers-enough');
      await confirmed.insert({ initiativeId, personId: ctx.me.id });
      await this.initiatives.change(ctx, initiative, {});
      const isEnough = before + 1 >= scheme.coProposers.min;
      await this.events.publish(ctx, new CoProposerConfirmed(initiative, ctx.me.id, isEnough));
    };
    await this.initiatives.locked(ctx, initiativeId, work, (_, initiative) =>
      isInvited(initiative, invitation),
    );
    return this.initiatives.show(ctx, initiativeId, invitation);
  }

  /** Everyone's to read from here on, or from when somebody has read it where a rule or the scheme asks for that. */
  async publish(ctx: RequestContext, initiativeId: string): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!can.edit(ctx, initiative)) throw conflict('initiative-published');
      if (initiative.heldAt) return;
      const scheme = await this.lives.schemeOf(ctx, initiative);
      await this.check(ctx, initiative, scheme);
      const confirmed = await ctx.db.getRepository(CoProposer).countBy({ initiativeId });
      refuse(getCoProposerBlockers(scheme, confirmed));
      const { id, title, text } = initiative;
      const verdict = await this.gates.ask(ctx, { kind: 'initiative', id, threadId: null, title, text });
      const reason = verdict?.hold ?? (scheme.review.before ? SCHEME_REVIEW : null);
      if (!reason) return this.open(ctx, initiative);
      const now = new Date();
      const reviewBy = daysAfter(now, scheme.review.days);
      const held = {
        heldAt: now,
        heldReason: reason,
        heldDetail: verdict?.detail ?? '',
        reviewBy,
        confirmBy: null,
      };
      await this.lives.move(ctx, initiative, 'submit', held, { until: reviewBy });
      await this.events.publish(ctx, new InitiativeHeld(initiative, reason));
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Somebody has read what waited: it is published now, and only now its time begins. */
  async release(ctx: RequestContext, initiativeId: string) {
    allow(ctx, can.moderate(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (!initiative.heldAt) throw conflict('already-decided');
      refuse(await this.initiatives.proposalBlockers(ctx, initiative.goalId, false));
      await this.open(ctx, initiative);
    });
  }

  /** Its proposer takes it back; what was published can still be read. */
  async withdraw(ctx: RequestContext, initiativeId: string, reason: string | null): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      const holdsMerged = await ctx.db.getRepository(Initiative).existsBy({ mergedIntoId: initiativeId });
      refuse(getWithdrawalBlockers(initiative, holdsMerged, new Date()));
      await this.takeBack(ctx, initiative);
      const change = { withdrawnAt: new Date(), withdrawnReason: reason, heldAt: null, heldReason: null };
      await this.lives.move(ctx, initiative, 'withdraw', change, { note: reason });
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** What is to be read by others must be whole, by somebody who may propose it, and not there already. */
  private async check(ctx: RequestContext, initiative: Initiative, scheme: Scheme) {
    refuse(await this.initiatives.proposalBlockers(ctx, initiative.goalId));
    const incomplete = getIncompleteFields(initiative, scheme);
    if (incomplete.length) throw invalidInput(incomplete);
    if (scheme.repeat.rule === 'allowed') return;
    const earlier = await sameTitled(ctx, initiative);
    if (!earlier) return;
    const endedOn = earlier.endedAt && today(earlier.endedAt);
    const from = repeatFrom(scheme, { open: earlier.open, endedOn }, today());
    if (from === null) return;
    const details = { earlierId: earlier.id, reference: `F-${earlier.number}`, from };
    throw new Problem(409, 'same-matter', details);
  }

  /** It collects support from this moment, under the rule as it is now. */
  private async open(ctx: RequestContext, initiative: Initiative) {
    const rule = await this.rules.current(ctx);
    if (!rule) throw conflict('rule-missing');
    const { scheme } = rule;
    const publishedAt = new Date();
    const deadline = deadlineOf(scheme, publishedAt, initiative.windowChoice ?? undefined);
    await this.lives.move(
      ctx,
      initiative,
      'publish',
      {
        publishedAt,
        deadline,
        paperUntil: paperUntilOf(scheme, deadline),
        ruleId: rule.id,
        threshold: thresholdOf(scheme),
        higherThreshold: scheme.higher && peopleOf(scheme, scheme.higher.part),
        heldAt: null,
        heldReason: null,
        confirmBy: null,
        reviewBy: null,
      },
      { until: deadline },
    );
    await this.initiatives.openThread(ctx, initiative);
    await this.events.publish(ctx, new InitiativePublished(initiative));
    // Where one is enough, its proposer was the one it took: nobody has to come to support it.
    if (initiative.threshold === 1 && scheme.handOver === 'at-once')
      await this.lives.supported(ctx, { ...initiative, supportCount: 1 });
  }

  /** There is nothing to decide any more. */
  private async takeBack(ctx: RequestContext, initiative: Initiative) {
    if (initiative.heldAt) await this.events.publish(ctx, new InitiativeTakenBack(initiative));
  }
}
