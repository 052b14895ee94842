import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { administer, aWorld } from '../../test/world.js';
import { dataSourceOptions } from '../data-source.js';
import { migrateDatabase } from '../server-database.js';
import { Rules1795400001000 } from './1795400001000-rules.js';
import { Tables1795400000000 } from './1795400000000-tables.js';

describe('the migrations', () => {
  const world = aWorld();

  it('make exactly the schema the entities describe', async () => {
    const { upQueries } = await world.source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

const ONE = '01940000-0000-7000-8000-000000000001';
const OTHER = '01940000-0000-7000-8000-000000000002';

describe('a database of the first version', () => {
  const cluster = process.env.MEDVIND_TEST_CLUSTER!;
  const name = `first_${process.env.JEST_WORKER_ID}_${Date.now().toString(36)}`;
  let source: DataSource;

  beforeAll(async () => {
    await administer(cluster, `CREATE DATABASE ${name}`);
    const first = await new DataSource({
      ...dataSourceOptions(cluster + name),
      migrations: [Tables1795400000000, Rules1795400001000],
    }).initialize();
    await first.runMigrations();
    await first.query(`
      INSERT INTO municipality (id, slug, name, language, theme, ladder, contact)
        SELECT id::uuid, slug, slug, 'da', 'helsingor', '[]', '{}'
        FROM (VALUES ('${ONE}', 'helsingor'), ('${OTHER}', 'nabo')) AS new (id, slug);
      INSERT INTO policy (municipality_id, slug, title, type, language)
        SELECT id, 'p', 'Kultur', 'policy', 'da' FROM municipality;
      INSERT INTO goal (municipality_id, policy_id, level, title)
        SELECT municipality_id, id, 1, 'Mere musik' FROM policy;
      INSERT INTO thread (municipality_id, subject_kind, subject_id) SELECT municipality_id, 'goal', id FROM goal;
      INSERT INTO comment (municipality_id, thread_id, body, language)
        SELECT municipality_id, thread.id, said, 'da'
        FROM thread, (VALUES ('Ja'), ('Nej')) AS what (said) ORDER BY municipality_id = '${OTHER}', said;
      INSERT INTO report (municipality_id, comment_id, reason_code)
        SELECT municipality_id, id, 'insult' FROM comment WHERE body = 'Nej';
    `);
    await first.destroy();
    await migrateDatabase(cluster + name);
    source = await new DataSource(dataSourceOptions(cluster + name)).initialize();
  });

  afterAll(async () => {
    await source?.destroy();
    await administer(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  it('keeps the references that were given, and counts on from there in each municipality', async () => {
    await source.query(`
      INSERT INTO comment (municipality_id, thread_id, body, language)
        SELECT municipality_id, id, 'Måske', 'da' FROM thread`);
    const rows: { municipality: string; numbers: number[] }[] = await source.query(`
      SELECT municipality_id AS municipality, array_agg(number::int ORDER BY number) AS numbers
      FROM comment GROUP BY municipality_id ORDER BY municipality_id`);
    expect(rows).toEqual([
      { municipality: ONE, numbers: [1, 2, 3] },
      { municipality: OTHER, numbers: [3, 4, 5] },
    ]);
  });

  it('counts the reports that wait already', async () => {
    const rows = await source.query(
      `SELECT body, report_count AS reports FROM comment WHERE municipality_id = $1 ORDER BY body`,
      [ONE],
    );
    expect(rows).toEqual([
      { body: 'Ja', reports: 0 },
      { body: 'Måske', reports: 0 },
      { body: 'Nej', reports: 1 },
    ]);
  });
});
