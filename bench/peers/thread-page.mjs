// The peer of a thread's page: bare Fastify that runs the same queries and sends their rows.
import Fastify from 'fastify';
import pg from 'pg';
import { threadPageQueries } from '../support/queries.mjs';

const { DATABASE_URL, PORT, THREAD, MUNICIPALITY, ROOTS, LIMIT } = process.env;
const statements = await threadPageQueries(THREAD, MUNICIPALITY, JSON.parse(ROOTS), Number(LIMIT));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
const app = Fastify();
app.get('/', async () => {
  const answers = [];
  for (const { sql, values } of statements) answers.push((await pool.query(sql, values)).rows);
  return { answers };
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log('ready');
process.on('SIGTERM', () => process.exit(0));
