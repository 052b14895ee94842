import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';
import { undecidedSql } from './initiative-reports.service.js';
import { plainScheme } from './scheme.presets.js';

describe('the report of what is undecided', () => {
  const world = aWorld();

  const aTown = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const bo = await someone(world, municipality, ['staff']);
    const at = `/api/municipalities/${municipality.slug}`;
    const plain = plainScheme(1, { windowDays: 30 });
    const scheme = {
      ...plain,
      handOver: 'at-once' as const,
      decision: { ...plain.decision, months: 12, reportsPerYear: 2 },
    };
    const handedOver = async (title: string, when: string, answered?: string) => {
      const { id } = await anInitiative(world, policy, { title, scheme });
      if (answered)
        await ask(world, `POST ${at}/initiatives/${id}/answer`, {
          as: bo,
          body: { outcome: 'declined', text: 'Nej tak.' },
        });
      await world.source.query(
        `UPDATE initiative SET handed_over_at = $2, decide_by = $2::timestamptz + interval '3 months',
           answered_at = $3 WHERE id = $1`,
        [id, when, answered ?? null],
      );
      return id;
    };
    const report = async (query = '') =>
      (await ask(world, `GET ${at}/initiative-report${query}`, { as: bo })).body;
    return { municipality, bo, at, handedOver, report };
  };

  it('is of what was handed over by the end of its period and had no answer by then', async () => {
    const { handedOver, report } = await aTown();
    await handedOver('Bænke', '2025-02-01T10:00:00Z', '2025-03-01T10:00:00Z');
    const lights = await handedOver('Lys', '2025-03-01T10:00:00Z', '2025-08-01T10:00:00Z');
    const trees = await handedOver('Træer', '2025-06-01T10:00:00Z');
    await handedOver('Stier', '2025-07-02T10:00:00Z');
    const first = await report('?year=2025&part=1');
    expect(first).toMatchObject({ year: 2025, part: 1, parts: 2, until: '2025-06-30' });
    expect(first.items.map(({ id, late }: { id: string; late: boolean }) => ({ id, late }))).toEqual([
      { id: lights, late: true },
      { id: trees, late: false },
    ]);
    expect((await report('?year=2025&part=1&limit=1')).items).toHaveLength(1);
    expect((await report('?year=2025&part=2')).items).toHaveLength(2);
    expect((await report('?year=2025&part=3')).code).toBe('invalid-input');
  });

  it('is a table too, in which a title stays text', async () => {
    const { at, bo, handedOver } = await aTown();
    await handedOver('=1+1 bænke', '2025-03-01T10:00:00Z');
    const { body, headers } = await ask(world, `GET ${at}/initiative-report/file?year=2025&part=1`, {
      as: bo,
    });
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain('"Nummer";"Titel"');
    expect(body).toContain(`"'=1+1 bænke"`);
    expect(body).toContain('"2025-03-01"');
  });

  it('is staff’s, and of their municipality alone', async () => {
    const { municipality, at, handedOver } = await aTown();
    await handedOver('Bænke', '2025-03-01T10:00:00Z');
    const resident = await someone(world, municipality);
    expect((await ask(world, `GET ${at}/initiative-report`, { as: resident })).status).toBe(403);
    expect((await ask(world, `GET ${at}/initiative-report/file`, { as: resident })).status).toBe(403);
    const there = await aMunicipality(world);
    const elsewhere = await someone(world, there, ['staff']);
    const { body } = await ask(world, `GET /api/municipalities/${there.slug}/initiative-report`, {
      as: elsewhere,
    });
    expect(body.items).toEqual([]);
  });

  it('is read by its indexes however much was decided, page by page', async () => {
    const { municipality, report, handedOver } = await aTown();
    const id = await handedOver('Bænke', '2025-03-01T10:00:00Z');
    // In bulk, without what happens when one is published.
    await world.source.transaction(async (db) => {
      await db.query("SET LOCAL session_replication_role = 'replica'");
      await db.query(
        `INSERT INTO initiative (municipality_id, goal_id, rule_id, number, title, text, language, status, threshold,
           published_at, deadline, handed_over_at, answered_at, answer_outcome, answer_text)
         SELECT known.municipality_id, known.goal_id, known.rule_id, 1000 + n, 'Forslag ' || n, 'Tekst', 'da',
           CASE WHEN n % 20 = 0 THEN 'handed-over' ELSE 'decided' END, 1, at, at, at,
           CASE WHEN n % 20 > 0 THEN at + interval '6 months' END, CASE WHEN n % 20 > 0 THEN 'declined' END,
           CASE WHEN n % 20 > 0 THEN 'Nej tak.' END
         FROM (SELECT * FROM initiative WHERE id = $1) AS known,
           (SELECT n, timestamptz '2016-01-01' + n * interval '4 hours' AS at FROM generate_series(1, 20000) AS n) AS made`,
        [id],
      );
      await db.query(
        `INSERT INTO initiative_case (initiative_id, municipality_id)
         SELECT id, municipality_id FROM initiative WHERE municipality_id = $1 ON CONFLICT DO NOTHING`,
        [municipality.id],
      );
    });
    await world.source.query('ANALYZE initiative');
    const values = `'${municipality.id}', '2020-12-31T23:00:00Z', 31`;
    for (const [goesOn, given] of [
      [false, values],
      [true, `${values}, '2020-10-01T00:00:00Z', '${id}'`],
    ] as const) {
      const plan = await world.source.transaction(async (db) => {
        // As a connection plans it that does not look at the values.
        await db.query("SET LOCAL plan_cache_mode = 'force_generic_plan'");
        const types = `uuid, timestamptz, integer${goesOn ? ', text, text' : ''}`;
        await db.query(`PREPARE undecided (${types}) AS ${undecidedSql(goesOn)}`);
        const rows = await db.query<Record<string, string>[]>(`EXPLAIN EXECUTE undecided (${given})`);
        await db.query('DEALLOCATE undecided');
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).not.toContain('Seq Scan on initiative');
      expect(plan).toContain('initiative_undecided');
      expect(plan).toContain('initiative_was_undecided');
    }
    // Every twentieth of five years, and what was answered in the half year after.
    const seen = new Set<string>();
    for (let after = ''; ;) {
      const page = await report(`?year=2020&limit=100${after && `&after=${after}`}`);
      for (const item of page.items) seen.add(item.id);
      if (!page.next) break;
      after = page.next;
    }
    const [{ count }] = await world.source.query(
      `SELECT count(*)::int AS count FROM initiative WHERE municipality_id = $1
         AND handed_over_at < '2020-12-31T23:00:00Z' AND (answered_at IS NULL OR answered_at >= '2020-12-31T23:00:00Z')`,
      [municipality.id],
    );
    expect(seen.size).toBe(count);
    expect(count).toBeGreaterThan(1000);
  });
});
