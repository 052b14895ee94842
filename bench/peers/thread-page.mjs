// The peer of a thread's page: bare Fastify that runs the same queries and sends their rows.
import Fastify from 'fastify';
import pg from 'pg';

const { DATABASE_URL, PORT, THREAD, MUNICIPALITY } = process.env;
const { QUERIES } = await import('../support/queries.mjs');
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
const app = Fastify();
app.get('/', async () => {
  const items = [];
  for (const { sql, values } of QUERIES(THREAD, MUNICIPALITY)) items.push((await pool.query(sql, values)).rows);
  return { items };
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log('ready');
process.on('SIGTERM', () => process.exit(0));
