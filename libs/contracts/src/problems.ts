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
  'too-many-contributions',
  'said-before',
  'conduct-not-accepted',
  'too-large',
  'foreign-origin',
  'wrong-credentials',
  'name-reserved',
  'link-used-up',
  'follows-too-much',
  'thread-locked',
  'policy-expired',
  'edit-window-passed',
  'contribution-hidden',
  'already-reported',
  'already-decided',
  'own-contribution',
  'own-decision',
  'own-appeal',
  'own-case',
  'already-appealed',
  'appeal-period-over',
  'not-appealable',
  'writing-suspended',
  'hearing-open',
  'hearing-running',
  'hearing-over',
  'harsher-than-heard',
  'only-administrators',
  'case-claimed',
  'undo-passed',
  'in-quarantine',
  'initiative-not-collecting',
  'own-initiative',
  'initiative-published',
  'paper-not-accepted',
  'initiative-merged',
  'merged-not-withdrawable',
  'not-mergeable',
  'merge-not-undoable',
  'supported-on-paper',
  'initiative-not-answerable',
  'vote-not-open',
  'choice-not-valid',
  'rule-missing',
  'rule-closed',
  'blackout',
  'initiative-moved-on',
  'not-extendable',
  'co-proposers-missing',
  'co-proposers-enough',
  'same-matter',
  'evidence-needed',
  'group-needed',
  'age-unknown',
  'too-young',
  'not-text',
  'empty-document',
  'document-without-goals',
  'already-published',
  'nothing-to-publish',
  'process-not-closable',
  'process-closed',
  'theme-answered',
  'already-linked',
  'already-asked',
  'outcome-not-offered',
  'answer-too-long',
  'plan-exists',
  'plan-not-publishable',
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
  | 'not-offered'
  | 'not-an-id'
  | 'not-a-link'
  | 'not-a-host'
  | 'in-the-past'
  | 'in-the-future'
  | 'too-young'
  | 'after-the-deadline'
  | 'before-start'
  | 'not-text'
  | 'empty-document'
  | 'file-too-large'
  | 'too-deep'
  | 'too-many'
  | 'before-previous'
  | 'nothing-to-influence'
  | 'taken'
  | 'said-twice'
  | 'reserved-name'
  | 'name-with-symbols'
  | 'personal-data'
  | 'file-kind'
  | 'file-broken'
  | 'file-locked'
  | 'image-too-large'
  | 'word-not-allowed'
  | 'unknown'
  | 'not-in-text'
  | 'no-such-contribution'
  | 'account-gone'
  | 'not-geojson'
  | 'not-an-area'
  | 'not-wgs84'
  | 'unnamed'
  | 'unknown-place'
  | 'twice'
  | 'elsewhere'
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
    reasons?: readonly { readonly type: string }[];
    [key: string]: unknown;
  };
}
