import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { AttachmentInput, AttachmentView, mapAttachment, type AttachmentRow } from './attachments.dto.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import {
  CHANNELS,
  COMMENT_TYPES,
  STANCES,
  VOICES,
  type Channel,
  type Comment,
  type CommentType,
  type Stance,
  type Voice,
} from './comment.entity.js';
import { COMMENT_STATES, editableUntil, isReadable, stateOf, type CommentState } from './comment.rules.js';
import { can } from './discussions.access.js';
import { SUBJECT_KINDS, type SubjectKind } from './thread.entity.js';
import type { ThreadRow } from './threads.repository.js';

export const VOTES = ['agree', 'disagree', 'pass'] as const;
export type Vote = (typeof VOTES)[number];

export class ThreadAbilities {
  @Flag() comment: boolean;
  /** To key in what somebody said elsewhere, and to pin answers. */
  @Flag() answer: boolean;
  @Flag() moderate: boolean;
}

export class Blocker {
  @Text() type: string;
  @Text({ nullable: true, optional: true }) reason?: string | null;
  @Text({ nullable: true, optional: true }) validTo?: string | null;
}

/** What a moderator took from a thread to another. */
export class MovedAway {
  /** "K-12", with everything that answers it; null: the whole thread. */
  @Text({ nullable: true }) reference: string | null;
  @Id({ nullable: true }) commentId: string | null;
  @Whole() count: number;
  @Instant() movedAt: string;
  /** Of the page where it is now. */
  @Text() title: string;
  @Text() path: string;
}

export class GoalCommentCount {
  @Id() goalId: string;
  @Whole() commentCount: number;
}

export class GoalCommentCounts {
  @Part(() => GoalCommentCount, { array: true }) items: GoalCommentCount[];
}

export class CommentAuthor {
  @Text() name: string;
  /** As whom they spoke, shown beside the name; nobody can give it to themselves. */
  @OneOf(VOICES, 'Badge', { nullable: true }) badge: Voice | null;
  @Flag() me: boolean;
}

export class CommentAbilities {
  @Flag() reply: boolean;
  @Flag() vote: boolean;
  @Flag() edit: boolean;
  @Flag() remove: boolean;
  @Flag() report: boolean;
  @Flag() moderate: boolean;
  /** To make it the official answer, or no longer. */
  @Flag() pin: boolean;
}

/** Staff pinned this comment as the municipality's answer. */
export class OfficialView {
  /** The comment it answers; null: the whole thread. */
  @Id({ nullable: true }) answersId: string | null;
  /** Who pinned it; null: the account is gone. */
  @Text({ nullable: true }) by: string | null;
  @Instant() at: string;
}

export class CommentView {
  @Id() id: string;
  /** How documents cite it: "K-123". */
  @Text() reference: string;
  @Id() threadId: string;
  @Id({ nullable: true }) parentId: string | null;
  @Id({ nullable: true }) rootId: string | null;
  /** null: the account is gone. */
  @Part(() => CommentAuthor, { nullable: true }) author: CommentAuthor | null;
  /** As typed, in Markdown; null: hidden or taken back, and not for this reader. */
  @Text({ nullable: true }) body: string | null;
  @Part(() => AttachmentView, { nullable: true }) attachment: AttachmentView | null;
  /** What `body` says: paragraphs, lists, quotes and links, nothing else. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @OneOf(CHANNELS, 'Channel') channel: Channel;
  /** Who said what staff keyed in; null: somebody who gave no name. */
  @Text({ nullable: true }) speaker: string | null;
  @OneOf(COMMENT_TYPES, 'CommentType', { nullable: true }) type: CommentType | null;
  /** It is an argument for or against an initiative. */
  @OneOf(STANCES, 'Stance', { nullable: true }) stance: Stance | null;
  /** What proposers add to their initiative once it is published. */
  @Flag() remark: boolean;
  @Part(() => OfficialView, { nullable: true }) official: OfficialView | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) editedAt: string | null;
  /** A moderator took personal data out of it. */
  @Instant({ nullable: true }) redactedAt: string | null;
  @OneOf(COMMENT_STATES, 'CommentState') state: CommentState;
  @Text({ nullable: true }) hiddenReason: string | null;
  /** The code of the rule that holds it back. */
  @Text({ nullable: true }) heldReason: string | null;
  /** What the rule saw in it: a word, a link, a limit. */
  @Text({ nullable: true }) heldDetail: string | null;
  @Whole() agree: number;
  @Whole() disagree: number;
  @Whole() pass: number;
  /** Answers in its branch; hidden ones included, those held back not. */
  @Whole() replyCount: number;
  @Whole() revision: number;
  @OneOf(VOTES, 'Vote', { nullable: true }) myVote: Vote | null;
  @Instant({ nullable: true }) editableUntil: string | null;
  @Part(() => CommentAbilities) can: CommentAbilities;
}

