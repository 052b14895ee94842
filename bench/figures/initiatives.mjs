import { inTurn, requestsPerSecond, two } from '../support/measure.mjs';

const MANY = 100_000;
const FEW = 1_000;
/** Supporters of each, so that the many have ten million and the few a hundred thousand. */
const EACH = 100;
const LIMIT = 1.5;
const SIMILAR_LIMIT = 5;
const TYPED = [
  'cykelsti ved skolen',
  'bænk ved havnen',
  'trygge stier',
  'lys på pladsen',
  'mere plads til træer',
];

/** What a municipality's initiatives are called: common words, and one of twenty thousand rare ones. */
const TITLE = `(ARRAY['Flere', 'Nye', 'Trygge', 'Grønne', 'Bedre', 'Roligere', 'Åbne', 'Fælles'])[1 + n % 8] || ' '
  || (ARRAY['bænke', 'cykelstier', 'træer', 'legepladser', 'stier', 'værksteder', 'haver', 'skraldespande',
            'buslommer', 'lamper', 'borde', 'trapper', 'rækværk'])[1 + n % 13] || ' '
  || (ARRAY['ved havnen', 'ved skolen', 'på torvet', 'i skoven', 'langs kysten', 'ved stationen', 'i Snekkersten',
            'ved biblioteket', 'på pladsen', 'ved stadion', 'i Hornbæk'])[1 + n % 11] || ' og '
  || left(translate(md5((n % 20000)::text), '0123456789', 'aeiouyøåæg'), 4 + n % 7) || ' nummer ' || n`;

/** 100 000 initiatives with ten million supporters against 1 000 with a hundred thousand, and similar ones while typing. */
export default async function ({ medvind, db, report }) {
  const client = await db.connect();
  try {
    await client.query(
      `INSERT INTO person (id, email, name, language)
       SELECT new_id(), 'stemme' || n || '@bench.example', 'Stemme ' || n, 'da' FROM generate_series(1, 10000) AS n`,
    );
    for (const [slug, count] of [
      ['helsingor', MANY],
      ['helsingborg', FEW],
    ]) {
      await client.query(
        `WITH town AS (SELECT id FROM municipality WHERE slug = $1),
         goals AS (SELECT array_agg(goal.id ORDER BY goal.id) AS ids FROM goal
           JOIN policy ON policy.id = goal.policy_id WHERE policy.municipality_id = (SELECT id FROM town))
         INSERT INTO initiative (municipality_id, goal_id, rule_id, title, text, language, status, threshold,
           published_at, deadline, support_count)
         SELECT town.id, goals.ids[1 + n % cardinality(goals.ids)], rule.id, ${TITLE},
           'Der mangler ' || n || ' ting, som mange har talt om længe, og det kan lade sig gøre at rette op på det.',
           'da', CASE WHEN n % 3 = 0 THEN 'expired' WHEN n % 31 = 1 THEN 'reached' ELSE 'collecting' END, 100,
           now() - n * interval '10 seconds', now() + interval '90 days', ${EACH} + n % 37
         FROM generate_series(1, $2::int) AS n, town, goals,
           LATERAL (SELECT id FROM initiative_rule WHERE municipality_id = town.id ORDER BY version DESC LIMIT 1) AS rule`,
        [slug, count],
      );
      // In bulk, as the database would have counted them.
      await client.query("SET session_replication_role = 'replica'");
      await client.query(
        `WITH voters AS (SELECT array_agg(id) AS ids FROM person WHERE email LIKE 'stemme%')
         INSERT INTO support (initiative_id, person_id)
         SELECT initiative.id, voters.ids[1 + (initiative.number * 61 + k * 97) % 10000]
         FROM initiative JOIN municipality ON municipality.id = municipality_id AND slug = $1, voters,
           generate_series(1, ${EACH}) AS k
         ON CONFLICT DO NOTHING`,
        [slug],
      );
      await client.query("SET session_replication_role = 'origin'");
    }
    await client.query(
      'VACUUM ANALYZE initiative, support, person, support_rank, title_word, title_vocabulary',
    );
  } finally {
    client.release();
  }
  const at = (slug, path) => `${medvind.url}/api/municipalities/${slug}/${path}`;
  const first = async (slug) => {
    const answer = await fetch(at(slug, 'initiatives?limit=1'));
    return (await answer.json()).items[0];
  };
  const [many, few] = [await first('helsingor'), await first('helsingborg')];
  const compare = async (figure, path) => {
    const perSecond = (slug, own) => () =>
      requestsPerSecond({ url: at(slug, path(own)), connections: 4, duration: 2 });
    const { ratio, ours, peer } = await inTurn(
      3,
      perSecond('helsingborg', few),
      perSecond('helsingor', many),
    );
    report(
      `${figure}: ${MANY.toLocaleString('en')} initiatives ÷ ${FEW.toLocaleString('en')}`,
      `${two(ratio)} (${two(1000 / peer)} ÷ ${two(1000 / ours)} ms)`,
      `≤ ${LIMIT}`,
      ratio <= LIMIT,
    );
  };
  await compare('initiatives, the newest', () => 'initiatives');
  await compare('the most supported', () => 'initiatives?order=most-supported');
  await compare('the most supported that ran out', () => 'initiatives?order=most-supported&state=expired');
  await compare('the few that reached their goal', () => 'initiatives?state=reached');
  await compare('the most supported of those', () => 'initiatives?order=most-supported&state=reached');
  await compare('those that ran out', () => 'initiatives?state=expired');
  await compare('a word looked for', () => 'initiatives?text=nummer 500');
  await compare('of one goal', ({ goal }) => `goals/${goal.id}/initiatives`);
  await compare('one initiative', ({ id }) => `initiatives/${id}`);

  const p95 = async (ask) => {
    const times = [];
    for (let n = 0; n < 300; n++) {
      const begun = performance.now();
      await ask(n);
      times.push(performance.now() - begun);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
  };
  const similar = (n) => {
    const title = encodeURIComponent(TYPED[n % TYPED.length]);
    return fetch(at('helsingor', `initiatives/similar?title=${title}`)).then((answer) => answer.json());
  };
  const point = () => fetch(at('helsingor', `initiatives/${many.id}`)).then((answer) => answer.json());
  await p95(similar);
  await p95(point);
  const [ours, peer] = [await p95(similar), await p95(point)];
  report(
    'similar ones while typing, of 100 000, p95 ÷ one looked up by its id',
    `${two(ours / peer)} (${two(ours)} ÷ ${two(peer)} ms)`,
    `≤ ${SIMILAR_LIMIT}`,
    ours / peer <= SIMILAR_LIMIT,
  );
}
