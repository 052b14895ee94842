/**
 * Schulze's method, with the strength of a link measured by its winning votes.
 * Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method", Social Choice and Welfare 36 (2011), 267–303, sections 2.2 and 2.3.
 */

/**
 * The strength of the strongest path from each option to each other: of a path's links the weakest, of all paths the
 * strongest (Floyd and Warshall's way, n³ steps).
 * @param pairs `pairs[i][j]` ballots rank i before j
 */
export function strongestPaths(pairs: readonly (readonly number[])[]): number[][] {
  const paths = pairs.map((row, i) => row.map((votes, j) => (votes > pairs[j]![i]! ? votes : 0)));
  const every = pairs.map((_, index) => index);
  for (const over of every)
    for (const from of every) {
      if (from === over) continue;
      const start = paths[from]![over]!;
      for (const to of every) {
        if (to === from || to === over) continue;
        const through = Math.min(start, paths[over]![to]!);
        if (through > paths[from]![to]!) paths[from]![to] = through;
      }
    }
  return paths;
}

/** Whether i's strongest path to j is stronger than j's to i: a strict order (theorem 4.1 there), ties left as they are. */
export const winsOver = (paths: readonly (readonly number[])[]): boolean[][] =>
  paths.map((row, i) => row.map((strength, j) => strength > paths[j]![i]!));
