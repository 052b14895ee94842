import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { PlanProgress } from './plan-document.model.js';

/** Counts what has been written; tells the caller at every hundredth of the way and at the end. */
export function progressOf(total: number, { onProgress }: PlanProgress) {
  let done = 0;
  const step = Math.max(1, Math.floor(total / 100));
  onProgress?.(0, total);
  return {
    advance() {
      done += 1;
      if (done % step === 0 && done < total) onProgress?.(done, total);
    },
    end: () => onProgress?.(total, total),
  };
}

/**
 * Lets others run, and waits until `stream` has room again. Rows made faster than a slow reader takes them would
 * otherwise pile up in memory. Rejects when the stream fails or is closed while waiting.
 */
export async function roomIn(stream: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (stream.destroyed)
    throw stream.errored ?? new Error('The stream was closed before everything was written.');
  if (!stream.writableNeedDrain) return;
  const waiting = new AbortController();
  try {
    await Promise.race([once(stream, 'drain', { signal: waiting.signal }), finished(stream, waiting)]);
  } finally {
    waiting.abort();
  }
}
