import type { Counting, Json } from '@medvind/ballot-ledger';
import {
  getChoiceFaults,
  outcomeOf,
  Tally,
  type Choice,
  type Conditions,
  type Outcome,
  type TallyState,
  type VotePaper,
  type VoteResult,
} from '@medvind/vote-counting';
import type { BallotTerms } from './ballot-box.entity.js';

/** What is published of a count: where every option stands, and what that comes to under the vote's rules. */
export interface PublishedResult {
  result: VoteResult;
  outcome: Outcome;
}

/** What of a box's terms counting needs. */
export interface CountedTerms {
  paper: VotePaper;
  conditions: Conditions;
}

/** @throws Error when the terms are not of a vote */
export function countedTerms(terms: BallotTerms): CountedTerms {
  const { paper, conditions } = terms as unknown as Partial<CountedTerms>;
  if (!paper || !Array.isArray(paper.options) || !conditions) throw new Error('the terms name no paper');
  return { paper, conditions };
}

export const tallyOf = (terms: BallotTerms, state?: TallyState | null): Tally =>
  new Tally(countedTerms(terms).paper, state ?? undefined);

export function publishedResult(terms: BallotTerms, tally: Tally): PublishedResult {
  const { paper, conditions } = countedTerms(terms);
  const result = tally.result();
  return { result, outcome: outcomeOf(paper, result, conditions) };
}

/** How the verifier counts: the same code, over the published ballots. */
export function countingOf(terms: BallotTerms): Counting {
  const { paper } = countedTerms(terms);
  const tally = new Tally(paper);
  return {
    isValid: (choice) => getChoiceFaults(paper, choice).length === 0,
    add: (choice) => tally.add(choice as Choice),
    result: () => publishedResult(terms, tally) as unknown as Json,
  };
}
