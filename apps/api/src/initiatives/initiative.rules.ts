import { LIMITS, type FieldProblem } from '@medvind/contracts';
import { today } from '../policies/policy.rules.js';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import type { Initiative } from './initiative.entity.js';
import { after, ANSWERED_STATES, OPEN_STATES, type InitiativeStatus } from './life.rules.js';
import { closedOn, type Scheme } from './scheme.rules.js';

/** Why something cannot be done with an initiative now, by the code of the problem it would be refused with. */
export type InitiativeBlocker =
  | { type: 'contribution-hidden' }
  | { type: 'initiative-not-collecting'; state: InitiativeStatus }
  | { type: 'own-initiative' }
  | { type: 'initiative-merged' }
  | { type: 'merged-not-withdrawable' }
  | { type: 'initiative-published' }
  | { type: 'initiative-not-answerable'; state: InitiativeStatus }
  | { type: 'policy-expired'; validTo: string | null }
  | { type: 'rule-missing' }
  | { type: 'rule-closed'; closesOn: string | null }
  | { type: 'blackout'; until: string }
  | { type: 'co-proposers-missing'; missing: number }
  | EligibilityGap;

type Timed = Pick<Initiative, 'status' | 'deadline'> & { paperUntil?: Date | null };
type Counted = Timed & Pick<Initiative, 'threshold'>;

/**
 * The state it is in at that moment: nobody has to write down in time that a deadline passed. Where the most supported
 * of a month go on there is no threshold, and which they are is known when it is written down.
 */
export const stateAt = (
  { status, deadline, paperUntil, threshold }: Counted,
  now: Date,
): InitiativeStatus => {
  const end = paperUntil ?? deadline;
  return status === 'collecting' && threshold !== null && end !== null && end <= now ? 'expired' : status;
};

/** Whether it collects support: it may go on after the threshold, and where the rule says so after it was handed over. */
export const isOpen = ({ status, deadline }: Timed, now: Date): boolean =>
  OPEN_STATES.includes(status) && deadline !== null && now < deadline;

/** Until when support on paper is keyed in; null: it is not any more. */
export const keyInUntil = (initiative: Timed, now: Date): Date | null => {
  const end = initiative.paperUntil ?? initiative.deadline;
  return OPEN_STATES.includes(initiative.status) && end !== null && now < end ? end : null;
};

/** Whether nothing is counted any more: what is decided may be taken up again before its end. */
export const isOver = ({ status, deadline, paperUntil }: Timed, now: Date): boolean => {
  const end = paperUntil ?? deadline;
  return end !== null && (status === 'withdrawn' || end <= now);
};

/** Whole days until the last one on which it can be supported; 0: today is the last. null: it does not collect. */
export const daysLeft = (initiative: Timed, now: Date): number | null =>
  initiative.deadline && isOpen(initiative, now)
    ? (Date.parse(lastDayOf(initiative.deadline)) - Date.parse(today(now))) / 86_400_000
    : null;

/** A deadline is the end of a day, which is the beginning of the next. */
export const lastDayOf = (deadline: Date): string => today(new Date(deadline.getTime() - 1));

export const isPublished = ({ publishedAt }: Pick<Initiative, 'publishedAt'>): boolean =>
  publishedAt !== null;

/**
 * Why that person (null: a visitor) cannot support it now; empty: they can.
 * @param gaps the conditions of the rule that they do not meet
 */
export function getSupportBlockers(
  initiative: Counted & Pick<Initiative, 'hiddenAt' | 'proposerId'> & { mergedIntoId?: string | null },
  personId: string | null,
  now: Date,
  gaps: readonly EligibilityGap[] = [],
): InitiativeBlocker[] {
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (initiative.mergedIntoId) blockers.push({ type: 'initiative-merged' });
  if (!isOpen(initiative, now))
    blockers.push({ type: 'initiative-not-collecting', state: stateAt(initiative, now) });
  if (personId !== null && initiative.proposerId === personId) blockers.push({ type: 'own-initiative' });
  return [...blockers, ...gaps];
}

