import { describe, expect, it } from '@jest/globals';
import { isWithin } from '../../municipalities/outline.rules.js';
import type {
  GoalContent,
  LinkContent,
  MunicipalityContent,
  PolicyContent,
  ProcessContent,
} from './content.types.js';
import { helsingborg } from './helsingborg.content.js';
import { helsingor } from './helsingor.content.js';

const VOTERS = 60;
const ladders = {
  helsingor: ['inform', 'consult', 'involve', 'collaborate', 'empower'],
  helsingborg: ['information', 'konsultation', 'dialog', 'inflytande', 'medbeslutande'],
};

const flat = (nodes: GoalContent[]): GoalContent[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const depth = (nodes: GoalContent[]): number => Math.max(0, ...nodes.map((node) => 1 + depth(node.children)));
const atLevel = (nodes: GoalContent[], level: number): GoalContent[] =>
  level === 1 ? nodes : nodes.flatMap((node) => atLevel(node.children, level - 1));
const keys = (records: { key: string }[]): Set<string> => new Set(records.map(({ key }) => key));
const duplicates = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

/** What a record points at that is not there. */
const missing = (known: Set<string>, wanted: (string | undefined)[]): string[] =>
  wanted.filter((key): key is string => key !== undefined && !known.has(key));

const linksOf = (process: ProcessContent): LinkContent[] => [
  ...process.themes.flatMap(({ links }) => links),
  ...(process.unsorted ?? []),
];

const policyOf = (content: MunicipalityContent, key: string): PolicyContent => {
  const found = content.policies.find((policy) => policy.key === key);
  if (!found) throw new Error(`no policy ${key} in ${content.slug}`);
  return found;
};

const emptyTexts = (value: unknown, path: string): string[] => {
  if (typeof value === 'string') return value.trim() === '' || value !== value.trim() ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => emptyTexts(item, `${path}[${at}]`));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([name, item]) => emptyTexts(item, `${path}.${name}`));
  return [];
};

const dayOf = (content: MunicipalityContent, daysAgo: number): string =>
  new Date(Date.parse(content.writtenOn) - daysAgo * 86_400_000).toISOString().slice(0, 10);

