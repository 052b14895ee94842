import type { Schema } from '@medvind/api-client';

/** A condition one does not meet. */
export type Gap = Omit<Schema<'VoteBlockerView'>, 'state'>;

const GAPS = new Set(['evidence-needed', 'group-needed', 'age-unknown', 'too-young']);

/** Those of the reasons that the reader can do something about. */
export const gapsIn = <Reason extends { type: string }>(reasons: Reason[]): Reason[] =>
  reasons.filter(({ type }) => GAPS.has(type));
