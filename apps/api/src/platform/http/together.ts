import { setTimeout as pause } from 'node:timers/promises';

interface Turn<T> {
  now: Promise<T>;
  over: Promise<unknown>;
  next: Promise<T> | null;
}

/**
 * Whoever asks the same at the same moment is given the same answer, one that was begun after they asked: nobody gets
 * an answer older than their question. However many ask, one at a time is worked out and one waits.
 * @param apart milliseconds between the beginnings of two answers to the same question, so that those who come shortly
 * one after the other share one too; who comes alone waits for nothing
 */
export function together<T>(apart = 0) {
  const underway = new Map<string, Turn<T>>();

  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const now = work();
    const over = Promise.allSettled([now, apart > 0 ? pause(apart, undefined, { ref: false }) : null]);
    const turn: Turn<T> = { now, over, next: null };
    underway.set(key, turn);
    void over.then(() => turn.next === null && underway.delete(key));
    return now;
  };

  return (key: string, work: () => Promise<T>): Promise<T> => {
    const turn = underway.get(key);
    if (!turn) return begin(key, work);
    turn.next ??= turn.over.then(() => begin(key, work));
    return turn.next;
  };
}
