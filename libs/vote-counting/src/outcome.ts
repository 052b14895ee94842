import type { VoteResult } from './result.js';
import type { VotePaper } from './vote.paper.js';

/**
 * - `most`: whoever stands first
 * - `half`: more than half of the ballots that are not blank
 * - `half-of-all`: more than half of all ballots, blank ones too
 * - `two-thirds`: at least two thirds of the ballots that are not blank
 */
export const MAJORITIES = ['most', 'half', 'half-of-all', 'two-thirds'] as const;
export type Majority = (typeof MAJORITIES)[number];

export interface Conditions {
  /** At least so many ballots, blank ones too; null: any number. */
  quorum: number | null;
  /** Of votes (plurality, approval); the other methods know no majority but `most`. */
  majority: Majority;
}

/** How a condition is met, in numbers: `got` of `of`, where `needed` were needed. */
export interface Condition {
  needed: number;
  got: number;
  of: number;
  met: boolean;
}

export type OutcomeKind = 'decided' | 'tied' | 'no-quorum' | 'no-majority' | 'no-ballots';

export interface Outcome {
  kind: OutcomeKind;
  /** Who stands first; of a vote for or against `['for']` only when it is carried. */
  winners: string[];
  /** null: none is asked for. */
  quorum: Condition | null;
  majority: Condition | null;
}

/** What a result comes to under the rules of its vote. What stands equal stays equal: nothing is broken by lot. */
export function outcomeOf({ kind, method }: VotePaper, result: VoteResult, conditions: Conditions): Outcome {
  const quorum = quorumOf(result, conditions.quorum);
  // What is put to a vote for or against must itself be carried; that it falls asks for no majority.
  const measured = kind === 'for-against' ? 'for' : result.winners[0];
  const majority = majorityOf(result, measured, conditions.majority);
  const { winners } = result;
  const falls = kind === 'for-against' && winners.length === 1 && winners[0] === 'against';
  // How a sum is shared has no winner to be alone.
  const isTied = winners.length > 1 && method !== 'sum';
  const outcome = (): OutcomeKind => {
    if (winners.length === 0) return 'no-ballots';
    if (quorum && !quorum.met) return 'no-quorum';
    if (isTied) return 'tied';
    return majority && !majority.met && !falls ? 'no-majority' : 'decided';
  };
  return { kind: outcome(), winners, quorum, majority };
}

const quorumOf = ({ ballots }: VoteResult, needed: number | null): Condition | null =>
  needed === null ? null : { needed, got: ballots, of: ballots, met: ballots >= needed };

function majorityOf(
  { method, standings, ballots, blank }: VoteResult,
  measured: string | undefined,
  majority: Majority,
): Condition | null {
  if (majority === 'most' || (method !== 'plurality' && method !== 'approval')) return null;
  const of = majority === 'half-of-all' ? ballots : ballots - blank;
  const needed = majority === 'two-thirds' ? Math.ceil((2 * of) / 3) : Math.floor(of / 2) + 1;
  const got = standings.find(({ option }) => option === measured)?.value ?? 0;
  return { needed, got, of, met: of > 0 && got >= needed };
}
