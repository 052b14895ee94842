import type { Schema } from '@medvind/api-client';

export type TrailStep = Schema<'TrailStepView'>;
export type StageKind = TrailStep['kind'];

/** The way of a contribution, in the order it is gone. */
export const STAGES = ['said', 'linked', 'answered', 'planned', 'result'] as const satisfies StageKind[];

export interface Stage {
  kind: StageKind;
  /** `current` is the furthest reached; what is `coming` may never come. */
  state: 'done' | 'current' | 'coming';
  /** Several processes or plans may have taken it in. */
  steps: TrailStep[];
}

export interface Way {
  stages: Stage[];
  reached: StageKind;
  /** Where `reached` stands on the way, from 1. */
  place: number;
  /** The answer was no, or somebody else's to give: nothing more is to be expected here. */
  ended: boolean;
}

const ENDS: (string | null)[] = ['declined', 'considered-answered', 'forwarded', 'outside-competence'];

/** Says how far it has come, and claims nothing of what it passed by. */
export function wayOf(steps: readonly TrailStep[]): Way {
  const of = (kind: StageKind) => steps.filter((step) => step.kind === kind);
  const last = STAGES.findLastIndex((kind) => of(kind).length > 0);
  const at = Math.max(last, 0);
  const reached = STAGES[at] ?? 'said';
  const ended = reached === 'answered' && of('answered').every(({ outcome }) => ENDS.includes(outcome));
  const stages = STAGES.map((kind, index): Stage => ({
    kind,
    state: index < at ? 'done' : index === at ? 'current' : 'coming',
    steps: of(kind),
  })).filter(({ state, steps: taken }) => (state === 'coming' ? !ended : taken.length > 0));
  return { stages, reached, place: at + 1, ended };
}
