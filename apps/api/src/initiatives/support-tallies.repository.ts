import type { EntityManager } from 'typeorm';
import { tallyOf, type SupportTally } from './support-tally.rules.js';

interface Row {
  id: string;
  all: number;
  paper: number;
  districts: { name: string; count: number }[];
  forgotten: SupportTally | null;
}

/** Of each initiative, where its support came from; as it was, where those who gave it are forgotten. */
export async function talliesOf(
  db: EntityManager,
  initiativeIds: readonly string[],
): Promise<Map<string, SupportTally>> {
  const rows = await db.query<Row[]>(
    `SELECT initiative.id, initiative.support_count AS "all", initiative.paper_count AS paper,
       forgotten.tally AS forgotten,
       coalesce((SELECT json_agg(json_build_object('name', district.name, 'count', coalesce(given.count, 0))
           ORDER BY district.position, district.name)
         FROM district LEFT JOIN (
           SELECT support.district_id, count(*)::int AS count FROM support
           WHERE support.initiative_id = initiative.id AND support.stance = 'for' GROUP BY support.district_id
         ) AS given ON given.district_id = district.id
         WHERE district.municipality_id = initiative.municipality_id
           AND initiative.supporters_forgotten_at IS NULL
           AND (district.retired_at IS NULL OR given.count > 0)), '[]') AS districts
     FROM initiative LEFT JOIN forgotten_support AS forgotten ON forgotten.initiative_id = initiative.id
     WHERE initiative.id = ANY($1)`,
    [initiativeIds],
  );
  return new Map(rows.map(({ id, forgotten, ...counted }) => [id, forgotten ?? tallyOf(counted)]));
}
