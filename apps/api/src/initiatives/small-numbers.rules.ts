/** Fewer people than this could be known by who they are. */
export const FEWEST = 5;

/**
 * A table of counts beside which its sums are told: cells of 1 to 4 people are kept back (null), and with each as many
 * others of its row and its column as it takes not to find it by subtraction: at least two, with enough people behind
 them together that their sum says of none how small it is.
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
      const hidden = line.filter(([row, column]) => kept[row]![column] === null);
      const people = hidden.reduce((sum, [row, column]) => sum + counts[row]![column]!, 0);
      if (hidden.length === 0 || shown.length === 0 || (hidden.length > 1 && people >= FEWEST)) continue;
      // One that its other line needs to keep back too, or else the least that hides anything, which is lost least by it.
      const crossed = ([row, column]: [number, number]) =>
        lines().filter((other) => other.some(([r, c]) => r === row && c === column && isHidden(other)))
          .length;
      const sizeOf = ([row, column]: [number, number]) => counts[row]![column]! || Infinity;
      const [least] = shown.toSorted(
        (one, other) => crossed(other) - crossed(one) || sizeOf(one) - sizeOf(other),
      );
      kept[least![0]]![least![1]] = null;
      changed = true;
    }
  }
  return kept;
}
