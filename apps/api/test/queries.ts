import type { EventEmitter } from 'node:events';
import type { World } from './world.js';

/** How often the work asked the database: a statement, or a transaction of them, takes a connection once. */
export async function questionsOf(world: World, work: () => Promise<unknown>): Promise<number> {
  const pool = (world.source.driver as unknown as { master: EventEmitter }).master;
  let asked = 0;
  const count = () => void asked++;
  pool.on('acquire', count);
  try {
    await work();
  } finally {
    pool.off('acquire', count);
  }
  return asked;
}
