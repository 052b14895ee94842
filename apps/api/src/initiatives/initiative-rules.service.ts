import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { violates } from '../platform/database/database.js';
import { conflict, invalidInput } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { today } from '../policies/policy.rules.js';
import { InitiativeRule } from './initiative-rule.entity.js';
import {
  mapRule,
  type InitiativeRuleView,
  type SchemePresets,
  type UntouchedInitiatives,
} from './initiative-rules.dto.js';
import { can } from './initiatives.access.js';
import { untouchedInitiatives } from './initiatives.repository.js';
import { presetIn, SCHEME_PRESET_KEYS } from './scheme.presets.js';
import { getSchemeFaults, type Scheme } from './scheme.rules.js';

@Injectable()
export class InitiativeRulesService {
  /** A version never changes once it is made. */
  private readonly known = new Map<string, Scheme>();

  async show(ctx: RequestContext): Promise<InitiativeRuleView> {
    return mapRule(ctx, await this.current(ctx), new Date());
  }

  /** The rule that what is published now comes under; null: none was made yet. */
  current(ctx: RequestContext): Promise<InitiativeRule | null> {
    return ctx.db
      .getRepository(InitiativeRule)
      .findOne({ where: { municipalityId: ctx.here }, order: { version: 'DESC' } });
  }

  /** The scheme an initiative was published under; of one that was not: the one there is now. null: none was made. */
  async schemeOf(ctx: RequestContext, { ruleId }: { ruleId: string | null }): Promise<Scheme | null> {
    if (ruleId === null) return (await this.current(ctx))?.scheme ?? null;
    const known = this.known.get(ruleId);
    if (known) return known;
    const { scheme } = await ctx.db.getRepository(InitiativeRule).findOneByOrFail({ id: ruleId });
    this.known.set(ruleId, scheme);
    return scheme;
  }

  /** In the municipality's language: applied, their words are its own. */
  presets({ municipality }: RequestContext): SchemePresets {
    const language = municipality?.language ?? 'da';
    return { items: SCHEME_PRESET_KEYS.map((key) => ({ key, scheme: presetIn(key, language) })) };
  }

  /** Which open initiatives a change would not touch. */
  async untouched(ctx: RequestContext): Promise<UntouchedInitiatives> {
    allow(ctx, can.changeRule(ctx));
    return untouchedInitiatives(ctx);
  }

  /** A new version; initiatives that are published keep theirs. */
  async change(ctx: RequestContext, { scheme }: { scheme: Scheme }): Promise<InitiativeRuleView> {
    allow(ctx, can.changeRule(ctx));
    const faults = getSchemeFaults(scheme, today());
    if (faults.length)
      throw invalidInput(faults.map(({ field, ...fault }) => ({ field: `scheme.${field}`, ...fault })));
    const before = await this.current(ctx);
    // As it is stored, so that neither the order of its parts nor their classes make a difference.
    const wished = JSON.parse(JSON.stringify(scheme)) as Scheme;
    if (before && isDeepStrictEqual(before.scheme, wished)) return mapRule(ctx, before, new Date());
    const rules = ctx.db.getRepository(InitiativeRule);
    const rule = rules.create({
      scheme: wished,
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
