import { Injectable } from '@nestjs/common';
import { violates } from '../platform/database/database.js';
import { conflict, invalidInput } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { today } from '../policies/policy.rules.js';
import { InitiativeRule } from './initiative-rule.entity.js';
import { getRuleFaults } from './initiative-rule.rules.js';
import { mapRule, type InitiativeRuleInput, type InitiativeRuleView } from './initiative-rules.dto.js';
import { can } from './initiatives.access.js';

@Injectable()
export class InitiativeRulesService {
  async show(ctx: RequestContext): Promise<InitiativeRuleView> {
    return mapRule(ctx, await this.current(ctx), new Date());
  }

  /** The rule that what is published now comes under; null: none was made yet. */
  current(ctx: RequestContext): Promise<InitiativeRule | null> {
    return ctx.db
      .getRepository(InitiativeRule)
      .findOne({ where: { municipalityId: ctx.here }, order: { version: 'DESC' } });
  }

  /** A new version; initiatives that are published keep theirs. */
  async change(ctx: RequestContext, input: InitiativeRuleInput): Promise<InitiativeRuleView> {
    allow(ctx, can.changeRule(ctx));
    const wished = {
      threshold: input.threshold,
      windowDays: input.windowDays ?? null,
      closesOn: input.closesOn ?? null,
    };
    const faults = getRuleFaults(wished, today());
    if (faults.length) throw invalidInput(faults);
    const before = await this.current(ctx);
    if (before && isSame(before, wished)) return mapRule(ctx, before, new Date());
    const rules = ctx.db.getRepository(InitiativeRule);
    const rule = rules.create({
      ...wished,
      municipalityId: ctx.here,
      version: (before?.version ?? 0) + 1,
      createdById: ctx.me.id,
    });
    try {
      return mapRule(ctx, await rules.save(rule), new Date());
    } catch (error) {
      if (violates(error, 'initiative_rule_municipality_id_version_key')) throw conflict('changed-meanwhile');
      throw error;
    }
  }
}

type Wished = Pick<InitiativeRule, 'threshold' | 'windowDays' | 'closesOn'>;

const isSame = (rule: Wished, wished: Wished): boolean =>
  rule.threshold === wished.threshold &&
  rule.windowDays === wished.windowDays &&
  rule.closesOn === wished.closesOn;
