import { LIMITS, type FieldProblem } from '@medvind/contracts';
import { today } from '../policies/policy.rules.js';
import type { Initiative, InitiativeStatus } from './initiative.entity.js';

/** Why something cannot be done with an initiative now, by the code of the problem it would be refused with. */
export type InitiativeBlocker =
  | { type: 'contribution-hidden' }
  | { type: 'initiative-not-collecting'; state: InitiativeStatus }
  | { type: 'own-initiative' }
  | { type: 'initiative-published' }
  | { type: 'initiative-not-answerable'; state: InitiativeStatus }
  | { type: 'policy-expired'; validTo: string | null }
  | { type: 'rule-missing' }
  | { type: 'rule-closed'; closesOn: string | null };

type Timed = Pick<Initiative, 'status' | 'deadline'>;

/** The state it is in at that moment: nobody has to write down in time that a deadline passed. */
export const stateAt = ({ status, deadline }: Timed, now: Date): InitiativeStatus =>
  status === 'collecting' && deadline !== null && deadline <= now ? 'expired' : status;

/** Whether it collects support; it goes on collecting after the threshold, until its deadline. */
export const isOpen = ({ status, deadline }: Timed, now: Date): boolean =>
  (status === 'collecting' || status === 'reached') && deadline !== null && now < deadline;

/** Whole days until the last one on which it can be supported; 0: today is the last. null: it does not collect. */
export const daysLeft = (initiative: Timed, now: Date): number | null =>
  initiative.deadline && isOpen(initiative, now)
    ? (Date.parse(lastDayOf(initiative.deadline)) - Date.parse(today(now))) / 86_400_000
    : null;

/** A deadline is the end of a day, which is the beginning of the next. */
const lastDayOf = (deadline: Date): string => today(new Date(deadline.getTime() - 1));

export const isPublished = ({ publishedAt }: Pick<Initiative, 'publishedAt'>): boolean =>
  publishedAt !== null;

export const reachesThreshold = ({ status, supportCount, threshold }: Initiative): boolean =>
  status === 'collecting' && threshold !== null && supportCount >= threshold;

/** Why that person (null: a visitor) cannot support it now; empty: they can. */
export function getSupportBlockers(
  initiative: Timed & Pick<Initiative, 'hiddenAt' | 'proposerId'>,
  personId: string | null,
  now: Date,
): InitiativeBlocker[] {
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (!isOpen(initiative, now))
    blockers.push({ type: 'initiative-not-collecting', state: stateAt(initiative, now) });
  if (personId !== null && initiative.proposerId === personId) blockers.push({ type: 'own-initiative' });
  return blockers;
}

/** Support can be taken back as long as it can be given; hiding an initiative holds nobody to it. */
export const getSupportWithdrawalBlockers = (initiative: Timed, now: Date): InitiativeBlocker[] =>
  isOpen(initiative, now) ? [] : [{ type: 'initiative-not-collecting', state: stateAt(initiative, now) }];

/** Why nobody can say "I will take part"; one still can when it is reached or answered: then the work begins. */
export function getParticipationBlockers(
  initiative: Timed & Pick<Initiative, 'hiddenAt'>,
  now: Date,
): InitiativeBlocker[] {
  const state = stateAt(initiative, now);
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (!['collecting', 'reached', 'answered'].includes(state))
    blockers.push({ type: 'initiative-not-collecting', state });
  return blockers;
}

/** Why a draft cannot be published now; what it lacks itself says `getIncompleteFields`. */
export function getPublicationBlockers(
  { status }: Pick<Initiative, 'status'>,
  policy: { expired: boolean; validTo: string | null },
  rule: { closesOn: string | null } | null,
  day: string,
): InitiativeBlocker[] {
  const blockers: InitiativeBlocker[] = [];
  if (status !== 'draft') blockers.push({ type: 'initiative-published' });
  if (policy.expired) blockers.push({ type: 'policy-expired', validTo: policy.validTo });
  if (!rule) blockers.push({ type: 'rule-missing' });
  else if (rule.closesOn !== null && rule.closesOn < day)
    blockers.push({ type: 'rule-closed', closesOn: rule.closesOn });
  return blockers;
}

/** A draft may lack what an initiative needs. */
export function getIncompleteFields({ title, text }: Pick<Initiative, 'title' | 'text'>): FieldProblem[] {
  const short = (field: string, length: number, min: number): FieldProblem[] =>
    length === 0
      ? [{ field, code: 'required' }]
      : length < min
        ? [{ field, code: 'too-short', limits: { min } }]
        : [];
  return [
    ...short('title', title.length, LIMITS.title.min),
    ...short('text', text.length, LIMITS.initiativeText.min),
  ];
}

/** A draft, or what still collects; what was answered or ran out is history. */
export const isWithdrawable = (initiative: Timed, now: Date): boolean =>
  initiative.status === 'draft' || isOpen(initiative, now);

/** An answer is given once enough support it or its time is over, and can be corrected afterwards. */
export function getAnswerBlockers(
  initiative: Timed & Pick<Initiative, 'hiddenAt'>,
  now: Date,
): InitiativeBlocker[] {
  const state = stateAt(initiative, now);
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (!['reached', 'expired', 'answered'].includes(state))
    blockers.push({ type: 'initiative-not-answerable', state });
  return blockers;
}
