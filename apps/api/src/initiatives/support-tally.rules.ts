import { protectedCounts } from './small-numbers.rules.js';

/** Where support came from. null: kept back, because few people are behind it or it would give a small number away. */
export interface SupportTally {
  all: number;
  paper: number | null;
  online: number | null;
  /** Who gave it online and did not say where they live. */
  notStated: number | null;
  districts: { name: string; count: number | null }[];
}

interface Counted {
  all: number;
  paper: number;
  districts: readonly { name: string; count: number }[];
}

/** One line of cells beside their sum: what is online is the sum of the others, and told only where paper is. */
export function tallyOf({ all, paper, districts }: Counted): SupportTally {
  const stated = districts.reduce((sum, { count }) => sum + count, 0);
  const counts = [paper, Math.max(0, all - paper - stated), ...districts.map(({ count }) => count)];
  const [[onPaper = null, notStated = null, ...kept] = []] = protectedCounts([counts]);
  return {
    all,
    paper: onPaper,
    online: onPaper === null ? null : all - paper,
    notStated,
    districts: districts.map(({ name }, at) => ({ name, count: kept[at] ?? null })),
  };
}
