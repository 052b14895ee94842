/** Stable codes; each has a text in every language of the web (`errors.<code>`). */
export const PROBLEM_CODES = [
  'invalid-input',
  'not-signed-in',
  'not-allowed',
  'not-a-member',
  'not-found',
  'conflict',
  'changed-meanwhile',
  'too-many-requests',
  'too-large',
  'foreign-origin',
  'wrong-credentials',
  'thread-locked',
  'policy-expired',
  'edit-window-passed',
  'contribution-hidden',
  'already-reported',
  'initiative-not-collecting',
  'own-initiative',
  'not-text',
  'empty-document',
  'document-without-goals',
  'process-not-closable',
  'process-closed',
  'already-linked',
  'plan-exists',
  'export-not-ready',
  'unavailable',
  'unexpected',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type FieldCode =
  | 'required'
  | 'too-long'
  | 'too-short'
  | 'too-small'
  | 'too-large'
  | 'not-an-email'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-one-of'
  | 'not-an-id'
  | 'not-a-link'
  | 'in-the-past'
  | 'before-start'
  | 'taken'
  | 'unknown'
  | 'invalid';

/** One fault in one field. `field` is the path in the body ("themes.0.title"); `limits` holds e.g. `{ max: 4000 }`. */
export interface FieldProblem {
  field: string;
  code: FieldCode;
  limits?: Record<string, number | string>;
}

/** The body of every answer from 400 up. */
export interface ProblemBody {
  code: ProblemCode;
  status: number;
  details: {
    fields?: FieldProblem[];
    reasons?: { type: string; [key: string]: unknown }[];
    [key: string]: unknown;
  };
}
