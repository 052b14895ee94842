import type { FieldProblem } from '@medvind/contracts';

/** All that is typed, at whichever step. */
export interface ProposalValues {
  title: string;
  text: string;
  districtId: string;
  /** "56.0361,12.6136", or empty. */
  point: string;
  windowChoice: string;
  /** "yes": co-proposers confirm it before it is published. */
  together: string;
}

/** What is asked of somebody who proposes, in this order. */
export const STEPS = ['idea', 'place', 'people', 'review'] as const;
export type Step = (typeof STEPS)[number];

const FIELDS: Record<Step, readonly string[]> = {
  idea: ['title', 'text'],
  place: ['districtId', 'point'],
  people: ['together'],
  review: ['windowChoice'],
};

interface Asked {
  /** Whether the municipality has districts to choose from, or the scheme takes pictures. */
  places: boolean;
  /** Whether the scheme lets several propose together. */
  people: boolean;
}

/** A step that would ask nothing is none. */
export const stepsOf = ({ places, people }: Asked): Step[] =>
  STEPS.filter((step) => (step !== 'place' || places) && (step !== 'people' || people));

/** The step an address asks for. What comes after the idea has a draft to be about. */
export const stepAt = (steps: readonly Step[], search: URLSearchParams): Step =>
  (search.has('draft') && steps.find((step) => step === search.get('step'))) || 'idea';

/** The first step at which something is wrong; undefined: nothing is, or nothing at a field. */
export const stepOfFaults = (faults: readonly Pick<FieldProblem, 'field'>[]): Step | undefined =>
  STEPS.find((step) => faults.some(({ field }) => FIELDS[step].includes(field)));
