/** 95 % of the normal distribution. */
const Z = 1.96;

/**
 * The lower bound of Wilson's score interval for the share that agrees, 0 to 1 (source: E. B. Wilson, Probable
 * inference, the law of succession, and statistical inference, JASA 22, 1927): with few votes it is cautious, so that
 * one of one does not stand above ninety of a hundred. `wilson(agree, disagree)` in the database says the same.
 */
export function supportOf(agree: number, disagree: number): number {
  const n = agree + disagree;
  if (n === 0) return 0;
  const share = agree / n;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * n)) / n);
  return (share + Z ** 2 / (2 * n) - spread) / (1 + Z ** 2 / n);
}
