import type { Schema } from '@medvind/api-client';

/** In the order in which they are asked: what harms somebody first. */
export const REASONS = [
  'insult',
  'threat',
  'hate',
  'personal-data',
  'illegal',
  'advertising',
  'off-topic',
  'untrue',
  'other',
] as const satisfies Schema<'ReasonCode'>[];