/** Whether support can still be taken back, as the rule says; hiding an initiative holds nobody to it. */
export const isSupportWithdrawable = (
  initiative: Timed,
  withdrawal: Scheme['withdrawal'],
  now: Date,
): boolean => isOpen(initiative, now) && (withdrawal === 'until-end' || initiative.status === 'collecting');

/** Why nobody can say "I will take part"; one still can when it is reached or answered: then the work begins. */
export function getParticipationBlockers(
  initiative: Counted & Pick<Initiative, 'hiddenAt'>,
  now: Date,
): InitiativeBlocker[] {
  const state = stateAt(initiative, now);
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (![...OPEN_STATES, ...ANSWERED_STATES].includes(state))
    blockers.push({ type: 'initiative-not-collecting', state });
  return blockers;
}

/** Why a draft cannot be published now; what it lacks itself says `getIncompleteFields`. */
export function getPublicationBlockers(
  { status }: Pick<Initiative, 'status'>,
  policy: { expired: boolean; validTo: string | null },
  scheme: Scheme | null,
  day: string,
): InitiativeBlocker[] {
  const blockers: InitiativeBlocker[] = [];
  if (after(status, 'publish') === null) blockers.push({ type: 'initiative-published' });
  if (policy.expired) blockers.push({ type: 'policy-expired', validTo: policy.validTo });
  const closed = scheme && closedOn(scheme, day);
  if (!scheme) blockers.push({ type: 'rule-missing' });
  else if (closed) blockers.push(closed);
  return blockers;
}

/** How many co-proposers are still missing. */
export function getCoProposerBlockers(scheme: Scheme | null, confirmed: number): InitiativeBlocker[] {
  const missing = (scheme?.coProposers.min ?? 0) - confirmed;
  return missing > 0 ? [{ type: 'co-proposers-missing', missing }] : [];
}

/** A draft may lack what an initiative needs, or be longer than the rule lets it be. */
export function getIncompleteFields(
  { title, text, windowChoice }: Pick<Initiative, 'title' | 'text'> & { windowChoice?: number | null },
  { lengths, window }: Pick<Scheme, 'lengths' | 'window'>,
): FieldProblem[] {
  const within = (field: string, length: number, min: number, max: number): FieldProblem[] =>
    length === 0
      ? [{ field, code: 'required' }]
      : length < min
        ? [{ field, code: 'too-short', limits: { min } }]
        : length > max
          ? [{ field, code: 'too-long', limits: { max } }]
          : [];
  const picked = windowChoice ?? window.choices[0];
  return [
    ...within('title', [...title].length, LIMITS.title.min, lengths.title),
    ...within('text', [...text].length, LIMITS.initiativeText.min, lengths.text),
    ...(window.choices.length > 0 && !window.choices.includes(picked ?? 0)
      ? [{ field: 'windowChoice', code: 'not-one-of' } as const]
      : []),
  ];
}

/**
 * Why its proposer cannot take it back; empty: they can. What nobody else can read yet, or what still collects, can be;
 * what was handed over, answered or ran out is history.
 * @param holdsMerged whether another was merged into it, which is then its author's too
 */
export function getWithdrawalBlockers(
  initiative: Counted & { publishedAt: Date | null; mergedIntoId?: string | null },
  holdsMerged: boolean,
  now: Date,
): InitiativeBlocker[] {
  const blockers: InitiativeBlocker[] = [];
  if (initiative.mergedIntoId || holdsMerged) blockers.push({ type: 'merged-not-withdrawable' });
  if (
    after(initiative.status, 'withdraw') === null ||
    (initiative.publishedAt !== null && !isOpen(initiative, now))
  )
    blockers.push({ type: 'initiative-not-collecting', state: stateAt(initiative, now) });
  return blockers;
}

/** An answer is given once enough support it or its time is over, and can be corrected afterwards. */
export function getAnswerBlockers(
  initiative: Counted & Pick<Initiative, 'hiddenAt'>,
  now: Date,
): InitiativeBlocker[] {
  const state = stateAt(initiative, now);
  const blockers: InitiativeBlocker[] = [];
  if (initiative.hiddenAt) blockers.push({ type: 'contribution-hidden' });
  if (after(state, 'decide') === null) blockers.push({ type: 'initiative-not-answerable', state });
  return blockers;
}
