import { Injectable } from '@nestjs/common';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Gates } from '../discussions/gates.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidInput } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { PoliciesService } from '../policies/policies.service.js';
import { Initiative } from './initiative.entity.js';
import { getIncompleteFields, isWithdrawable, stateAt } from './initiative.rules.js';
import { deadlineOf } from './initiative-rule.rules.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { can, isProposer } from './initiatives.access.js';
import type { InitiativeInput, InitiativeView } from './initiatives.dto.js';
import {
  InitiativeExpired,
  InitiativeHeld,
  InitiativePublished,
  InitiativeTakenBack,
} from './initiatives.events.js';
import { InitiativesService, refuse } from './initiatives.service.js';

const EXPIRE = 'expire-initiative';

/** What a proposer does with an initiative, from the draft to taking it back, and what time does with it. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly policies: PoliciesService,
    private readonly initiatives: InitiativesService,
    private readonly rules: InitiativeRulesService,
    private readonly jobs: Jobs,
    private readonly gates: Gates,
  ) {
    jobs.handle(EXPIRE, (payload) => this.expire((payload as { initiativeId: string }).initiativeId));
  }

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
    });
    await drafts.insert(draft);
    return this.initiatives.show(ctx, draft.id);
  }

  async edit(ctx: RequestContext, initiativeId: string, input: InitiativeInput): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!can.edit(ctx, initiative)) throw conflict('initiative-published');
      const { title, text = '', language = initiative.language } = input;
      // What a moderator reads must be what is published: changed, it waits no more, and is published anew.
      await this.takeBack(ctx, initiative);
      await this.initiatives.change(ctx, initiative, { title, text, language });
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Everyone's to read from here on, or from when a moderator has seen it where a rule asks for that. */
  async publish(ctx: RequestContext, initiativeId: string): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!can.edit(ctx, initiative)) throw conflict('initiative-published');
      refuse(await this.initiatives.proposalBlockers(ctx, initiative.goalId));
      const incomplete = getIncompleteFields(initiative);
      if (incomplete.length) throw invalidInput(incomplete);
      if (initiative.heldAt) return;
      const { id, title, text } = initiative;
      const verdict = await this.gates.ask(ctx, { kind: 'initiative', id, threadId: null, title, text });
      if (!verdict) return this.open(ctx, initiative);
      const { hold, detail = '' } = verdict;
      await this.initiatives.change(ctx, initiative, {
        heldAt: new Date(),
        heldReason: hold,
        heldDetail: detail,
      });
      await this.events.publish(ctx, new InitiativeHeld({ ...initiative, heldDetail: detail }, hold));
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** A moderator has seen what was held back: it is published now, and only now its time begins. */
  async release(ctx: RequestContext, initiativeId: string) {
    allow(ctx, can.moderate(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (!initiative.heldAt) throw conflict('already-decided');
      refuse(await this.initiatives.proposalBlockers(ctx, initiative.goalId));
      await this.open(ctx, initiative);
    });
  }

  /** Its proposer takes it back; what was published can still be read. */
  async withdraw(ctx: RequestContext, initiativeId: string, reason: string | null): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!isWithdrawable(initiative, new Date())) throw conflict('conflict');
      await this.takeBack(ctx, initiative);
      const change = { status: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: reason } as const;
      await this.initiatives.change(ctx, initiative, change);
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** It collects support from this moment, under the rule as it is now. */
  private async open(ctx: RequestContext, initiative: Initiative) {
    const rule = await this.rules.current(ctx);
    if (!rule) throw conflict('rule-missing');
    const publishedAt = new Date();
    const deadline = deadlineOf(rule, publishedAt);
    await this.initiatives.change(ctx, initiative, {
      status: 'collecting',
      publishedAt,
      deadline,
      ruleId: rule.id,
      threshold: rule.threshold,
      heldAt: null,
      heldReason: null,
    });
    const { id: initiativeId } = initiative;
    await this.jobs.add(ctx, EXPIRE, { initiativeId }, { runAt: deadline, key: `${EXPIRE}:${initiativeId}` });
    await this.initiatives.openThread(ctx, initiative);
    await this.events.publish(ctx, new InitiativePublished(initiative));
  }

  private async takeBack(ctx: RequestContext, initiative: Initiative) {
    if (!initiative.heldAt) return;
    await this.initiatives.change(ctx, initiative, { heldAt: null, heldReason: null });
    await this.events.publish(ctx, new InitiativeTakenBack(initiative));
  }

  /** The job at its deadline: writes down what everyone reads already, and tells those who wait for it, once. */
  async expire(initiativeId: string) {
    const db = this.database.source.manager;
    const initiative = await db.getRepository(Initiative).findOneBy({ id: initiativeId });
    if (!initiative) return;
    const municipality = await db
      .getRepository(Municipality)
      .findOneByOrFail({ id: initiative.municipalityId });
    const ctx = new RequestContext(db, municipality, null, new Set(), municipality.language);
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (initiative.status !== 'collecting' || stateAt(initiative, new Date()) !== 'expired') return;
      await this.initiatives.change(ctx, initiative, { status: 'expired' });
      await this.events.publish(ctx, new InitiativeExpired(initiative));
    });
  }
}
