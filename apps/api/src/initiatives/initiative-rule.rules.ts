import type { FieldProblem } from '@medvind/contracts';
import { today } from '../policies/policy.rules.js';
import type { InitiativeRule } from './initiative-rule.entity.js';

const HOUR = 3_600_000;

type Window = Pick<InitiativeRule, 'windowDays' | 'closesOn'>;

/** The last moment of an initiative published at that time: the end of a day where the municipalities are. */
export function deadlineOf({ windowDays, closesOn }: Window, publishedAt: Date): Date {
  if (closesOn !== null) return endOfDay(closesOn);
  const day = new Date(`${today(publishedAt)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + (windowDays ?? 0));
  return endOfDay(day.toISOString().slice(0, 10));
}

export function endOfDay(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * HOUR;
  // Midnight there is two hours before UTC's in summer, and one in winter; clocks never change at midnight.
  const inSummer = new Date(midnight - 2 * HOUR);
  return today(inSummer) > day ? inSummer : new Date(midnight - HOUR);
}

/** What is wrong with a rule as typed: one of the two ways to end, and no last day in the past. */
export function getRuleFaults({ windowDays, closesOn }: Window, day: string): FieldProblem[] {
  if (windowDays === null && closesOn === null) return [{ field: 'windowDays', code: 'required' }];
  if (windowDays !== null && closesOn !== null) return [{ field: 'closesOn', code: 'invalid' }];
  return closesOn !== null && closesOn < day ? [{ field: 'closesOn', code: 'in-the-past' }] : [];
}