export class ThreadView {
  @Id() id: string;
  @OneOf(SUBJECT_KINDS, 'SubjectKind') subjectKind: SubjectKind;
  @Id() subjectId: string;
  /** Raised by every change; ask for what changed since with `changes?since=`. */
  @Whole() revision: number;
  @Whole() commentCount: number;
  /** The page it stands on, below the municipality. */
  @Text() path: string;
  /** Of its subject. */
  @Text() title: string;
  /** Staff's answer to the whole thread, as they pinned it. */
  @Part(() => CommentView, { nullable: true }) official: CommentView | null;
  @Flag() locked: boolean;
  /** Why nobody can write now; empty: one can. */
  @Part(() => Blocker, { array: true }) blockers: Blocker[];
  /** Where what is no longer here went, the last first. */
  @Part(() => MovedAway, { array: true }) moved: MovedAway[];
  @Part(() => ThreadAbilities) can: ThreadAbilities;
}

export class BranchView extends CommentView {
  /**
   * The first of the branch, oldest first, or those from where a link leads with what that answers; and its official
   * answers. The rest at `comments/:id/replies`.
   */
  @Part(() => CommentView, { array: true }) replies: CommentView[];
  @Text({ nullable: true }) nextReplies: string | null;
  /** Where those before end; null where they begin with the branch. */
  @Text({ nullable: true }) previousReplies: string | null;
}

export const BRIDGING_BLOCKERS = ['too-few-voters', 'not-computed'] as const;
export type BridgingBlocker = (typeof BRIDGING_BLOCKERS)[number];

/** Why a thread has no opinion groups yet to rank by. */
export class BridgingView {
  @OneOf(BRIDGING_BLOCKERS, 'BridgingBlocker') reason: BridgingBlocker;
  /** Who voted in it, counted no further than `needed`. */
  @Whole() voters: number;
  @Whole() needed: number;
}

export class BranchPage {
  @Part(() => BranchView, { array: true }) items: BranchView[];
  @Text({ nullable: true }) next: string | null;
  /** Sent back as `before` to get what comes before; null at the beginning. */
  @Text({ nullable: true }) previous: string | null;
  /** Why the most supported come first though `bridging` was asked for. */
  @Part(() => BridgingView, { nullable: true }) notBridging: BridgingView | null;
}

export class ReplyPage {
  @Part(() => CommentView, { array: true }) items: CommentView[];
  @Text({ nullable: true }) next: string | null;
  /** Sent back as `before` to get what comes before; null at the beginning. */
  @Text({ nullable: true }) previous: string | null;
}

export class RemarkPage {
  /** As they were made; what is hidden is left out. */
  @Part(() => CommentView, { array: true }) items: CommentView[];
  @Text({ nullable: true }) next: string | null;
}

export class ArgumentQuery extends PageQuery {
  @OneOf(STANCES, 'Stance') stance: Stance;
}

export class ArgumentPage {
  /** The most supported first; what is hidden is left out. */
  @Part(() => CommentView, { array: true }) items: CommentView[];
  @Text({ nullable: true }) next: string | null;
}

export class ChangesView {
  @Part(() => ThreadView) thread: ThreadView;
  /** Every comment that is new or different since; ordered as they changed. */
  @Part(() => CommentView, { array: true }) items: CommentView[];
  /** Comments that stand in the thread no longer. */
  @Id({ array: true }) gone: string[];
  /** Too much changed to tell it one by one: ask for the pages again. */
  @Flag() tooMany: boolean;
}

export const ORDERS = ['oldest', 'newest', 'supported', 'discussed', 'bridging'] as const;
export type Order = (typeof ORDERS)[number];
/** Branches in which staff say nothing, in which councils speak, in which staff do. */
export const FILTERS = ['unanswered', 'council', 'staff'] as const;
export type Filter = (typeof FILTERS)[number];

export class BranchQuery extends PageQuery {
  @OneOf(ORDERS, 'CommentOrder', { optional: true }) order?: Order;
  @OneOf(FILTERS, 'CommentFilter', { optional: true }) filter?: Filter;
  /** Branches that begin in it. */
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  /** The page before: a page's `previous`. */
  @OptionalText({ max: 400 }) before?: string;
  /** Begins with the branch this comment is in. */
  @Id({ optional: true }) from?: string;
  /** Where a link to this comment leads: the first page if its branch is in it, else the page that begins with that. */
  @Id({ optional: true }) around?: string;
}

export class ReplyQuery extends PageQuery {
  /** The page before: a page's `previous`. */
  @OptionalText({ max: 400 }) before?: string;
  /** Begins with this reply: where a link to it leads. */
  @Id({ optional: true }) from?: string;
}

export class ChangesQuery {
  @Whole({ min: 0 }) since: number;
}

