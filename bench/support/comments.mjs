/**
 * Says `count` things in a thread, in bulk and as the services would have: six in ten begin a branch, one in ten
 * stands in the first branch, the rest in others.
 * @returns the ids of a branch in the middle and of an answer in the middle of the longest branch
 */
export async function fill(db, { id, municipality }, count) {
  const client = await db.connect();
  try {
    await client.query('BEGIN');
    // Its count is made once below, instead of once for each answer.
    await client.query('ALTER TABLE comment DISABLE TRIGGER count_branch');
    const say = (from, rows) =>
      client.query(
        `INSERT INTO comment (municipality_id, thread_id, parent_id, root_id, author_id, body, language, revision,
           agree_count, disagree_count)
         SELECT $1, $2, ${from}, ${from}, people.ids[1 + number % cardinality(people.ids)],
           'Mere plads til musik i byen, sag ' || number, 'da', number, number % 17, number % 5
         FROM (SELECT array_agg(person_id) AS ids FROM membership
               WHERE municipality_id = $1 AND role = 'resident') AS people, ${rows}`,
        [municipality, id, count],
      );
    await say('NULL::uuid', 'generate_series(1, $3::int * 6 / 10) AS number');
    await client.query('CREATE TEMPORARY TABLE root (id uuid, place int) ON COMMIT DROP');
    await client.query(
      'INSERT INTO root SELECT id, row_number() OVER (ORDER BY id) FROM comment WHERE thread_id = $1 AND parent_id IS NULL',
      [id],
    );
    await say('root.id', 'generate_series(1, $3::int / 10) AS number JOIN root ON place = 1');
    await say(
      'root.id',
      'generate_series(1, $3::int * 3 / 10) AS number JOIN root ON place = 2 + number % ($3::int * 6 / 10 - 1)',
    );
    await client.query(
      `UPDATE comment SET reply_count = said.replies
       FROM (SELECT root_id, count(*) AS replies FROM comment WHERE thread_id = $1 GROUP BY root_id) AS said
       WHERE comment.id = said.root_id`,
      [id],
    );
    await client.query('ALTER TABLE comment ENABLE TRIGGER count_branch');
    await client.query('UPDATE thread SET comment_count = $2, revision = $2 WHERE id = $1', [id, count]);
    await client.query('COMMIT');
    // As the server does by itself a while after so much was written.
    await client.query('VACUUM ANALYZE comment, thread');
    const [branch] = await middle(client, 'thread_id = $1 AND parent_id IS NULL', [id]);
    const [answer] = await middle(client, 'root_id = (SELECT root_id FROM longest)', [id]);
    return { branch: branch.id, answer: answer.id };
  } finally {
    client.release();
  }
}

const middle = async (client, where, values) =>
  (
    await client.query(
      `WITH longest AS (
         SELECT root_id FROM comment WHERE thread_id = $1 AND root_id IS NOT NULL
         GROUP BY root_id ORDER BY count(*) DESC LIMIT 1
       ), chosen AS (SELECT id FROM comment WHERE ${where})
       SELECT id FROM chosen ORDER BY id OFFSET (SELECT count(*) / 2 FROM chosen) LIMIT 1`,
      values,
    )
  ).rows;
