import { CommentsService } from '../src/discussions/comments.service.js';
import type { CommentView } from '../src/discussions/comments.dto.js';
import { Thread } from '../src/discussions/thread.entity.js';
import type { Municipality } from '../src/municipalities/municipality.entity.js';
import type { OutlinedPolicy, OutlineNode } from '@medvind/policy-outline';
import { Goal } from '../src/policies/goal.entity.js';
import type { Policy } from '../src/policies/policy.entity.js';
import { PolicyPublisher } from '../src/policies/policy-publisher.js';
import { aMunicipality, contextOf, someone, type Someone, type World } from './world.js';

/** What tests of the features start from; missing parents are built. */
export interface PublishedPolicy {
  municipality: Municipality;
  policy: Policy;
  goals: Goal[];
  threads: Thread[];
}

export const aNode = (title: string, children: OutlineNode[] = [], level = 1): OutlineNode => ({
  level,
  number: null,
  label: null,
  title,
  titleProposed: false,
  leadIn: null,
  text: '',
  children,
});

export const anOutlinedPolicy = (wishes: Partial<OutlinedPolicy> = {}): OutlinedPolicy => ({
  title: 'Medborgerskabspolitik',
  subtitle: null,
  type: 'policy',
  levels: ['Fokusområde', 'Rammemål'],
  validFrom: null,
  validTo: null,
  adoptedBy: null,
  adoptedOn: null,
  publishedYear: null,
  summary: 'Flere tager del.',
  text: '',
  sections: [],
  actionPlans: [],
  allocations: [],
  annexes: [],
  owner: null,
  links: [],
  language: 'da',
  warnings: [],
  nodes: [aNode('Deltag', [aNode('Flere stemmer', [], 2), aNode('Unge er med', [], 2)])],
  ...wishes,
});

/** A published policy with three goals: one and two below it. */
export async function aPolicy(
  world: World,
  wishes: Partial<OutlinedPolicy> & { municipality?: Municipality } = {},
): Promise<PublishedPolicy> {
  const { municipality = await aMunicipality(world), ...outlined } = wishes;
  const staff = await someone(world, municipality, ['staff']);
  const ctx = await contextOf(world, municipality, staff);
  const [policy] = await world.app.get(PolicyPublisher).publish(ctx, [anOutlinedPolicy(outlined)]);
  const goals = await world.source
    .getRepository(Goal)
    .find({ where: { policyId: policy!.id }, order: { position: 'ASC' } });
  const threads = await Promise.all(
    goals.map(({ id }) => world.source.getRepository(Thread).findOneByOrFail({ subjectId: id })),
  );
  return { municipality, policy: policy!, goals, threads };
}

/** A comment in a thread of the municipality, by a new resident unless `by` is given. */
export async function aComment(
  world: World,
  { municipality, threads }: PublishedPolicy,
  wishes: { by?: Someone; body?: string; parentId?: string; thread?: Thread } = {},
): Promise<CommentView> {
  const by = wishes.by ?? (await someone(world, municipality));
  const ctx = await contextOf(world, municipality, by);
  return world.app.get(CommentsService).post(ctx, (wishes.thread ?? threads[0]!).id, {
    body: wishes.body ?? 'Der mangler bænke ved havnen.',
    parentId: wishes.parentId ?? null,
  });
}
