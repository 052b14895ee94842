import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  outlinePolicyDocument,
  type OutlinedPolicy,
  type OutlineNode,
  type PolicyOutline,
} from './policy-outline.js';

const folder = new URL('../../../../shared/policies/', import.meta.url);
const present = existsSync(folder);
if (!present) console.log('Skipped: ../shared/policies is not here; the documents are not tested.');
const whenPresent = present ? describe : describe.skip;

const outlined = (name: string): PolicyOutline =>
  outlinePolicyDocument(readFileSync(new URL(name, folder), 'utf8'), { fileName: name });
const only = (name: string): OutlinedPolicy => outlined(name).policies[0] as OutlinedPolicy;
const below = (nodes: readonly OutlineNode[]): OutlineNode[] => nodes.flatMap(({ children }) => children);

whenPresent("Helsingør's catalogue", () => {
  const { kind, policies, owner } = present
    ? outlined('helsingor-vores-vej.txt')
    : ({ policies: [] } as unknown as PolicyOutline);
  const named = (start: string) => policies.find(({ title }) => title.startsWith(start));

  it('gives its fifteen entries in their order, each with a summary', () => {
    expect(kind).toBe('catalogue');
    expect(policies.map(({ title }) => title.split(/[ -]/)[0])).toEqual([
      'Arkitekturpolitiske',
      'Brugerinddragelsespolitik',
      'Erhvervs',
      'Frivillighedspolitik',
      'Handicappolitik',
      'Idræt',
      'Klimapolitik',
      'Kulturpolitik',
      'Ligestillingspolitik',
      'Medborgerskabspolitik',
      'Politik',
      'Regler',
      'Sammenhængende',
      'Sundhedspolitik',
      'Udbuds',
    ]);
    expect(policies.every(({ summary }) => summary.length > 30)).toBe(true);
  });

  it('hangs the seven goals for architecture directly on their policy', () => {
    expect(named('Arkitektur')?.nodes).toHaveLength(7);
    expect(
      named('Arkitektur')?.nodes.every(({ level, children }) => level === 1 && children.length === 0),
    ).toBe(true);
    expect(policies.filter(({ nodes }) => nodes.length > 0)).toHaveLength(1);
  });

  it('tells separate action plans from those that are one with their policy', () => {
    const plans = policies.flatMap(({ title, actionPlans }) =>
      actionPlans.map(({ combined }) => [title.slice(0, 12), combined]),
    );
    expect(plans).toEqual([
      ['Erhvervs- og', false],
      ['Klimapolitik', false],
      ['Kulturpoliti', false],
      ['Politik for ', true],
      ['Udbuds- og i', true],
    ]);
  });

  it('reads the yearly sum and the years it is accounted for', () => {
    expect(named('Politik for')?.allocations).toEqual([
      {
        label: 'værdighedsmilliarden',
        amount: 12_912_000,
        currency: 'DKK',
        yearly: true,
        years: [2016, 2017, 2018],
      },
    ]);
  });

  it('knows the rules from the policies, and the unit behind them', () => {
    expect(policies.filter(({ type }) => type === 'rules').map(({ title }) => title.slice(0, 10))).toEqual([
      'Regler for',
    ]);
    expect(owner?.unit).toMatch(/^Center for Erhverv/);
    expect(owner).toMatchObject({
      address: 'Stengade 59, 3000 Helsingør',
      phone: '49 28 28 28',
      email: 'epo@helsingor.dk',
    });
  });
});

whenPresent("Helsingør's policy on citizenship", () => {
  const policy = present ? only('helsingor-medborgerskabspolitik.md') : (null as unknown as OutlinedPolicy);

  it('is one policy of five focus areas and fifteen framework goals', () => {
    expect(policy.levels).toEqual(['Fokusområde', 'Rammemål']);
    expect(policy.nodes.map(({ children }) => children.length)).toEqual([3, 3, 2, 4, 3]);
  });

  it('keeps both areas that are numbered 4, and says so', () => {
    expect(policy.nodes.map(({ number }) => number)).toEqual(['1.', '2.', '3.', '4.', '4.']);
    expect(policy.warnings.map(({ type }) => type)).toEqual(['number-repeated']);
  });

  it('keeps target groups, challenges, yearly plans and the annex', () => {
    const roles = policy.sections.map(({ role }) => role);
    expect(roles.filter((role) => role === 'challenge')).toHaveLength(2);
    expect(roles).toContain('target-group');
    expect(policy.actionPlans).toEqual([{ title: 'Årlige handleplaner', combined: false, yearly: true }]);
    expect(policy.annexes).toEqual(['Inspirationskatalog']);
    expect(policy.publishedYear).toBe(2013);
    expect(policy.owner?.unit).toMatch(/^Center for Sundhed/);
  });
});

whenPresent("Helsingborg's programme", () => {
  it('has five ambitions, fifteen areas without printed titles, fifty-eight priorities', () => {
    const { nodes, levels, warnings } = only('helsingborg-viljeinriktningar.txt');
    const areas = below(nodes);
    expect([nodes.length, areas.length, below(areas).length]).toEqual([5, 15, 58]);
    expect(
      areas.every(
        ({ titleProposed, title, text }) => titleProposed && title.length <= 80 && text.length > title.length,
      ),
    ).toBe(true);
    expect(below(areas).every(({ title, level }) => level === 3 && title.endsWith('.'))).toBe(true);
    expect(levels).toEqual(['Viljeinriktning', 'Fokusområde', 'Prioritering']);
    expect(warnings).toEqual([{ type: 'titles-proposed', count: 15 }]);
  });

  it('states its validity and levels in its preface', () => {
    const { title, validFrom, validTo, levels, type } = only('helsingborg-livskvalitetsprogrammet.txt');
    expect({ title, validFrom, validTo, type }).toEqual({
      title: 'Livskvalitetsprogrammet',
      validFrom: '2016',
      validTo: '2024',
      type: 'programme',
    });
    expect(levels).toEqual(['Viljeinriktning', 'Fokusområde', 'Prioritering']);
  });

  it('is steered as a titled text without goals tells', () => {
    const { title, sections, nodes, warnings } = only('helsingborg-sa-styrs.txt');
    expect(title).toBe('Så styrs Helsingborg');
    expect(sections).toHaveLength(4);
    expect(nodes).toEqual([]);
    expect(warnings).toEqual([{ type: 'no-goals-found' }]);
  });
});
