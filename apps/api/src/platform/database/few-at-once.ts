/** Of those who vote on one thing: one holds its lock and one waits for it. */
export const AT_ONCE = 2;

/**
 * Work that waits for the same lock begins so many at a time, in turn: what everyone wants at once leaves connections
 * to the database for all the rest, and the others wait here, where waiting costs nothing. The lock stays what keeps it
 * right; there may be other processes.
 * @param most how many at a time, of one key
 */
export function fewAtOnce(most: number) {
  const begun = new Map<string, { count: number; waiting: (() => void)[] }>();

  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const now = begun.get(key) ?? { count: 0, waiting: [] };
    begun.set(key, now);
    if (now.count < most) now.count++;
    else await new Promise<void>((turn) => now.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = now.waiting.shift();
      // Whoever is next takes the place as it is.
      if (next) next();
      else if (--now.count === 0) begun.delete(key);
    }
  };
}
