export const VOTE_KINDS = ['support', 'for-against', 'choose', 'ranking', 'scores', 'allotment'] as const;
export type VoteKind = (typeof VOTE_KINDS)[number];

export const COUNTING_METHODS = ['plurality', 'approval', 'borda', 'schulze', 'average', 'sum'] as const;
export type CountingMethod = (typeof COUNTING_METHODS)[number];

/** How a vote of a kind can be counted; the first is what one gets without choosing. */
export const METHODS_OF_KIND: Readonly<Record<VoteKind, readonly CountingMethod[]>> = {
  support: ['plurality'],
  'for-against': ['plurality'],
  choose: ['approval', 'plurality'],
  ranking: ['schulze', 'borda'],
  scores: ['average'],
  allotment: ['sum'],
};

/** What a voter is asked, as far as counting is concerned. */
export interface VotePaper {
  kind: VoteKind;
  method: CountingMethod;
  /** Keys, in the order they are printed: `['support']`, `['for', 'against']`, or those of the question. */
  options: readonly string[];
  /** choose: at most so many. scores: the highest, from 0. allotment: the sum, all of which is handed out. */
  most?: number;
}

/**
 * What one ballot says.
 * - `support`: `'support'`
 * - `for-against`: `'for'`, `'against'` or `'blank'`
 * - `choose`: the chosen options; none is blank
 * - `ranking`: the ranked options, the best first; those left out stand together behind them; none is blank
 * - `scores`: an option's score, a whole number from 0 to `most`; left out is no opinion; none is blank
 * - `allotment`: an option's part of the sum, whole and above 0; none is blank
 */
export type Choice = string | readonly string[] | Readonly<Record<string, number>>;
