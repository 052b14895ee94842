import { describe, expect, it } from '@jest/globals';
import { aWorld } from '../../../test/world.js';
import { PreparingClient } from './preparing-client.js';

describe('a connection', () => {
  const world = aWorld();

  const connected = async () => {
    const client = new PreparingClient({ connectionString: world.databaseUrl });
    await client.connect();
    return client;
  };
  const planned = async (client: PreparingClient) =>
    (await client.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).rows.map(
      ({ statement }) => statement,
    );

  it('plans what it is asked again once', async () => {
    const client = await connected();
    for (const slug of ['her', 'der', 'intet'])
      await client.query('SELECT id FROM municipality WHERE slug = $1', [slug]);
    await client.query('SELECT 1');
    expect(await planned(client)).toEqual(['SELECT id FROM municipality WHERE slug = $1']);
    await client.end();
  });

  it('goes on after a statement that failed, and asks it again when it can be answered', async () => {
    const client = await connected();
    const ask = () => client.query('SELECT 1 FROM not_yet_made WHERE id = $1', [1]);
    await expect(ask()).rejects.toThrow('not_yet_made');
    await client.query('BEGIN');
    await expect(ask()).rejects.toThrow('not_yet_made');
    await expect(client.query('SELECT $1::int', [1])).rejects.toThrow('aborted');
    await client.query('ROLLBACK');
    await client.query('CREATE TABLE not_yet_made (id int)');
    expect((await ask()).rowCount).toBe(0);
    expect((await client.query('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }]);
    await client.query('DROP TABLE not_yet_made');
    await client.end();
  });

  it('does not let statements that are never asked again fill the server', async () => {
    const client = await connected();
    for (let at = 0; at < 600; at++) await client.query(`SELECT $1::int AS c${at}`, [at]);
    expect((await planned(client)).length).toBeLessThanOrEqual(500);
    await client.end();
  });
});
