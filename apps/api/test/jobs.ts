import pg from 'pg';
import { runOnce, type TaskList } from 'graphile-worker';
import { Jobs } from '../src/platform/jobs/jobs.js';
import type { World } from './world.js';

/** Does every job that is due, and those they give rise to; gives how many ran, by name. A failed one throws. */
export async function workOff(world: World): Promise<Record<string, number>> {
  const ran: Record<string, number> = {};
  const faults: unknown[] = [];
  const tasks: TaskList = Object.fromEntries(
    world.app
      .get(Jobs)
      .named()
      .map(([name, task]) => [
        name,
        async (payload: unknown) => {
          ran[name] = (ran[name] ?? 0) + 1;
          await task(payload).catch((fault: unknown) => {
            faults.push(fault);
            throw fault;
          });
        },
      ]),
  );
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
  const unheard = () => {};
  pool.on('error', unheard);
  pool.on('connect', (client) => client.on('error', unheard));
  try {
    await runOnce({ pgPool: pool, taskList: tasks, concurrency: 1, logger: Jobs.silent });
  } finally {
    await pool.end();
  }
  if (faults.length) throw faults[0];
  return ran;
}
