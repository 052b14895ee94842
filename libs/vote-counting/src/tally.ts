import { isBlank } from './choice.faults.js';
import { resultOf, type VoteResult } from './result.js';
import type { TallyState } from './tally.state.js';
import type { Choice, VotePaper } from './vote.paper.js';

/** Counts ballots one at a time; whatever was counted can be taken out again, for a vote that was changed. */
export class Tally {
  private readonly state: TallyState;
  private readonly place: ReadonlyMap<string, number>;

  /** @param state of a tally of the same paper, to go on from; it is copied */
  constructor(
    private readonly paper: VotePaper,
    state?: TallyState,
  ) {
    this.place = new Map(paper.options.map((option, index) => [option, index]));
    this.state = state ? structuredClone(state) : emptyState(paper);
  }

  /** @param choice without faults (`getChoiceFaults`) */
  add(choice: Choice) {
    this.count(choice, 1);
  }

  remove(choice: Choice) {
    this.count(choice, -1);
  }

  /** A copy. */
  toState(): TallyState {
    return structuredClone(this.state);
  }

  result(): VoteResult {
    return resultOf(this.paper, this.state);
  }

  private count(choice: Choice, by: 1 | -1) {
    this.state.ballots += by;
    if (isBlank(choice)) {
      this.state.blank += by;
      return;
    }
    if (typeof choice === 'string') this.give(choice, by, by);
    else if (Array.isArray(choice)) this.countList(choice as readonly string[], by);
    else this.countNumbers(choice as Readonly<Record<string, number>>, by);
  }

  private countList(choice: readonly string[], by: 1 | -1) {
    if (this.paper.method === 'borda') this.countPoints(choice, by);
    else for (const option of choice) this.give(option, by, by);
    if (this.paper.method === 'schulze') this.countPairs(choice, by);
  }

  /**
   * Borda 1781: with n options the first gets n − 1 points, the next n − 2 … Those left out share what is left evenly
   * (Black 1976, "average"), doubled here so that the sums stay whole; `resultOf` halves them.
   */
  private countPoints(ranked: readonly string[], by: 1 | -1) {
    const { options } = this.paper;
    ranked.forEach((option, rank) => this.give(option, by * 2 * (options.length - 1 - rank), by));
    const left = options.length - ranked.length;
    for (const option of options)
      if (!ranked.includes(option)) this.state.sums[this.place.get(option)!]! += by * (left - 1);
  }

  private countPairs(ranked: readonly string[], by: 1 | -1) {
    const pairs = this.state.pairs!;
    const behind = new Set(this.paper.options.map((_, index) => index));
    for (const option of ranked) {
      const row = this.place.get(option)!;
      behind.delete(row);
      for (const column of behind) pairs[row]![column]! += by;
    }
  }

  private countNumbers(choice: Readonly<Record<string, number>>, by: 1 | -1) {
    for (const [option, number] of Object.entries(choice)) {
      this.give(option, by * number, by);
      const spread = this.state.spread?.[this.place.get(option)!];
      if (spread) spread[number]! += by;
    }
  }

  private give(option: string, sum: number, named: number) {
    const index = this.place.get(option)!;
    this.state.sums[index]! += sum;
    this.state.named[index]! += named;
  }
}

function emptyState({ options, method, most = 0 }: VotePaper): TallyState {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  return {
    ballots: 0,
    blank: 0,
    sums: zeros(options.length),
    named: zeros(options.length),
    ...(method === 'schulze' ? { pairs: options.map(() => zeros(options.length)) } : {}),
    ...(method === 'average' ? { spread: options.map(() => zeros(most + 1)) } : {}),
  };
}
