import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { FEEDBACK_TYPES, type FeedbackType } from './feedback-link.entity.js';
import {
  CONTRIBUTION_KINDS,
  FeedbackTotals,
  ProcessRecordView,
  type ContributionKind,
  type ThemeRow,
} from './processes.dto.js';
import type { ClosingBlocker } from './process.rules.js';
import { RESPONSE_OUTCOMES, type ResponseOutcome } from './theme.entity.js';

/** A linked contribution as the caseworker sorts it. */
export class WorkLink {
  /** Of the link; what it links is `contributionId`. */
  @Id() id: string;
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: ContributionKind;
  @Id() contributionId: string;
  @Text() reference: string;
  /** null: hidden or taken back since it was linked. */
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** null: hidden or taken back, or the account is gone. */
  @Text({ nullable: true }) authorName: string | null;
  @Text() goalTitle: string;
  @Text() path: string;
  @Id({ nullable: true }) themeId: string | null;
  @OneOf(FEEDBACK_TYPES, 'FeedbackType', { nullable: true }) type: FeedbackType | null;
  @Instant() linkedAt: string;
}

export class WorkLinkPage {
  @Part(() => WorkLink, { array: true }) items: WorkLink[];
  @Text({ nullable: true }) next: string | null;
}

export class WorkResponse {
  @OneOf(RESPONSE_OUTCOMES, 'ResponseOutcome') outcome: ResponseOutcome;
  @Text() text: string;
  /** null: a draft that only staff see. */
  @Instant({ nullable: true }) respondedAt: string | null;
}

export class WorkTheme {
  @Id() id: string;
  @Text() title: string;
  /** Everything linked, what was hidden since included. */
  @Whole() linkCount: number;
  @Part(() => FeedbackTotals) totals: FeedbackTotals;
  @Part(() => WorkResponse, { nullable: true }) response: WorkResponse | null;
}

/** A reason why the process cannot be closed. */
export class ClosingBlockerView {
  @OneOf(['no-theme', 'theme-without-response', 'unsorted-input'], 'ClosingBlockerType')
  type: ClosingBlocker['type'];
  @Id({ optional: true }) themeId?: string;
  @Text({ optional: true }) title?: string;
  @Whole({ optional: true }) count?: number;
}

export class WorkView extends ProcessRecordView {
  @Part(() => WorkTheme, { array: true }) themes: WorkTheme[];
  @Whole() linkCount: number;
  @Whole() unsortedCount: number;
  /** The first of what waits to be sorted; the rest at `links?unsorted=true`. */
  @Part(() => WorkLinkPage) unsorted: WorkLinkPage;
  /** Why it cannot be closed now; empty: it can. */
  @Part(() => ClosingBlockerView, { array: true }) blockers: ClosingBlockerView[];
}

export class LinkQuery extends PageQuery {
  @Id({ optional: true }) themeId?: string;
  /** Only what is in no theme. */
  @Flag({ optional: true }) unsorted?: boolean;
}

export class LinkInput {
  @Id({ array: true, optional: true }) commentIds?: string[];
  @Id({ array: true, optional: true }) initiativeIds?: string[];
  @Id({ optional: true, nullable: true }) themeId?: string | null;
  @OneOf(FEEDBACK_TYPES, 'FeedbackType', { optional: true, nullable: true }) type?: FeedbackType | null;
}

export class LinkedView {
  /** The links that are new in this process: what taking this back takes out again. */
  @Id({ array: true }) linkIds: string[];
  @Whole() linked: number;
  /** Were in it before; they stay where they were sorted. */
  @Whole() alreadyLinked: number;
}

export class LinkChange {
  @Id({ array: true }) linkIds: string[];
  /** null takes them out of their theme; left out: they stay in it. */
  @Id({ optional: true, nullable: true }) themeId?: string | null;
  /** null: no type; left out: it stays. */
  @OneOf(FEEDBACK_TYPES, 'FeedbackType', { optional: true, nullable: true }) type?: FeedbackType | null;
}

export class LinkRemoval {
  @Id({ array: true }) linkIds: string[];
}

export class ChangedView {
  @Whole() changed: number;
}

export class ThemeInput {
  @Text({ ...LIMITS.title, min: 1, published: true }) title: string;
}

export class ThemeOrder {
  /** Every theme of the process, in the new order. */
  @Id({ array: true }) themeIds: string[];
}

export class ResponseInput {
  @OneOf(RESPONSE_OUTCOMES, 'ResponseOutcome') outcome: ResponseOutcome;
  /** What follows from what was said, and why. */
  @Text({ ...LIMITS.response, published: true }) text: string;
}

export type WorkLinkRow = Omit<WorkLink, 'linkedAt'> & { linkedAt: Date };
export type WorkThemeRow = ThemeRow & { linkCount: number };

export const mapWorkLink = ({ linkedAt, ...link }: WorkLinkRow): WorkLink => ({
  ...link,
  linkedAt: linkedAt.toISOString(),
});

export const mapWorkTheme = (theme: WorkThemeRow): WorkTheme => ({
  id: theme.id,
  title: theme.title,
  linkCount: theme.linkCount,
  totals: theme.totals,
  response:
    theme.responseOutcome && theme.responseText !== null
      ? {
          outcome: theme.responseOutcome,
          text: theme.responseText,
          respondedAt: theme.respondedAt?.toISOString() ?? null,
        }
      : null,
});