export class CommentInput {
  @Text({ ...LIMITS.comment, published: true }) body: string;
  @Id({ optional: true, nullable: true }) parentId?: string | null;
  /** The language it is written in; left out: what the text itself tells, or the language the page is read in. */
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  @OneOf(COMMENT_TYPES, 'CommentType', { optional: true, nullable: true }) type?: CommentType | null;
  /** Makes it an argument for or against the initiative the thread is about; at most 500 characters, and no answer. */
  @OneOf(STANCES, 'Stance', { optional: true, nullable: true }) stance?: Stance | null;
  /** Other than `web` for staff only, who key in what somebody said there. */
  @OneOf(CHANNELS, 'Channel', { optional: true }) channel?: Channel;
  /** Who said it; left out where they gave no name. */
  @Text({ min: 0, max: LIMITS.name.max, optional: true, nullable: true }) speaker?: string | null;
  @Part(() => AttachmentInput, { optional: true, nullable: true }) attachment?: AttachmentInput | null;
}

export class CommentEdit {
  @Text({ ...LIMITS.comment, published: true }) body: string;
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  @OneOf(COMMENT_TYPES, 'CommentType', { optional: true, nullable: true }) type?: CommentType | null;
}

export class OfficialInput {
  /** A comment it answers, above it in its branch; null: the whole thread. */
  @Id({ nullable: true }) answersId: string | null;
}

export class SubjectQuery {
  /** "process:0199…": its kind and its id. */
  @Text({ max: 60 }) subject: string;
}

export class VoteInput {
  @OneOf(VOTES, 'Vote') vote: Vote;
}

export class RevisionView {
  @Text() body: string;
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
  @Instant() replacedAt: string;
}

export class RevisionList {
  @Part(() => RevisionView, { array: true }) items: RevisionView[];
}

const VOTE_OF_VALUE: Record<string, Vote> = { '1': 'agree', '-1': 'disagree', '0': 'pass' };
export const VALUE_OF_VOTE: Record<Vote, -1 | 0 | 1> = { agree: 1, disagree: -1, pass: 0 };

/** A comment with what its view needs from beside it, as one query gives it. */
export type CommentRow = Comment & {
  authorName: string | null;
  myVote: number | null;
  attachment: AttachmentRow | null;
  /** Set where it is an official answer. */
  officialAt: Date | null;
  officialBy: string | null;
  officialToId: string | null;
};

export const referenceOf = (number: number): string => `K-${number}`;

export const mapThread = (
  ctx: RequestContext,
  thread: ThreadRow,
  blockers: Blocker[],
  official: CommentView | null,
): ThreadView => ({
  id: thread.id,
  subjectKind: thread.subjectKind,
  subjectId: thread.subjectId,
  revision: thread.revision,
  commentCount: thread.commentCount,
  path: thread.path,
  title: thread.title,
  official,
  locked: thread.lockedAt !== null,
  blockers,
  moved: thread.moved.map((move) => ({ ...move, movedAt: new Date(move.movedAt).toISOString() })),
  can: {
    comment: can.participate(ctx) && blockers.length === 0,
    answer: can.answer(ctx),
    moderate: can.moderate(ctx),
  },
});

/** @param open whether one can write in the thread now */
export const mapComment = (ctx: RequestContext, row: CommentRow, open: boolean, now: Date): CommentView => {
  const state = stateOf(row);
  const readable = state === 'visible' || (state !== 'removed' && can.readHidden(ctx, row));
  const minutes = ctx.municipality?.commentEditMinutes ?? 0;
  const edit = open && can.edit(ctx, row, now);
  return {
    id: row.id,
    reference: referenceOf(row.number),
    threadId: row.threadId,
    parentId: row.parentId,
    rootId: row.rootId,
    author:
      row.authorName !== null && (readable || state === 'hidden')
        ? { name: row.authorName, badge: row.voice, me: row.authorId === ctx.person?.id }
        : null,
    body: readable ? row.body : null,
    attachment: readable && row.attachment ? mapAttachment(ctx, row.attachment) : null,
    blocks: readable ? blocksOfText(row.body) : [],
    channel: row.channel,
    speaker: readable ? row.speaker : null,
    type: row.type,
    stance: row.stance,
    remark: row.remark,
    official: row.officialAt && {
      answersId: row.officialToId,
      by: row.officialBy,
      at: row.officialAt.toISOString(),
    },
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    redactedAt: row.redactedAt?.toISOString() ?? null,
    state,
    hiddenReason: state === 'hidden' ? row.hiddenReason : null,
    heldReason: state === 'held' ? row.heldReason : null,
    heldDetail: state === 'held' ? row.heldDetail || null : null,
    agree: row.agreeCount,
    disagree: row.disagreeCount,
    pass: row.passCount,
    replyCount: row.replyCount,
    revision: row.revision,
    myVote: row.myVote === null ? null : (VOTE_OF_VALUE[String(row.myVote)] ?? null),
    editableUntil: edit ? editableUntil(row, minutes).toISOString() : null,
    can: {
      reply: open && can.participate(ctx) && isReadable(row),
      vote: open && can.vote(ctx, row),
      edit,
      remove: can.remove(ctx, row),
      report: can.report(ctx, row),
      moderate: can.moderate(ctx) && state !== 'removed',
      pin: can.pin(ctx, row),
    },
  };
};
