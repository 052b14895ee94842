import { Day, Flag, Instant, Part, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { today } from '../policies/policy.rules.js';
import type { InitiativeRule } from './initiative-rule.entity.js';
import { deadlineOf } from './initiative-rule.rules.js';
import { can } from './initiatives.access.js';

export class InitiativeRuleAbilities {
  @Flag() change: boolean;
}

export class InitiativeRuleView {
  /** 0: no rule is made yet, and nothing can be published. */
  @Whole() version: number;
  @Whole({ nullable: true }) threshold: number | null;
  /** Days an initiative collects, or else `closesOn`, one last day for all. */
  @Whole({ nullable: true }) windowDays: number | null;
  @Day({ nullable: true }) closesOn: string | null;
  @Instant({ nullable: true }) since: string | null;
  /** The deadline of an initiative published now; null: none can be. */
  @Instant({ nullable: true }) deadlineNow: string | null;
  @Part(() => InitiativeRuleAbilities) can: InitiativeRuleAbilities;
}

export class InitiativeRuleInput {
  @Whole({ min: 1, max: 1_000_000 }) threshold: number;
  @Whole({ min: 1, max: 730, optional: true, nullable: true }) windowDays?: number | null;
  @Day({ optional: true, nullable: true }) closesOn?: string | null;
}

export const mapRule = (ctx: RequestContext, rule: InitiativeRule | null, now: Date): InitiativeRuleView => ({
  version: rule?.version ?? 0,
  threshold: rule?.threshold ?? null,
  windowDays: rule?.windowDays ?? null,
  closesOn: rule?.closesOn ?? null,
  since: rule?.createdAt.toISOString() ?? null,
  deadlineNow:
    rule && (rule.closesOn === null || rule.closesOn >= today(now))
      ? deadlineOf(rule, now).toISOString()
      : null,
  can: { change: can.changeRule(ctx) },
});
