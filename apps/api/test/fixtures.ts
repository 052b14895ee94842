import { CommentsService } from '../src/discussions/comments.service.js';
import type { CommentView } from '../src/discussions/comments.dto.js';
import { Thread } from '../src/discussions/thread.entity.js';
import type { InitiativeView } from '../src/initiatives/initiatives.dto.js';
import { InitiativeRulesService } from '../src/initiatives/initiative-rules.service.js';
import { plainScheme } from '../src/initiatives/scheme.presets.js';
import type { Scheme } from '../src/initiatives/scheme.rules.js';
import { ProposalsService } from '../src/initiatives/proposals.service.js';
import type { ProcessInput } from '../src/involvement/processes.dto.js';
import { ProcessesService } from '../src/involvement/processes.service.js';
import type { WorkView } from '../src/involvement/work.dto.js';
import type { Municipality } from '../src/municipalities/municipality.entity.js';
import type { OutlinedPolicy } from '@medvind/policy-outline';
import { Goal } from '../src/policies/goal.entity.js';
import type { Policy } from '../src/policies/policy.entity.js';
import { PolicyPublisher } from '../src/policies/policy-publisher.js';
import { anOutlinedPolicy } from './outlines.js';
import { aMunicipality, contextOf, someone, type Someone, type World } from './world.js';

/** What tests of the features start from; missing parents are built. */
export interface PublishedPolicy {
  municipality: Municipality;
  policy: Policy;
  goals: Goal[];
  threads: Thread[];
}

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

/** An initiative that collects, by a new resident unless `by` is given; `draft` leaves it unpublished. */
export async function anInitiative(
  world: World,
  { municipality, goals }: PublishedPolicy,
  wishes: {
    by?: Someone;
    title?: string;
    text?: string;
    threshold?: number;
    /** What of the scheme is otherwise than plain. */
    scheme?: Partial<Scheme>;
    goal?: Goal;
    draft?: boolean;
  } = {},
): Promise<InitiativeView> {
  const administrator = await contextOf(
    world,
    municipality,
    await someone(world, municipality, ['administrator']),
  );
  const ctx = await contextOf(world, municipality, wishes.by ?? (await someone(world, municipality)));
  const proposals = world.app.get(ProposalsService);
  await world.app.get(InitiativeRulesService).change(administrator, {
    scheme: { ...plainScheme(wishes.threshold ?? 3, { windowDays: 30 }), ...wishes.scheme },
  });
  const draft = await proposals.draft(ctx, (wishes.goal ?? goals[0]!).id, {
    title: wishes.title ?? 'Flere bænke langs havnen',
    text: wishes.text ?? 'Der er langt mellem bænkene, og mange vil gerne sidde og se på skibene.',
  });
  return wishes.draft ? draft : proposals.publish(ctx, draft.id);
}

/** A process about the policy's first goal, made by new staff unless `by` is given. */
export async function aProcess(
  world: World,
  { municipality, goals }: PublishedPolicy,
  { by, ...wishes }: Partial<ProcessInput> & { by?: Someone } = {},
): Promise<WorkView> {
  const ctx = await contextOf(world, municipality, by ?? (await someone(world, municipality, ['staff'])));
  return world.app.get(ProcessesService).create(ctx, {
    title: 'Bænke og pladser',
    kind: 'citizen',
    purpose: 'At finde ud af, hvor der skal stå bænke.',
    question: 'Hvor skal bænkene stå?',
    fixedFrame: 'Der er 400.000 kr.',
    level: 'involve',
    goalIds: [goals[0]!.id],
    ...wishes,
  });
}
