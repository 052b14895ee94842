import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import type { CaseMatter } from './case-views.js';
import { CASE_KINDS, type CaseKind } from './moderation-case.entity.js';
import { CaseView, mapCase } from './moderation.dto.js';
import { CONTRIBUTION_STATES, type ContributionState } from './moderation.rules.js';
import { COUNTED, type Conversing, type PastDecision, type QueueRow } from './queue.repository.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';

const CLAIMS = ['mine', 'free'] as const;

export class QueueQuery extends PageQuery {
  @OneOf(CASE_KINDS, 'CaseKind', { optional: true }) kind?: CaseKind;
  @OneOf(REASON_CODES, 'ReasonCode', { optional: true }) reason?: ReasonCode;
  @OneOf(CLAIMS, 'ClaimFilter', { optional: true }) claim?: (typeof CLAIMS)[number];
  @OptionalText({ max: 200 }) search?: string;
}

/** A moderator who looks at a case now. */
export class ClaimView {
  @Text() name: string;
  @Flag() mine: boolean;
  @Instant() until: string;
}

/** Something that waits, with all it takes to decide it; what has a page of its own to be decided on leads there. */
export class QueueEntry {
  @Id() id: string;
  @OneOf(CASE_KINDS, 'CaseKind') kind: CaseKind;
  /** 0: an order whose hour runs; 1: said to be illegal; 2: everything else. */
  @Whole() urgency: number;
  @Instant() openedAt: string;
  /** By when it must be decided. */
  @Instant({ nullable: true }) dueAt: string | null;
  @Part(() => ClaimView, { nullable: true }) claim: ClaimView | null;
  /** null: not about a contribution, or not about one alone. */
  @Part(() => CaseView, { nullable: true }) contribution: CaseView | null;
  /** What it is about, where that is not the contribution. */
  @Text({ nullable: true }) title: string | null;
  /** The page below the municipality where it is decided; null: here. */
  @Text({ nullable: true }) path: string | null;
  /** Somebody else has to decide it. */
  @Flag() notForMe: boolean;
}

export class QueuePage {
  @Part(() => QueueEntry, { array: true }) items: QueueEntry[];
  /** Also where a page is not full: so far it has looked. */
  @Text({ nullable: true }) next: string | null;
}

export class KindCount {
  @OneOf(CASE_KINDS, 'CaseKind') kind: CaseKind;
  @Whole() count: number;
  @Flag() more: boolean;
}

export class QueueCount {
  /** Exact up to 500. */
  @Whole() count: number;
  /** There is more than that. */
  @Flag() more: boolean;
  @Part(() => KindCount, { array: true }) kinds: KindCount[];
}

export class ClaimInput {
  /** Also from a colleague. */
  @Flag({ optional: true }) takeOver?: boolean;
}

const PARTS = ['above', 'before', 'itself', 'answer', 'after'] as const;

export class ConversationPart {
  @OneOf(PARTS, 'ConversationPlace') part: (typeof PARTS)[number];
  @Id() id: string;
  @Text() reference: string;
  @Text({ nullable: true }) author: string | null;
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @OneOf(CONTRIBUTION_STATES, 'CommentState') state: ContributionState;
}

export class EarlierDecision {
  @Id() id: string;
  @Text() action: string;
  @OneOf(REASON_CODES, 'ReasonCode', { nullable: true }) reasonCode: ReasonCode | null;
  @Text() reason: string;
  @Text({ nullable: true }) reference: string | null;
  @Text() title: string;
  @Instant() at: string;
  /** Taken back since. */
  @Flag() undone: boolean;
}

/** What stands around a contribution, and what its author has been told before. */
export class CaseContext {
  @Part(() => ConversationPart, { array: true }) conversation: ConversationPart[];
  @Part(() => EarlierDecision, { array: true }) earlier: EarlierDecision[];
}

const KINDS = ['comment', 'initiative'] as const;

export class ContributionQuery extends PageQuery {
  @OneOf(KINDS, 'ContributionKind', { optional: true }) kind?: (typeof KINDS)[number];
  @OneOf(CONTRIBUTION_STATES, 'CommentState', { optional: true }) state?: ContributionState;
  @OptionalText({ max: 200 }) search?: string;
}

export class CasePage {
  @Part(() => CaseView, { array: true }) items: CaseView[];
  @Text({ nullable: true }) next: string | null;
}

export class ThreadQuery {
  @Text({ max: 200 }) search: string;
}

export class ThreadOption {
  @Id() id: string;
  @Text() title: string;
  @Text() path: string;
  @Text() subjectKind: string;
  @Text({ nullable: true }) policyTitle: string | null;
}

export class ThreadOptions {
  @Part(() => ThreadOption, { array: true }) items: ThreadOption[];
}

export class FilterInput {
  @Text({ max: 60 }) name: string;
  /** As in the page's address. */
  @OptionalText({ max: 400 }) query?: string;
}

export class SavedFilter {
  @Id() id: string;
  @Text() name: string;
  @Text() query: string;
}

export class SavedFilters {
  @Part(() => SavedFilter, { array: true }) items: SavedFilter[];
}

export const mapQueueEntry = (
  ctx: RequestContext,
  row: QueueRow,
  matter: CaseMatter | undefined,
): QueueEntry => ({
  id: row.caseId,
  kind: row.caseKind,
  urgency: row.urgency,
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  claim:
    row.claimedById && row.claimedByName && row.claimedUntil
      ? {
          name: row.claimedByName,
          mine: row.claimedById === ctx.person?.id,
          until: row.claimedUntil.toISOString(),
        }
      : null,
  contribution: row.contribution && mapCase(ctx, row.contribution),
  title: matter?.title ?? null,
  path: matter?.path ?? null,
  notForMe: ctx.person !== null && (matter?.notFor ?? []).includes(ctx.person.id),
});

export const mapCount = (kinds: readonly { kind: CaseKind; count: number }[]): QueueCount => {
  const capped = (count: number) => ({ count: Math.min(count, COUNTED), more: count > COUNTED });
  const sum = kinds.reduce((total, { count }) => total + count, 0);
  return { ...capped(sum), kinds: kinds.map(({ kind, count }) => ({ kind, ...capped(count) })) };
};

export const mapConversing = ({ createdAt, ...part }: Conversing): ConversationPart => ({
  ...part,
  language: part.language as Language,
  createdAt: createdAt.toISOString(),
});

export const mapPast = ({ createdAt, ...past }: PastDecision): EarlierDecision => ({
  ...past,
  at: createdAt.toISOString(),
});
