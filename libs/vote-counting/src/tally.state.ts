/** What has been counted so far; as large as the paper, however many ballots there were. Plain data. */
export interface TallyState {
  ballots: number;
  blank: number;
  /** By option: votes, Borda points, sum of scores, or sum of parts. */
  sums: number[];
  /** By option: on how many ballots it was named, scored or given something. */
  named: number[];
  /** Schulze: `pairs[i][j]` ballots rank option i before option j. */
  pairs?: number[][];
  /** Scores: by option, how many gave 0, 1, … */
  spread?: number[][];
}
