import { LIMITS, type FieldProblem } from '@medvind/contracts';
import type { ModerationAction } from './moderation-decision.entity.js';

export const CONTRIBUTION_STATES = ['visible', 'held', 'hidden', 'removed'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];
export const CONTRIBUTION_ACTIONS = ['keep', 'hide', 'restore'] as const satisfies ModerationAction[];
export type ContributionAction = (typeof CONTRIBUTION_ACTIONS)[number];

export interface ReportBlocker {
  type: 'own-contribution' | 'contribution-hidden' | 'already-reported';
}

/** Why this person cannot report the contribution; empty: they can. */
export function getReportBlockers(contribution: {
  state: ContributionState;
  own: boolean;
  waits: boolean;
}): ReportBlocker[] {
  const blockers: ReportBlocker[] = [];
  if (contribution.own) blockers.push({ type: 'own-contribution' });
  if (contribution.state !== 'visible') blockers.push({ type: 'contribution-hidden' });
  if (contribution.waits) blockers.push({ type: 'already-reported' });
  return blockers;
}

export interface DecisionBlocker {
  type: 'own-contribution' | 'already-decided';
}

interface Decidable {
  state: ContributionState;
  /** Whether the moderator wrote it. */
  own: boolean;
  /** Reports that wait. */
  reports: number;
}

/** Why a moderator cannot decide so; empty: they can. Nobody judges their own case. */
export function getDecisionBlockers(
  { state, own, reports }: Decidable,
  action: ContributionAction,
): DecisionBlocker[] {
  const blockers: DecisionBlocker[] = [];
  if (own) blockers.push({ type: 'own-contribution' });
  const open = {
    hide: state === 'visible' || state === 'held',
    restore: state === 'hidden',
    keep: reports > 0 || state === 'held',
  }[action];
  if (!open) blockers.push({ type: 'already-decided' });
  return blockers;
}

/** What is missing in a decision: who is restricted must be able to read why, and by which rule. */
export function getDecisionFaults(decision: {
  action: ModerationAction;
  reason?: string | undefined;
  reasonCode?: string | null | undefined;
}): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const { action, reason = '', reasonCode } = decision;
  const { min } = LIMITS.reason;
  if (action === 'hide' && !reasonCode) faults.push({ field: 'reasonCode', code: 'required' });
  if (action === 'keep' || action === 'unlock') return faults;
  if (reason === '') faults.push({ field: 'reason', code: 'required' });
  else if ([...reason].length < min) faults.push({ field: 'reason', code: 'too-short', limits: { min } });
  return faults;
}
