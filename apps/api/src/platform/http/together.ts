/**
 * Whoever asks the same at the same moment is given the same answer, one that was begun after they asked: nobody gets
 * an answer older than their question. However many ask, one at a time is worked out and one waits.
 */
export function together<T>() {
  const underway = new Map<string, { now: Promise<T>; next: Promise<T> | null }>();

  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const turn: { now: Promise<T>; next: Promise<T> | null } = { now: work(), next: null };
    underway.set(key, turn);
    const done = () => void (turn.next === null && underway.delete(key));
    turn.now.then(done, done);
    return turn.now;
  };

  return (key: string, work: () => Promise<T>): Promise<T> => {
    const turn = underway.get(key);
    if (!turn) return begin(key, work);
    const start = () => begin(key, work);
    turn.next ??= turn.now.then(start, start);
    return turn.next;
  };
}
