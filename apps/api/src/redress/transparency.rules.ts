import type { Counted, Median } from './transparency.repository.js';

/** Fewer persons than this are not told apart in what everyone can read. */
export const FEWEST_PERSONS = 5;

export interface KeyCount {
  key: string;
  /** null: fewer than `FEWEST_PERSONS`, but not none. */
  count: number | null;
}

export interface YearReport {
  /** Notices of something illegal, by what they say it is. */
  notices: KeyCount[];
  noticeOutcomes: KeyCount[];
  reports: KeyCount[];
  decisions: KeyCount[];
  /** What was hidden, removed or edited out, by the rule or law. */
  reasons: KeyCount[];
  /** What rules held back or refused by themselves. */
  rules: KeyCount[];
  orders: KeyCount[];
  ordersInTime: number;
  restrictions: KeyCount[];
  appeals: KeyCount[];
  /** Of everything that kept a contribution from being read: what a rule did by itself; null: nothing did. */
  automatedShare: number | null;
  /** The same, counted. */
  restricted: number;
  automated: number;
  medians: Median[];
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((all, { count }) => all + count, 0);

/** What keeps something from being read. */
const RESTRICTING = ['hide', 'remove', 'edit', 'move'];

export function reportOf(counts: readonly Counted[], medians: readonly Median[]): YearReport {
  const of = (measure: string) =>
    counts
      .filter((row) => row.measure === measure && row.count > 0)
      .map(({ key, count }) => ({ key, count }))
      .sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
  const decisions = of('decision');
  const rules = of('rule');
  const byPeople = sum(decisions.filter(({ key }) => RESTRICTING.includes(key)));
  const byRules = sum(rules);
  return {
    notices: of('notice'),
    noticeOutcomes: of('notice-outcome'),
    reports: of('report'),
    decisions,
    reasons: of('reason'),
    rules,
    orders: of('order'),
    ordersInTime: sum(of('order-in-time')),
    // Persons, each counted about once: a few could be known by those who know them.
    restrictions: of('restriction').map(({ key, count }) => ({
      key,
      count: count < FEWEST_PERSONS ? null : count,
    })),
    appeals: of('appeal'),
    automatedShare: byPeople + byRules === 0 ? null : byRules / (byPeople + byRules),
    restricted: byPeople + byRules,
    automated: byRules,
    medians: [...medians].sort((a, b) => a.measure.localeCompare(b.measure)),
  };
}

/** The years one can choose, the last first. */
export const yearsFrom = (first: number | null, now: number): number[] =>
  Array.from({ length: Math.max(1, now - (first ?? now) + 1) }, (_, index) => now - index);
