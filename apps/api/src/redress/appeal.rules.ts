import { LIMITS, type FieldProblem } from '@medvind/contracts';
import type { AppealOutcome } from './appeal.entity.js';

/** What can be appealed, as the rules see it. */
export interface Appealable {
  /** Whether it concerns the one who asks: their contribution, their restriction, their notice. */
  concerns: boolean;
  /** Whether it holds anything back from them at all. */
  restricts: boolean;
  /** Whether another decision has come after it. */
  superseded: boolean;
  appealed: boolean;
  until: Date;
}

export interface AppealBlocker {
  type: 'not-yours' | 'not-appealable' | 'no-longer-so' | 'already-appealed' | 'appeal-period-over';
}

/** Why this person cannot appeal; empty: they can. */
export function getAppealBlockers(subject: Appealable, now: Date): AppealBlocker[] {
  const blockers: AppealBlocker[] = [];
  if (!subject.concerns) blockers.push({ type: 'not-yours' });
  if (!subject.restricts) blockers.push({ type: 'not-appealable' });
  if (subject.superseded) blockers.push({ type: 'no-longer-so' });
  if (subject.appealed) blockers.push({ type: 'already-appealed' });
  if (now > subject.until) blockers.push({ type: 'appeal-period-over' });
  return blockers;
}

export interface AppealDecisionBlocker {
  type: 'own-decision' | 'own-appeal' | 'already-decided';
}

/** Why this moderator cannot decide an appeal; empty: they can. Who took part in the decision looks at it no second time. */
export function getAppealDecisionBlockers(
  appeal: {
    decided: boolean;
    appellantId: string | null;
    /** Whoever wrote what it is about. */
    authorId: string | null;
    decidedByIds: readonly string[];
  },
  moderatorId: string,
): AppealDecisionBlocker[] {
  const blockers: AppealDecisionBlocker[] = [];
  if (appeal.decidedByIds.includes(moderatorId)) blockers.push({ type: 'own-decision' });
  if (appeal.appellantId === moderatorId || appeal.authorId === moderatorId)
    blockers.push({ type: 'own-appeal' });
  if (appeal.decided) blockers.push({ type: 'already-decided' });
  return blockers;
}

/** What is missing in the answer. What is hidden after all needs its rule. */
export function getAppealFaults(answer: {
  outcome: AppealOutcome;
  text: string;
  reasonCode?: string | null | undefined;
  hides: boolean;
}): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const { min } = LIMITS.reason;
  if (answer.text === '') faults.push({ field: 'text', code: 'required' });
  else if ([...answer.text].length < min) faults.push({ field: 'text', code: 'too-short', limits: { min } });
  if (answer.outcome === 'upheld' && answer.hides && !answer.reasonCode)
    faults.push({ field: 'reasonCode', code: 'required' });
  return faults;
}

/** Six months from the day after they were told. */
export const APPEAL_PERIOD = "interval '6 months 1 day'";
