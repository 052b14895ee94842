import type { FieldProblem } from '@medvind/contracts';
import { getPaperFaults, METHODS_OF_KIND, type Conditions, type VotePaper } from '@medvind/vote-counting';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import type { Vote } from './vote.entity.js';

export const VOTE_STATES = ['draft', 'coming', 'open', 'closed', 'called-off'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

/** Why somebody cannot vote now, by the code of the problem it would be refused with. */
export type VoteBlocker = { type: 'vote-not-open'; state: VoteState } | EligibilityGap;

type Timed = Pick<Vote, 'publishedAt' | 'calledOffAt' | 'opensAt' | 'closesAt'>;

/** The state it is in at that moment: nobody has to write down in time that it opened or closed. */
export const stateAt = ({ publishedAt, calledOffAt, opensAt, closesAt }: Timed, now: Date): VoteState =>
  !publishedAt
    ? 'draft'
    : calledOffAt
      ? 'called-off'
      : now < opensAt
        ? 'coming'
        : now < closesAt
          ? 'open'
          : 'closed';

/**
 * Why somebody cannot vote; empty: residents can.
 * @param gaps the conditions of the vote that they do not meet
 */
export function getVotingBlockers(
  vote: Timed,
  now: Date,
  gaps: readonly EligibilityGap[] = [],
): VoteBlocker[] {
  const state = stateAt(vote, now);
  return state === 'open' ? [...gaps] : [{ type: 'vote-not-open', state }, ...gaps];
}

type Asked = Pick<Vote, 'kind' | 'method' | 'most' | 'options' | 'quorum' | 'majority'>;

/** What of a vote is counted. */
export function paperOf({ kind, method, most, options }: Asked): VotePaper {
  const keys = kind === 'for-against' ? ['for', 'against'] : options.map(({ key }) => key);
  const hasMost = kind === 'choose' || kind === 'scores' || kind === 'allotment';
  return { kind, method, options: keys, ...(hasMost && most !== null ? { most } : {}) };
}

export const conditionsOf = ({ quorum, majority }: Asked): Conditions => ({ quorum, majority });

/** What in a vote cannot be so, by field; of one that is published nothing can be mended any more. */
export function getVoteFaults(
  vote: Asked & Pick<Vote, 'voter' | 'opensAt' | 'closesAt'>,
  now: Date,
): FieldProblem[] {
  const faults = getPaperFaults(paperOf(vote)).map((fault): FieldProblem => {
    switch (fault.type) {
      case 'method-not-of-kind':
        return { field: 'method', code: 'not-one-of' };
      case 'options':
        return vote.options.length < fault.least
          ? { field: 'options', code: 'required', limits: { min: fault.least } }
          : { field: 'options', code: 'too-many', limits: { max: fault.most } };
      case 'option-twice':
        return { field: 'options', code: 'taken' };
      case 'most':
        return vote.most === null
          ? { field: 'most', code: 'required' }
          : vote.most > fault.most
            ? { field: 'most', code: 'too-large', limits: { max: fault.most } }
            : { field: 'most', code: 'too-small', limits: { min: fault.least } };
    }
  });
  for (const index of titlesTwice(vote.options))
    faults.push({ field: `options.${index}.title`, code: 'said-twice' });
  // Points and means have no majority: whoever stands first, stands first.
  if (vote.majority !== 'most' && !['plurality', 'approval'].includes(vote.method))
    faults.push({ field: 'majority', code: 'not-one-of' });
  if (vote.voter.groups.length === 0) faults.push({ field: 'voter.groups', code: 'required' });
  if (vote.closesAt <= vote.opensAt) faults.push({ field: 'closesAt', code: 'before-start' });
  else if (vote.closesAt <= now) faults.push({ field: 'closesAt', code: 'in-the-past' });
  return faults;
}

/** Where the same answer stands again: case and spaces make no difference to whoever reads it. */
export function titlesTwice(options: readonly { title: string }[]): number[] {
  const titles = options.map(({ title }) => title.trim().replaceAll(/\s+/g, ' ').toLowerCase());
  return titles.flatMap((title, index) => (title && titles.indexOf(title) < index ? [index] : []));
}

/** How a kind is counted where nobody chose. */
export const methodOf = (kind: Vote['kind']) => METHODS_OF_KIND[kind][0]!;

/** Keys of options are given by us: letters first, so that no one takes them for numbers. */
export const withKeys = (options: readonly { title: string; text?: string | undefined }[]): Vote['options'] =>
  options.map(({ title, text = '' }, index) => ({ key: `o${index + 1}`, title, text }));
