import { strongestPaths, winsOver } from './schulze.js';
import type { TallyState } from './tally.state.js';
import type { CountingMethod, VotePaper } from './vote.paper.js';

/** Where an option stands. */
export interface Standing {
  option: string;
  /** 1 is first; options that stand equal share a rank, and the next rank is as many further on. */
  rank: number;
  tied: boolean;
  /** Votes (plurality, approval), points (borda), options it wins over (schulze), mean score, or sum. */
  value: number;
  /** On how many ballots it was named, scored or given something. */
  named: number;
  /** Scores: how many gave 0, 1, … */
  spread?: number[];
}

export interface VoteResult {
  method: CountingMethod;
  /** Each voter's last ballot, blank ones too. */
  ballots: number;
  blank: number;
  /** The best first; equal ones in the order they are printed. */
  standings: Standing[];
  /** Who stands first: several are tied, and no lot is drawn. None when no ballot names an option. */
  winners: string[];
  /** Schulze: `pairs[i][j]` ballots rank printed option i before j; and the strength of the strongest path. */
  pairs?: number[][];
  paths?: number[][];
}

export function resultOf({ method, options }: VotePaper, state: TallyState): VoteResult {
  const paths = state.pairs ? strongestPaths(state.pairs) : null;
  const wins = paths ? winsOver(paths) : null;
  const isBefore = comparison(method, state, wins);
  const places = options.map((_, index) => index);
  const ranked = options
    .map((option, index): Standing => {
      const ahead = places.filter((other) => isBefore(other, index)).length;
      const behind = places.filter((other) => isBefore(index, other)).length;
      return {
        option,
        rank: ahead + 1,
        tied: ahead + behind < options.length - 1,
        value: valueOf(method, index, state, wins),
        named: state.named[index]!,
        ...(state.spread ? { spread: [...state.spread[index]!] } : {}),
      };
    })
    .toSorted((a, b) => a.rank - b.rank || options.indexOf(a.option) - options.indexOf(b.option));
  const isSaid = state.ballots > state.blank;
  return {
    method,
    ballots: state.ballots,
    blank: state.blank,
    standings: ranked,
    winners: isSaid ? winnersOf(method, ranked) : [],
    ...(paths ? { pairs: state.pairs!.map((row) => [...row]), paths } : {}),
  };
}

/** First is who nobody stands before; with votes, points and sums, only if there are any. */
const winnersOf = (method: CountingMethod, ranked: readonly Standing[]): string[] =>
  ranked
    .filter(
      ({ rank, value, named }) =>
        rank === 1 && (method === 'schulze' ? true : method === 'average' ? named > 0 : value > 0),
    )
    .map(({ option }) => option);

function valueOf(method: CountingMethod, index: number, state: TallyState, wins: boolean[][] | null): number {
  const sum = state.sums[index]!;
  if (method === 'borda') return sum / 2;
  if (method === 'average') return state.named[index] ? sum / state.named[index]! : 0;
  if (wins) return wins[index]!.filter(Boolean).length;
  return sum;
}

/** Whether option a stands before b; means are compared as fractions, never rounded. */
function comparison(method: CountingMethod, { sums, named }: TallyState, wins: boolean[][] | null) {
  if (wins) return (a: number, b: number) => wins[a]![b]!;
  if (method !== 'average') return (a: number, b: number) => sums[a]! > sums[b]!;
  return (a: number, b: number) => {
    // Without a score there is no mean, and it stands behind all that have one.
    if (!named[a] || !named[b]) return named[a]! > 0 && named[b] === 0;
    return BigInt(sums[a]!) * BigInt(named[b]) > BigInt(sums[b]!) * BigInt(named[a]);
  };
}
