import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, OneOf, Part, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';

export const FOUND_KINDS = ['policy', 'goal', 'initiative', 'comment', 'process', 'plan', 'action'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export class SearchQuery extends PageQuery {
  /** Words, all of which are to be there; or a reference, "K-12" or "F-3". */
  @Text({ min: 2, max: 200 }) q: string;
  @OneOf(FOUND_KINDS, 'FoundKind', { optional: true }) kind?: FoundKind;
}

export class ExcerptPart {
  @Text() text: string;
  /** Whether it is what was searched for. */
  @Flag() hit: boolean;
}

export class Found {
  @OneOf(FOUND_KINDS, 'FoundKind') kind: FoundKind;
  @Id() id: string;
  @Text({ nullable: true }) reference: string | null;
  /** A comment's is its subject's. */
  @Text() title: string;
  /** What it stands under: the policy of a goal, the plan of an action. */
  @Text({ nullable: true }) context: string | null;
  @Part(() => ExcerptPart, { array: true }) excerpt: ExcerptPart[];
  /** Of the excerpt, and of the title where it is its own. */
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** The page that shows it, below the municipality. */
  @Text() path: string;
}

export class SearchPage {
  @Part(() => Found, { array: true }) items: Found[];
  @Text({ nullable: true }) next: string | null;
}