describe.each([helsingor, helsingborg])('the demonstration content of $slug', (content) => {
  const goals = content.policies.flatMap(({ nodes }) => flat(nodes));
  const goalKeys = keys(goals);
  const units = keys(content.units);
  const people = keys(content.people);
  const comments = new Map(content.comments.map((comment) => [comment.key, comment]));
  const initiatives = new Map(content.initiatives.map((initiative) => [initiative.key, initiative]));
  const processes = keys(content.processes);
  const actions = content.plans.flatMap((plan) => plan.actions);
  const closed = content.processes.filter(({ state }) => state === 'closed');

  it('places what is proposed within the district it names', () => {
    expect(
      missing(
        keys(content.initiatives),
        content.places.map(({ initiative }) => initiative),
      ),
    ).toEqual([]);
    const outside = content.places.filter(({ district, point }) => {
      const ring = content.districts.find(({ key }) => key === district)?.ring;
      return !ring || (point && !isWithin({ type: 'MultiPolygon', coordinates: [[ring]] }, point));
    });
    expect(outside).toEqual([]);
  });

  it('has no empty or ragged text', () => {
    expect(emptyTexts(content, content.slug)).toEqual([]);
  });

  it('uses a key once', () => {
    const records = [
      content.units,
      content.policies,
      goals,
      content.people,
      content.comments,
      content.initiatives,
      content.processes,
      content.processes.flatMap(({ themes }) => themes),
      content.plans,
    ];
    expect(records.flatMap((list) => duplicates(list.map(({ key }) => key)))).toEqual([]);
  });

  it('refers only to units that exist', () => {
    expect(
      missing(units, [
        ...content.policies.map(({ ownerUnit }) => ownerUnit),
        ...content.processes.map(({ ownerUnit }) => ownerUnit),
        ...content.plans.map(({ ownerUnit }) => ownerUnit),
        ...actions.map(({ responsible }) => responsible),
        ...content.initiatives.map(({ answer }) => answer?.by),
      ]),
    ).toEqual([]);
  });

  it('refers only to people that exist', () => {
    expect(
      missing(people, [
        ...content.comments.flatMap(({ author, hidden, reports = [] }) => [
          author,
          hidden?.by,
          ...reports.map(({ by }) => by),
        ]),
        ...content.initiatives.map(({ proposer }) => proposer),
        ...content.processes.flatMap(({ team }) => team),
      ]),
    ).toEqual([]);
  });

  it('refers only to goals that exist', () => {
    expect(
      missing(goalKeys, [
        ...content.comments.map(({ goal }) => goal),
        ...content.initiatives.map(({ goal }) => goal),
        ...content.processes.flatMap((process) => process.goals),
        ...actions.map(({ goal }) => goal),
      ]),
    ).toEqual([]);
  });

  it('names as many levels as its deepest goal needs', () => {
    const unnamed = content.policies.filter(({ levels, nodes }) => depth(nodes) > levels.length);
    expect(unnamed.map(({ key }) => key)).toEqual([]);
  });

  it('sends individual cases to a permit service from rules, and from nothing else', () => {
    for (const policy of content.policies)
      expect(Boolean(policy.permitService)).toBe(policy.type === 'rules');
  });

  it('keeps a reply under its comment, later than it, and at most two levels down', () => {
    for (const reply of content.comments.filter(({ parent }) => parent)) {
      const parent = comments.get(reply.parent!);
      expect(parent?.goal).toBe(reply.goal);
      expect(parent!.daysAgo).toBeGreaterThanOrEqual(reply.daysAgo);
      expect(parent!.parent && comments.get(parent!.parent)!.parent).toBeFalsy();
    }
  });

  it('asks for no more votes than there are voters', () => {
    const tooMany = [
      ...content.comments.filter(({ agree, disagree, pass }) => agree + disagree + pass > VOTERS),
      ...content.initiatives.filter(
        ({ supporters, participants }) => supporters > VOTERS || participants > supporters,
      ),
    ];
    expect(tooMany.map(({ key }) => key)).toEqual([]);
  });

  it('has one lively thread, hidden comments with a reason and reports still open', () => {
    const perGoal = [...goalKeys].map((key) => content.comments.filter(({ goal }) => goal === key).length);
    expect(Math.max(...perGoal)).toBe(14);
    expect(perGoal.filter(Boolean).length).toBeGreaterThanOrEqual(12);
    expect(content.comments.length).toBeGreaterThanOrEqual(45);
    expect(content.comments.filter(({ hidden }) => hidden)).toHaveLength(2);
    expect(content.comments.filter(({ hidden, reports }) => reports && !hidden)).toHaveLength(3);
  });

  it('lets only a moderator hide', () => {
    expect.hasAssertions();
    const moderators = new Set(
      content.people.filter(({ roles }) => roles.includes('moderator')).map(({ key }) => key),
    );
    for (const { hidden } of content.comments) if (hidden) expect(moderators.has(hidden.by)).toBe(true);
  });

  it('has an initiative in every state, each agreeing with threshold and window', () => {
    const { demoThreshold, windowDays } = content.initiativeRule;
    expect(new Set(content.initiatives.map(({ state }) => state)).size).toBe(6);
    for (const initiative of content.initiatives) {
      const { state, supporters, daysAgo, answer, withdrawnBecause } = initiative;
      const over = daysAgo > (initiative.windowDays ?? windowDays);
      if (state === 'draft') expect(supporters).toBe(0);
      if (state === 'collecting') expect([supporters < demoThreshold, over]).toEqual([true, false]);
      if (state === 'expired') expect([supporters < demoThreshold, over]).toEqual([true, true]);
      if (state === 'reached' || state === 'decided')
        expect(supporters).toBeGreaterThanOrEqual(demoThreshold);
      expect(Boolean(answer)).toBe(state === 'decided');
      expect(Boolean(withdrawnBecause)).toBe(state === 'withdrawn');
      if (answer) expect(answer.daysAgo).toBeLessThan(daysAgo);
    }
  });

  it('gives initiatives every outcome', () => {
    const outcomes = content.initiatives.flatMap(({ answer }) => (answer ? [answer.outcome] : []));
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'partly', 'declined', 'forwarded']));
  });

  it('links processes only to contributions of its own, each at most once', () => {
    for (const process of content.processes) {
      const links = linksOf(process);
      expect(links.filter(({ comment, initiative }) => Boolean(comment) === Boolean(initiative))).toEqual([]);
      expect(
        missing(
          new Set(comments.keys()),
          links.map(({ comment }) => comment),
        ),
      ).toEqual([]);
      expect(
        missing(
          new Set(initiatives.keys()),
          links.map(({ initiative }) => initiative),
        ),
      ).toEqual([]);
      expect(duplicates(links.map(({ comment, initiative }) => comment ?? `i:${initiative}`))).toEqual([]);
      const kinds = new Set(links.map(({ type }) => type !== undefined));
      expect([...kinds]).toEqual([process.kind === 'user']);
    }
  });

  it('links nothing that was hidden or never published', () => {
    expect.hasAssertions();
    for (const { comment, initiative } of content.processes.flatMap(linksOf)) {
      if (comment) expect(comments.get(comment)!.hidden).toBeUndefined();
      if (initiative) expect(initiatives.get(initiative)!.state).not.toBe('draft');
    }
  });

  it('stands on a step of its own ladder, with phases in order', () => {
    for (const { level, phases, decidesOn } of content.processes) {
      expect(ladders[content.slug]).toContain(level);
      const days = phases.flatMap(({ from, to }) => [from, to]);
      expect(days).toEqual([...days].sort());
      expect(decidesOn >= phases[0]!.from).toBe(true);
    }
  });

  it('closes a process only with an answer to every theme', () => {
    expect(content.processes.map(({ state }) => state).sort()).toEqual(['closed', 'open']);
    for (const process of closed) {
      expect(process.themes.filter(({ response }) => !response)).toEqual([]);
      expect(process.unsorted ?? []).toEqual([]);
      expect([process.decision, process.evaluation, process.respondedOn]).not.toContain(undefined);
      const outcomes = new Set(process.themes.map(({ response }) => response?.outcome));
      expect(outcomes).toEqual(new Set(['accepted', 'partly', 'declined']));
    }
    for (const process of content.processes.filter(({ state }) => state === 'open'))
      expect(process.unsorted!.length).toBeGreaterThan(0);
  });

  it('linked only what had been said before the dialogue of a finished process ended', () => {
    for (const process of closed) {
      const end = process.phases.find(({ kind }) => kind === 'dialogue')!.to;
      const tooLate = linksOf(process).filter(({ comment, initiative }) => {
        const { daysAgo } = comment ? comments.get(comment)! : initiatives.get(initiative!)!;
        return dayOf(content, daysAgo) > end;
      });
      expect(tooLate).toEqual([]);
    }
  });

  it('has a published plan and a draft, whose actions hang on goals of the plan’s policy', () => {
    expect(content.plans.map(({ year, state }) => [year, state])).toEqual([
      [2026, 'published'],
      [2027, 'draft'],
    ]);
    for (const plan of content.plans) {
      const own = keys(flat(policyOf(content, plan.policy).nodes));
      expect(
        missing(
          own,
          plan.actions.map(({ goal }) => goal),
        ),
      ).toEqual([]);
      expect(plan.actions.length).toBeGreaterThanOrEqual(6);
      expect(plan.actions.length).toBeLessThanOrEqual(9);
      expect(duplicates(plan.actions.map(({ number }) => number))).toEqual([]);
      expect([Boolean(plan.adoptedOn), Boolean(plan.adoptedBy)]).toEqual(
        plan.state === 'published' ? [true, true] : [false, false],
      );
    }
  });

  it('cites in its plans only input that exists', () => {
    for (const input of actions.flatMap(({ inputs }) => inputs)) {
      expect(Object.keys(input)).toHaveLength(1);
      expect(missing(new Set(comments.keys()), [input.comment])).toEqual([]);
      expect(missing(new Set(initiatives.keys()), [input.initiative])).toEqual([]);
      expect(missing(processes, [input.process])).toEqual([]);
    }
  });

  it('published its plan after what it cites', () => {
    expect.hasAssertions();
    for (const plan of content.plans.filter(({ adoptedOn }) => adoptedOn))
      for (const { comment, initiative } of plan.actions.flatMap(({ inputs }) => inputs)) {
        const said = comment ? comments.get(comment) : initiative ? initiatives.get(initiative) : undefined;
        if (said) expect(dayOf(content, said.daysAgo) < plan.adoptedOn!).toBe(true);
      }
  });

  it('carries at least four contributions the whole way from word to result, and leaves others halfway', () => {
    const answered = new Set(
      closed.flatMap(({ themes }) =>
        themes.flatMap(({ links }) => links.map((link) => link.comment ?? link.initiative)),
      ),
    );
    const withResult = new Set(
      content.plans
        .filter(({ state }) => state === 'published')
        .flatMap((plan) => plan.actions.filter(({ result }) => result))
        .flatMap(({ inputs }) => inputs.map((input) => input.comment ?? input.initiative)),
    );
    const whole = [...answered].filter((key) => withResult.has(key));
    expect(whole.length).toBeGreaterThanOrEqual(4);
    expect(answered.size).toBeGreaterThan(whole.length);
  });

  it('has one person for each role beside its residents, and writes to nobody real', () => {
    for (const role of ['moderator', 'staff', 'administrator'] as const)
      expect(content.people.filter(({ roles }) => roles.includes(role))).toHaveLength(1);
    expect(content.people.filter(({ roles }) => roles.includes('resident')).length).toBeGreaterThanOrEqual(
      14,
    );
    expect(duplicates(content.people.map(({ email }) => email))).toEqual([]);
    expect(content.people.filter(({ email }) => !/^[a-z.]+@[a-z]+\.example$/.test(email))).toEqual([]);
  });
});

