import type { Schema } from '@medvind/api-client';

type Work = Pick<Schema<'WorkView'>, 'state' | 'linkCount' | 'unsortedCount' | 'blockers'>;

/** What is to be done next with a process: the first step that is not finished. */
export function nextStep({ state, linkCount, unsortedCount, blockers }: Work) {
  if (state === 'closed') return 'close';
  // Nothing has come in yet: what one can do is ask well.
  if (state === 'planned' || linkCount === 0) return 'record';
  if (unsortedCount > 0) return 'sort';
  return blockers.length > 0 ? 'answer' : 'close';
}
