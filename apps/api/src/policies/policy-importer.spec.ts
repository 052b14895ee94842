import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aMunicipality, aWorld, contextOf, someone, type World } from '../../test/world.js';
import { PolicyImporter } from './policy-importer.js';

const SHARED = path.resolve(import.meta.dirname, '../../../../../shared/policies');
const there = fs.existsSync(SHARED);
if (!there)
  console.log(
    'skipped: the municipalities’ own documents are not beside the repository (../shared/policies)',
  );

interface Imported {
  policies: {
    title: string;
    type: string;
    levels: string[];
    summary: string;
    validFrom: string;
    validTo: string;
    namedActionPlans: { title: string; combined: boolean }[];
    allocations: { amount: number; years: number[] }[];
  }[];
  goals: {
    policy: string;
    level: number;
    number: string | null;
    title: string;
    titleProposed: boolean;
    parent: string | null;
    threads: number;
  }[];
}

/** What one of the documents is in the database, once it has been imported with no hand edit. */
async function imported(world: World, fileName: string): Promise<Imported> {
  const municipality = await aMunicipality(world, {
    language: fileName.startsWith('helsingborg') ? 'sv' : 'da',
  });
  const staff = await someone(world, municipality, ['staff']);
  const ctx = await contextOf(world, municipality, staff);
  await world.app
    .get(PolicyImporter)
    .import(ctx, { fileName, bytes: fs.readFileSync(path.join(SHARED, fileName)) });
  return {
    policies: await world.source.query(
      `SELECT title, type, levels, summary, valid_from::text AS "validFrom", valid_to::text AS "validTo",
         named_action_plans AS "namedActionPlans", allocations FROM policy WHERE municipality_id = $1 ORDER BY position`,
      [municipality.id],
    ),
    goals: await world.source.query(
      `SELECT policy.title AS policy, goal.level, goal.number, goal.title, goal.title_proposed AS "titleProposed", parent.title AS parent,
         (SELECT count(*)::int FROM thread WHERE subject_kind = 'goal' AND subject_id = goal.id) AS threads
       FROM goal JOIN policy ON policy.id = goal.policy_id LEFT JOIN goal parent ON parent.id = goal.parent_id
       WHERE goal.municipality_id = $1 ORDER BY policy.position, goal.position`,
      [municipality.id],
    ),
  };
}

const levels = ({ goals }: Imported) =>
  goals.reduce<number[]>(
    (counts, { level }) => ((counts[level - 1] = (counts[level - 1] ?? 0) + 1), counts),
    [],
  );

(there ? describe : describe.skip)('the municipalities’ own documents, imported with no hand edit', () => {
  const world = aWorld();

  it('give a thread to every goal', async () => {
    for (const fileName of fs
      .readdirSync(SHARED)
      .filter((file) => /\.(txt|md)$/.test(file) && file.startsWith('hels'))) {
      const { policies, goals } = await imported(world, fileName);
      expect(policies.length).toBeGreaterThan(0);
      expect(goals.filter(({ threads }) => threads !== 1)).toEqual([]);
    }
  });

  it('give the catalogue’s fifteen entries, their goals, plans and sums', async () => {
    const catalogue = await imported(world, 'helsingor-vores-vej.txt');
    expect(catalogue.policies).toHaveLength(15);
    expect(catalogue.policies.filter(({ summary }) => summary === '')).toEqual([]);
    const architecture = catalogue.goals.filter(({ policy }) => policy === 'Arkitekturpolitiske mål');
    expect(architecture.map(({ level }) => level)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    const plans = catalogue.policies.flatMap(({ namedActionPlans }) => namedActionPlans);
    expect([
      plans.filter(({ combined }) => !combined).length,
      plans.filter(({ combined }) => combined).length,
    ]).toEqual([3, 2]);
    expect(catalogue.policies.flatMap(({ allocations }) => allocations)).toMatchObject([
      { amount: 12_912_000, years: [2016, 2017, 2018] },
    ]);
  });

  it('give five focus areas and fifteen framework goals, two of them numbered "4."', async () => {
    const policy = await imported(world, 'helsingor-medborgerskabspolitik.md');
    expect(levels(policy)).toEqual([5, 15]);
    expect(policy.goals.filter(({ level, number }) => level === 1 && number === '4.')).toHaveLength(2);
  });

  it('give Helsingborg’s five, fifteen and fifty-eight, with titles where the text has none', async () => {
    const programme = await imported(world, 'helsingborg-viljeinriktningar.txt');
    expect(levels(programme)).toEqual([5, 15, 58]);
    expect(programme.goals.filter(({ level, titleProposed }) => level === 2 && titleProposed)).toHaveLength(
      15,
    );
  });

  it('give the programme’s years and the names of its levels', async () => {
    const [programme] = (await imported(world, 'helsingborg-livskvalitetsprogrammet.txt')).policies;
    expect(programme).toMatchObject({
      validFrom: '2016-01-01',
      validTo: '2024-12-31',
      levels: ['Viljeinriktning', 'Fokusområde', 'Prioritering'],
    });
  });

  it('give the steering page as a titled policy', async () => {
    const [steering] = (await imported(world, 'helsingborg-sa-styrs.txt')).policies;
    expect(steering!.title).toMatch(/styrs/i);
  });
});
