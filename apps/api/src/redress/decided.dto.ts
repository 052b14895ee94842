import { Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';

/** What is not decided in the log, and has a page of its own. */
export const DECIDED_KINDS = ['notice', 'appeal', 'order'] as const;
export type DecidedKind = (typeof DECIDED_KINDS)[number];

const OUTCOMES = ['acted', 'turned-down', 'upheld', 'removed', 'not-carried-out'] as const;

export class DecidedQuery extends PageQuery {
  @OneOf(DECIDED_KINDS, 'DecidedMatterKind', { optional: true }) kind?: DecidedKind;
  /** A number: of the receipt, of the contribution, of the authority. */
  @Text({ min: 0, max: 200, optional: true }) number?: string;
}

/** A case that is closed, so that it can be found again. */
export class DecidedMatter {
  @Id() id: string;
  /** Its number, and that of the contribution it is about. */
  @Text({ min: 0 }) title: string;
  @OneOf(OUTCOMES, 'DecidedOutcome') outcome: (typeof OUTCOMES)[number];
  @Instant() receivedAt: string;
  @Instant() decidedAt: string;
  @Text({ nullable: true }) decidedBy: string | null;
  /** Its page, below the municipality. */
  @Text() path: string;
}

export class DecidedPage {
  @Part(() => DecidedMatter, { array: true }) items: DecidedMatter[];
  @Text({ nullable: true }) next: string | null;
}

export type DecidedRow = Omit<DecidedMatter, 'receivedAt' | 'decidedAt' | 'path'> & {
  receivedAt: Date;
  decidedAt: Date;
  cursorAt: string;
};

export const mapDecided = (row: DecidedRow, path: string): DecidedMatter => ({
  id: row.id,
  title: row.title,
  outcome: row.outcome,
  receivedAt: row.receivedAt.toISOString(),
  decidedAt: row.decidedAt.toISOString(),
  decidedBy: row.decidedBy,
  path: `${path}/${row.id}`,
});
