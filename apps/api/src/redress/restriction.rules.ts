import { LIMITS, type FieldProblem } from '@medvind/contracts';
import type { RestrictionKind, RestrictionOutcome } from './restriction.entity.js';

/** The ladder: each step once the one below it has not helped. 0 days: a warning. */
export const LADDER = [0, 1, 7, 30] as const;
/** What is longer ago says little of somebody. */
export const REMEMBERED_DAYS = 365;
export const PROVISIONAL_HOURS = 72;

export interface Earlier {
  outcome: RestrictionOutcome;
  days: number | null;
  decidedAt: Date;
  lifted: boolean;
}

export interface LadderReason {
  type: 'first-time' | 'warned-before' | 'suspended-before' | 'long-ago';
  count: number;
  /** Of the longest that counts. */
  days: number;
}

export interface Suggestion {
  kind: RestrictionKind;
  days: number | null;
  because: LadderReason[];
}

const DAY = 86_400_000;

/** What is proportional, by what was decided before; what was lifted, dropped or is long ago does not count. */
export function suggestRestriction(earlier: readonly Earlier[], now: Date): Suggestion {
  const decided = earlier.filter(({ outcome, lifted }) => outcome !== 'dropped' && !lifted);
  const counting = decided.filter(
    ({ decidedAt }) => now.getTime() - decidedAt.getTime() <= REMEMBERED_DAYS * DAY,
  );
  const because: LadderReason[] = [];
  const warnings = counting.filter(({ outcome }) => outcome === 'warning').length;
  const suspensions = counting.filter(({ outcome }) => outcome === 'suspension');
  const longest = Math.max(0, ...suspensions.map(({ days }) => days ?? LADDER.at(-1) ?? 0));
  if (counting.length === 0) because.push({ type: 'first-time', count: 0, days: 0 });
  if (warnings) because.push({ type: 'warned-before', count: warnings, days: 0 });
  if (suspensions.length)
    because.push({ type: 'suspended-before', count: suspensions.length, days: longest });
  if (decided.length > counting.length)
    because.push({ type: 'long-ago', count: decided.length - counting.length, days: 0 });
  const days = counting.length === 0 ? 0 : (LADDER.find((step) => step > longest) ?? LADDER.at(-1) ?? 0);
  return days === 0 ? { kind: 'warning', days: null, because } : { kind: 'suspension', days, because };
}

/** Longer than any number: without end. */
const lengthOf = ({ kind, days }: { kind: RestrictionKind; days: number | null }): number =>
  kind === 'warning' ? 0 : (days ?? Infinity);

export const isHarsher = (
  chosen: { kind: RestrictionKind; days: number | null },
  suggested: { kind: RestrictionKind; days: number | null },
): boolean => lengthOf(chosen) > lengthOf(suggested);

/** What is missing in a proposal. */
export function getProposalFaults(
  proposal: {
    kind: RestrictionKind;
    days?: number | null | undefined;
    facts: string;
    evidence: number;
    deviation?: string | undefined;
    urgent?: boolean | undefined;
  },
  suggested: Suggestion,
): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const { min } = LIMITS.reason;
  const { kind, days = null, facts, evidence, deviation = '' } = proposal;
  if (facts === '') faults.push({ field: 'facts', code: 'required' });
  else if ([...facts].length < min) faults.push({ field: 'facts', code: 'too-short', limits: { min } });
  if (evidence === 0) faults.push({ field: 'evidence', code: 'required' });
  if (isHarsher({ kind, days }, suggested) && [...deviation].length < min)
    faults.push({ field: 'deviation', code: 'required' });
  if (proposal.urgent && kind === 'warning') faults.push({ field: 'urgent', code: 'invalid' });
  return faults;
}

export interface RestrictionBlocker {
  type: 'hearing-running' | 'already-decided' | 'own-case' | 'only-administrators' | 'harsher-than-heard';
}

/** Why it cannot be decided so; empty: it can. Nobody is suspended unheard, or for longer than they were heard about. */
export function getRestrictionBlockers(
  restriction: {
    own: boolean;
    decided: boolean;
    answered: boolean;
    answerBy: Date | null;
    kind: RestrictionKind;
    proposedDays: number | null;
  },
  decision: { outcome: RestrictionOutcome; days: number | null },
  { administers, now }: { administers: boolean; now: Date },
): RestrictionBlocker[] {
  const blockers: RestrictionBlocker[] = [];
  if (restriction.own) blockers.push({ type: 'own-case' });
  if (restriction.decided) blockers.push({ type: 'already-decided' });
  if (decision.outcome !== 'suspension') return blockers;
  if (!restriction.answered && (!restriction.answerBy || now < restriction.answerBy))
    blockers.push({ type: 'hearing-running' });
  if (decision.days === null && !administers) blockers.push({ type: 'only-administrators' });
  if (
    isHarsher(
      { kind: 'suspension', days: decision.days },
      { kind: restriction.kind, days: restriction.proposedDays },
    )
  )
    blockers.push({ type: 'harsher-than-heard' });
  return blockers;
}

export const RESTRICTION_STATES = ['hearing', 'warned', 'running', 'ended', 'lifted', 'dropped'] as const;
export type RestrictionState = (typeof RESTRICTION_STATES)[number];

export function stateOfRestriction(
  restriction: { outcome: RestrictionOutcome | null; endsAt: Date | null; liftedAt: Date | null },
  now: Date,
): RestrictionState {
  if (restriction.outcome === null) return 'hearing';
  if (restriction.liftedAt) return 'lifted';
  if (restriction.outcome === 'dropped') return 'dropped';
  if (restriction.outcome === 'warning') return 'warned';
  return restriction.endsAt && restriction.endsAt <= now ? 'ended' : 'running';
}
