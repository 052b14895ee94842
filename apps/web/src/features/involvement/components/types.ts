import type { Schema } from '@medvind/api-client';

/** What a contribution can tell, in the order it is asked for. */
export const TYPES: readonly Schema<'FeedbackType'>[] = ['works', 'doesnt_work', 'need'];
