import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { SUBJECT_KINDS, type SubjectKind } from '../discussions/thread.entity.js';
import { INITIATIVE_STATUSES, type InitiativeStatus } from '../initiatives/life.rules.js';
import { CONTRIBUTION_KINDS, type ContributionKind } from './processes.dto.js';

export const INBOX_STATES = ['not-linked', 'not-answered', 'all'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export class InboxFilter extends PageQuery {
  /** `not-answered`: in no theme whose response is published, and without an answer of its own. */
  @OneOf(INBOX_STATES, 'InboxState', { optional: true }) state?: InboxState;
  @Id({ optional: true }) policyId?: string;
  /** The goal with everything below it. */
  @Id({ optional: true }) goalId?: string;
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind', { optional: true }) kind?: ContributionKind;
  /** Words, part of a text, or a reference ("K-123"). */
  @OptionalText({ max: 200 }) search?: string;
}

/** What moderation has to do with it: reported and not looked at yet, or hidden. */
export const INBOX_MODERATION = ['reported', 'hidden'] as const;

export class InboxLink {
  @Id() processId: string;
  @Text() processTitle: string;
  @Text({ nullable: true }) themeTitle: string | null;
  /** Its theme's response is published. */
  @Flag() answered: boolean;
}

export class InboxEntry {
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: ContributionKind;
  @Id() id: string;
  @Text() reference: string;
  /** Of an initiative; a comment has none. */
  @Text({ nullable: true }) title: string | null;
  /** null, like the title and the author's name: hidden. */
  @Text({ nullable: true }) text: string | null;
  @OneOf(INBOX_MODERATION, 'InboxModeration', { nullable: true })
  moderation: (typeof INBOX_MODERATION)[number] | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** null: the account is gone, or the text is hidden. */
  @Text({ nullable: true }) authorName: string | null;
  /** What it speaks of. */
  @OneOf(SUBJECT_KINDS, 'SubjectKind') subjectKind: SubjectKind;
  @Text() subjectTitle: string;
  /** The goal that belongs under, and its policy; null: it is of no goal; of a process, say. */
  @Id({ nullable: true }) goalId: string | null;
  @Text({ nullable: true }) goalNumber: string | null;
  @Id({ nullable: true }) policyId: string | null;
  @Text({ nullable: true }) policyTitle: string | null;
  @Text() path: string;
  /** Of a comment; 0 for an initiative. */
  @Whole() agree: number;
  @Whole() disagree: number;
  /** Of an initiative; 0 for a comment. */
  @Whole() supportCount: number;
  /** Of an initiative. */
  @OneOf(INITIATIVE_STATUSES, 'InitiativeStatus', { nullable: true }) status: InitiativeStatus | null;
  /** When it was written, or published. */
  @Instant() createdAt: string;
  @Part(() => InboxLink, { array: true }) links: InboxLink[];
}

export class InboxPage {
  @Part(() => InboxEntry, { array: true }) items: InboxEntry[];
  @Text({ nullable: true }) next: string | null;
}

/** How many there are in each state, under the other filters. */
export class InboxCounts {
  @Whole() all: number;
  @Whole() notLinked: number;
  @Whole() notAnswered: number;
}

/** `moment` is `createdAt` in full precision, for the cursor. */
export type InboxRow = Omit<InboxEntry, 'createdAt'> & { createdAt: Date; moment: string };

export const mapEntry = ({ createdAt, moment: _moment, ...entry }: InboxRow): InboxEntry => ({
  ...entry,
  createdAt: createdAt.toISOString(),
});
