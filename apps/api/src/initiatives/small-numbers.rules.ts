/** Fewer people than this could be known by who they are. */
export const FEWEST = 5;

/**
 * A table of counts beside which its sums are told: cells of 1 to 4 people are kept back (null), and with each as many
 * others of its row and its column as it takes not to find it by subtraction.
 */
export function protectedCounts(counts: readonly (readonly number[])[]): (number | null)[][] {
  const kept: (number | null)[][] = counts.map((row) =>
    row.map((count) => (count > 0 && count < FEWEST ? null : count)),
  );
  const lines = (): [number, number][][] => [
    ...kept.map((row, at) => row.map((_, column): [number, number] => [at, column])),
    ...(kept[0] ?? []).map((_, column) => kept.map((__, at): [number, number] => [at, column])),
  ];
  const isHidden = (line: [number, number][]) => line.some(([row, column]) => kept[row]![column] === null);
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines()) {
      const shown = line.filter(([row, column]) => kept[row]![column] !== null);
      if (line.length - shown.length !== 1 || shown.length === 0) continue;
      // One that its other line needs to keep back too, or else the least, which is lost least by it.
      const crossed = ([row, column]: [number, number]) =>
        lines().filter((other) => other.some(([r, c]) => r === row && c === column && isHidden(other)))
          .length;
      const [least] = shown.toSorted(
        (one, other) =>
          crossed(other) - crossed(one) || counts[one[0]]![one[1]]! - counts[other[0]]![other[1]]!,
      );
      kept[least![0]]![least![1]] = null;
      changed = true;
    }
  }
  return kept;
}
