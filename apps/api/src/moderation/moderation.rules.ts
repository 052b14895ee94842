import { LIMITS, type FieldProblem } from '@medvind/contracts';
import type { CaseKind } from './moderation-case.entity.js';
import type { ModerationAction } from './moderation-decision.entity.js';

export const CONTRIBUTION_STATES = ['visible', 'held', 'hidden', 'removed'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];
export const CONTRIBUTION_ACTIONS = [
  'keep',
  'hide',
  'restore',
  'remove',
  'edit',
  'move',
] as const satisfies ModerationAction[];
export type ContributionAction = (typeof CONTRIBUTION_ACTIONS)[number];

/** What in the queue a decision about a contribution answers; appeals, notices and orders have their own. */
export const CONTRIBUTION_CASES = ['report', 'held', 'spam'] as const satisfies CaseKind[];

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
  type: 'own-contribution' | 'already-decided' | 'in-quarantine' | 'not-a-comment';
}

interface Decidable {
  kind: 'comment' | 'initiative';
  state: ContributionState;
  quarantined: boolean;
  /** Whether the moderator wrote it. */
  own: boolean;
  /** Whether something about it is in the queue. */
  waits: boolean;
  /** Whether the moderator may also decide about what is in quarantine. */
  administers: boolean;
}

/** Why a moderator cannot decide so; empty: they can. Nobody judges their own case. */
export function getDecisionBlockers(
  { kind, state, quarantined, own, waits, administers }: Decidable,
  action: ContributionAction,
): DecisionBlocker[] {
  const blockers: DecisionBlocker[] = [];
  if (own) blockers.push({ type: 'own-contribution' });
  if (action === 'move' && kind !== 'comment') blockers.push({ type: 'not-a-comment' });
  if (action === 'restore' && quarantined && !administers) blockers.push({ type: 'in-quarantine' });
  const written = state !== 'removed' && !quarantined;
  const open = {
    hide: state === 'visible' || state === 'held',
    restore: state === 'hidden',
    keep: waits,
    remove: written,
    edit: written,
    move: written && state !== 'held',
  }[action];
  if (!open) blockers.push({ type: 'already-decided' });
  return blockers;
}

interface DecisionGiven {
  action: ModerationAction;
  reason?: string | undefined;
  reasonCode?: string | null | undefined;
  /** Where to, for what is moved. */
  threadId?: string | null | undefined;
  passages?: readonly Passage[] | undefined;
  /** The picture or document goes too. */
  attachment?: boolean | undefined;
}

/** What is missing in a decision: who is restricted must be able to read why, and by which rule. */
export function getDecisionFaults(decision: DecisionGiven): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const { action, reason = '', reasonCode } = decision;
  const { min } = LIMITS.reason;
  if ((action === 'hide' || action === 'remove' || action === 'edit') && !reasonCode)
    faults.push({ field: 'reasonCode', code: 'required' });
  if (action === 'move' && !decision.threadId) faults.push({ field: 'threadId', code: 'required' });
  if (action === 'edit' && !decision.passages?.length && !decision.attachment)
    faults.push({ field: 'passages', code: 'required' });
  if (action === 'keep' || action === 'unlock' || action === 'undo') return faults;
  if (reason === '') faults.push({ field: 'reason', code: 'required' });
  else if ([...reason].length < min) faults.push({ field: 'reason', code: 'too-short', limits: { min } });
  return faults;
}

/** Part of a text, in UTF-16 units from its beginning, with what stood there when it was marked. */
export interface Passage {
  from: number;
  text: string;
}

/**
 * The text with each passage replaced; null where one does not stand there (any more). Passages that touch or overlap
 * become one.
 */
export function redact(text: string, passages: readonly Passage[], replacement: string): string | null {
  if (passages.some((passage) => passage.text === '' || !text.startsWith(passage.text, passage.from)))
    return null;
  const spans = passages
    .map((passage) => ({ from: passage.from, to: passage.from + passage.text.length }))
    .sort((a, b) => a.from - b.from);
  const joined: typeof spans = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  let result = '';
  let at = 0;
  for (const { from, to } of joined) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}

/** How long who decided may take it back without giving a reason. */
export const UNDO_MINUTES = 10;

export const undoableUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + UNDO_MINUTES * 60_000);

export interface UndoBlocker {
  type: 'not-yours' | 'too-late' | 'already-decided';
}

/** Why a decision cannot be taken back just like that; empty: it can. */
export function getUndoBlockers(
  decision: { action: ModerationAction; decidedAt: Date; mine: boolean; latest: boolean },
  now: Date,
): UndoBlocker[] {
  const blockers: UndoBlocker[] = [];
  if (!decision.mine) blockers.push({ type: 'not-yours' });
  if (now > undoableUntil(decision.decidedAt)) blockers.push({ type: 'too-late' });
  if (!decision.latest || decision.action === 'undo') blockers.push({ type: 'already-decided' });
  return blockers;
}
