import { METHODS_OF_KIND, type Choice, type VotePaper } from './vote.paper.js';

export type PaperFault =
  | { type: 'method-not-of-kind' }
  | { type: 'options'; least: number; most: number }
  | { type: 'option-twice'; option: string }
  | { type: 'most'; least: number; most: number };

export type ChoiceFault =
  | { type: 'not-a-choice' }
  | { type: 'unknown-option'; option: string }
  | { type: 'option-twice'; option: string }
  | { type: 'too-many-options'; most: number; given: number }
  | { type: 'score-out-of-range'; option: string; most: number }
  | { type: 'sum-not-met'; sum: number; given: number };

/** More than anyone can compare; and it keeps the matrix of pairs small. */
const MOST_OPTIONS = 50;
const HIGHEST_SCORE = 100;
/** Sums of sums stay exact: 10⁹ × 9 million ballots. */
const LARGEST_SUM = 1_000_000_000;

/** Why nobody can vote on such a paper; empty: they can. */
export function getPaperFaults({ kind, method, options, most }: VotePaper): PaperFault[] {
  const faults: PaperFault[] = [];
  if (!METHODS_OF_KIND[kind].includes(method)) faults.push({ type: 'method-not-of-kind' });
  const [least, largest] = kind === 'support' ? [1, 1] : kind === 'for-against' ? [2, 2] : [2, MOST_OPTIONS];
  if (options.length < least || options.length > largest)
    faults.push({ type: 'options', least, most: largest });
  const twice = options.find((option, index) => options.indexOf(option) < index);
  if (twice !== undefined) faults.push({ type: 'option-twice', option: twice });
  const [low, high] =
    kind === 'choose'
      ? [1, method === 'plurality' ? 1 : Math.max(1, options.length)]
      : kind === 'scores'
        ? [1, HIGHEST_SCORE]
        : kind === 'allotment'
          ? [1, LARGEST_SUM]
          : [0, 0];
  if (high > 0 && !(Number.isInteger(most) && most! >= low && most! <= high))
    faults.push({ type: 'most', least: low, most: high });
  return faults;
}

/** Why a ballot does not count; empty: it does. What comes from outside may be of any shape. */
export function getChoiceFaults(paper: VotePaper, choice: unknown): ChoiceFault[] {
  switch (paper.kind) {
    case 'support':
      return choice === 'support' ? [] : [{ type: 'not-a-choice' }];
    case 'for-against':
      return choice === 'for' || choice === 'against' || choice === 'blank' ? [] : [{ type: 'not-a-choice' }];
    case 'choose':
    case 'ranking':
      return listFaults(paper, choice);
    case 'scores':
    case 'allotment':
      return numberFaults(paper, choice);
  }
}

function listFaults({ kind, options, most = options.length }: VotePaper, choice: unknown): ChoiceFault[] {
  if (!Array.isArray(choice) || !choice.every((option) => typeof option === 'string'))
    return [{ type: 'not-a-choice' }];
  const faults: ChoiceFault[] = [];
  const seen = new Set<string>();
  for (const option of choice) {
    if (!options.includes(option)) faults.push({ type: 'unknown-option', option });
    else if (seen.has(option)) faults.push({ type: 'option-twice', option });
    seen.add(option);
  }
  if (kind === 'choose' && choice.length > most)
    faults.push({ type: 'too-many-options', most, given: choice.length });
  return faults;
}

function numberFaults({ kind, options, most = 0 }: VotePaper, choice: unknown): ChoiceFault[] {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice))
    return [{ type: 'not-a-choice' }];
  const faults: ChoiceFault[] = [];
  const given: [string, unknown][] = Object.entries(choice);
  const least = kind === 'allotment' ? 1 : 0;
  for (const [option, number] of given) {
    if (!options.includes(option)) faults.push({ type: 'unknown-option', option });
    else if (!Number.isInteger(number) || (number as number) < least || (number as number) > most)
      faults.push({ type: 'score-out-of-range', option, most });
  }
  if (kind === 'allotment' && given.length > 0 && faults.length === 0) {
    const sum = given.reduce((sum, [, part]) => sum + (part as number), 0);
    if (sum !== most) faults.push({ type: 'sum-not-met', sum: most, given: sum });
  }
  return faults;
}

/** Whether a ballot says nothing of any option; it counts as a ballot all the same. */
export const isBlank = (choice: Choice): boolean =>
  typeof choice === 'string'
    ? choice === 'blank'
    : (Array.isArray(choice) ? choice : Object.keys(choice)).length === 0;
