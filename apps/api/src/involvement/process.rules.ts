import type { FieldProblem } from '@medvind/contracts';
import type { SpokenStep } from '../municipalities/ladder.rules.js';
import type { Phase, Process } from './process.entity.js';
import type { Theme } from './theme.entity.js';

/** Everything in the record that cannot be so, by field. */
export function getRecordFaults(
  record: Pick<Process, 'kind' | 'service' | 'question' | 'level' | 'phases'>,
  ladder: readonly SpokenStep[],
): FieldProblem[] {
  const faults: FieldProblem[] = [];
  // Users are asked about a service; without its name the question hangs in the air.
  if (record.kind === 'user' && record.service === '') faults.push({ field: 'service', code: 'required' });
  const first = ladder[0];
  if (!ladder.some(({ key }) => key === record.level)) faults.push({ field: 'level', code: 'not-one-of' });
  else if (record.question === '' && first && record.level !== first.key)
    faults.push({ field: 'level', code: 'nothing-to-influence', limits: { level: first.name } });
  return [...faults, ...getPhaseFaults(record.phases)];
}

const getPhaseFaults = (phases: readonly Phase[]): FieldProblem[] =>
  phases.flatMap(({ from, to }, index) => {
    const previous = phases[index - 1];
    const faults: FieldProblem[] = [];
    if (previous && from < previous.from)
      faults.push({ field: `phases.${index}.from`, code: 'before-previous' });
    if (to < from) faults.push({ field: `phases.${index}.to`, code: 'before-start' });
    return faults;
  });

export type ClosingBlocker =
  | { type: 'no-theme' }
  | { type: 'theme-without-response'; themeId: string; title: string }
  | { type: 'unsorted-input'; count: number };

/** Why a process cannot be closed now; empty: it can. */
export function getClosingBlockers(
  themes: readonly Pick<Theme, 'id' | 'title' | 'respondedAt'>[],
  unsorted: number,
): ClosingBlocker[] {
  const blockers: ClosingBlocker[] = [];
  if (unsorted > 0) blockers.push({ type: 'unsorted-input', count: unsorted });
  if (themes.length === 0) blockers.push({ type: 'no-theme' });
  for (const { id, title, respondedAt } of themes)
    if (!respondedAt) blockers.push({ type: 'theme-without-response', themeId: id, title });
  return blockers;
}

export const PHASE_TIMES = ['past', 'current', 'coming'] as const;
export type PhaseTime = (typeof PHASE_TIMES)[number];

/** Where a phase lies seen from that day; its last day belongs to it. */
export const timeOf = ({ from, to }: Pick<Phase, 'from' | 'to'>, today: string): PhaseTime =>
  to < today ? 'past' : from > today ? 'coming' : 'current';

/** A step of the ladder; one that the municipality has taken away since keeps its key as its name. */
export const levelOf = (key: string, ladder: readonly SpokenStep[]): SpokenStep =>
  ladder.find((step) => step.key === key) ?? { key, name: key, promise: '', language: null };
