/** Ballots in, results out, as published rules say. Pure: whoever has the ballots can count them again. */
export {
  COUNTING_METHODS,
  METHODS_OF_KIND,
  VOTE_KINDS,
  type Choice,
  type CountingMethod,
  type VotePaper,
  type VoteKind,
} from './vote.paper.js';
export { getChoiceFaults, getPaperFaults, type ChoiceFault, type PaperFault } from './choice.faults.js';
export { Tally } from './tally.js';
export { type TallyState } from './tally.state.js';
export { type Standing, type VoteResult } from './result.js';
export {
  MAJORITIES,
  outcomeOf,
  type Condition,
  type Conditions,
  type Majority,
  type Outcome,
  type OutcomeKind,
} from './outcome.js';