describe('the trees of goals', () => {
  it('has the fifteen entries of the Danish catalogue', () => {
    expect(helsingor.policies).toHaveLength(15);
  });

  it('hangs seven goals directly on the architectural policy', () => {
    const { nodes } = policyOf(helsingor, 'arkitektur');
    expect([nodes.length, depth(nodes)]).toEqual([7, 1]);
  });

  it('has five focus areas, two of them printed "4.", and fifteen framework goals', () => {
    const { nodes, levels } = policyOf(helsingor, 'medborgerskab');
    expect(levels).toEqual(['fokusområde', 'rammemål']);
    expect(nodes.map(({ number }) => number)).toEqual(['1.', '2.', '3.', '4.', '4.']);
    expect(nodes.map(({ children }) => children.length)).toEqual([3, 3, 2, 4, 3]);
  });

  it('has 5, 15 and 58 nodes in the Swedish programme that has run out', () => {
    const { nodes, validTo } = policyOf(helsingborg, 'livskvalitet');
    expect([1, 2, 3].map((level) => atLevel(nodes, level).length)).toEqual([5, 15, 58]);
    expect(validTo! < helsingborg.writtenOn).toBe(true);
  });

  it('has 3, 6 and 12 nodes in the one in force, where most of the debate is', () => {
    const { nodes } = policyOf(helsingborg, 'delaktig');
    expect([1, 2, 3].map((level) => atLevel(nodes, level).length)).toEqual([3, 6, 12]);
    const here = keys(flat(nodes));
    const share =
      helsingborg.comments.filter(({ goal }) => here.has(goal)).length / helsingborg.comments.length;
    expect(share).toBeGreaterThan(0.9);
  });
});
