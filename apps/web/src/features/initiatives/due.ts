import type { Initiative } from './api/initiatives.js';

/**
 * Until when one can support it, at the step that began it and while that is to come; null: not, or no more. By when an
 * answer is due the timeline says once, at its end.
 */
export const dueOf = (
  { act, until }: Pick<Initiative['steps'][number], 'act' | 'until'>,
  { daysLeft }: Pick<Initiative, 'daysLeft'>,
): string | null => (act === 'publish' && daysLeft !== null ? until : null);
