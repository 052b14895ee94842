import { Injectable } from '@nestjs/common';
import type { OutlinedPolicy, OutlineNode } from '@medvind/policy-outline';
import { uuidv7 } from '../platform/database/uuid.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { Goal } from './goal.entity.js';
import { can } from './policies.access.js';
import { GoalsPublished } from './policies.events.js';
import { Policy } from './policy.entity.js';
import { dayOf, slugOf } from './policy.rules.js';

/** What a document does not print, and a municipality knows. */
export interface PolicyExtras {
  visionContribution?: string;
  permitService?: { name: string; url: string };
  ownerUnitId?: string;
  targetGroupsOf?: (node: OutlineNode) => string[];
}

type NewGoal = Omit<Goal, 'municipality' | 'policy' | 'parent'>;

/** Writes an outline as policies and goals, and tells that they are there: each goal gets its thread. */
@Injectable()
export class PolicyPublisher {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  publish(
    ctx: RequestContext,
    outlined: readonly OutlinedPolicy[],
    extras: PolicyExtras = {},
  ): Promise<Policy[]> {
    allow(ctx, can.publishPolicy(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      // One publication at a time in a municipality: the address of a policy is made of the ones that are taken.
      await ctx.db.query('SELECT FROM municipality WHERE id = $1 FOR NO KEY UPDATE', [ctx.here]);
      const policies = ctx.db.getRepository(Policy);
      const taken = new Set(
        (await policies.find({ where: { municipalityId: ctx.here }, select: { slug: true } })).map(
          ({ slug }) => slug,
        ),
      );
      const ownerOf = await this.owners(ctx, outlined);
      const rows = outlined.map((policy, index) =>
        policies.create({
          id: uuidv7(),
          municipalityId: ctx.here,
          slug: free(slugOf(policy.title, ctx.municipality?.language), taken),
          title: policy.title,
          type: policy.type,
          language: policy.language === 'nb' ? 'da' : (policy.language ?? ctx.municipality?.language ?? 'da'),
          levels: policy.levels,
          summary: policy.summary,
          text: textOf(policy),
          visionContribution: extras.visionContribution ?? '',
          validFrom: dayOf(policy.validFrom, 'first'),
          validTo: dayOf(policy.validTo, 'last'),
          adoptedBy: policy.adoptedBy,
          adoptedOn: dayOf(policy.adoptedOn, 'first'),
          ownerUnitId: extras.ownerUnitId ?? ownerOf.get(policy.owner?.unit ?? '') ?? null,
          permitServiceName: extras.permitService?.name ?? null,
          permitServiceUrl: extras.permitService?.url ?? null,
          namedActionPlans: policy.actionPlans.map(({ title, combined }) => ({ title, combined })),
          allocations: policy.allocations.map(({ label, amount, currency, years }) => ({
            label,
            amount,
            currency,
            years,
          })),
          position: taken.size + index,
        }),
      );
      await policies.insert(rows);
      const goals = outlined.flatMap((policy, index) => goalsOf(ctx, rows[index]!.id, policy.nodes, extras));
      if (goals.length) await ctx.db.getRepository(Goal).insert(goals);
      await this.events.publish(ctx, new GoalsPublished(goals.map(({ id }) => id)));
      return rows;
    });
  }

  private async owners(ctx: RequestContext, outlined: readonly OutlinedPolicy[]) {
    const names = new Set(outlined.flatMap(({ owner }) => (owner?.unit ? [owner.unit] : [])));
    const units = await Promise.all(
      [...names].map(async (name) => [name, await this.municipalities.unitNamed(ctx, name)] as const),
    );
    return new Map(units);
  }
}

/** A slug nobody has yet, remembered as taken. */
function free(slug: string, taken: Set<string>): string {
  let candidate = slug;
  for (let n = 2; taken.has(candidate); n++) candidate = `${slug}-${n}`;
  taken.add(candidate);
  return candidate;
}

/** The policy's prose: what stands under its title, then its sections with their headings. */
const textOf = ({ text, sections }: OutlinedPolicy): string =>
  [text, ...sections.flatMap((section) => [section.title ?? '', section.text])].filter(Boolean).join('\n\n');

/** The tree as rows, parents first, with ids made here so that one insert writes them all. */
function goalsOf(
  ctx: RequestContext,
  policyId: string,
  nodes: readonly OutlineNode[],
  extras: PolicyExtras,
): NewGoal[] {
  const goals: NewGoal[] = [];
  const visit = (node: OutlineNode, parentId: string | null, level: number) => {
    const id = uuidv7();
    goals.push({
      id,
      municipalityId: ctx.here,
      policyId,
      parentId,
      position: goals.length,
      level,
      number: node.number,
      title: node.title,
      titleProposed: node.titleProposed,
      text: node.text,
      targetGroups: extras.targetGroupsOf?.(node) ?? [],
    });
    for (const child of node.children) visit(child, id, level + 1);
  };
  for (const node of nodes) visit(node, null, 1);
  return goals;
}
