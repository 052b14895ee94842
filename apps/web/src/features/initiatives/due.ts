import type { Initiative } from './api/initiatives.js';

const UNTIL = ['publish', 'hand-over', 'extend', 'overdue'] as const;

/** What of a step is still to come: a promise that was kept, or put off, is not said again. null: nothing is. */
export function dueOf(
  { act, until }: Pick<Initiative['steps'][number], 'act' | 'until'>,
  { daysLeft, answer, decideBy }: Pick<Initiative, 'daysLeft' | 'answer' | 'decideBy'>,
): { act: (typeof UNTIL)[number]; until: string } | null {
  const dated = UNTIL.find((known) => known === act);
  if (!dated || !until) return null;
  const isDue = dated === 'publish' ? daysLeft !== null : answer === null && until === decideBy;
  return isDue ? { act: dated, until } : null;
}
