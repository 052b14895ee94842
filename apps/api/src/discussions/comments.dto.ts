import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { AttachmentInput, AttachmentView, mapAttachment, type AttachmentRow } from './attachments.dto.js';
import type { Comment } from './comment.entity.js';
import { COMMENT_STATES, editableUntil, isReadable, stateOf, type CommentState } from './comment.rules.js';
import { can } from './discussions.access.js';
import { SUBJECT_KINDS, type SubjectKind, type Thread } from './thread.entity.js';

export const VOTES = ['agree', 'disagree', 'pass'] as const;
export type Vote = (typeof VOTES)[number];
export const BADGES = ['council', 'staff', 'moderator'] as const;
export type Badge = (typeof BADGES)[number];

export class ThreadAbilities {
  @Flag() comment: boolean;
  @Flag() moderate: boolean;
}

export class Blocker {
  @Text() type: string;
  @Text({ nullable: true, optional: true }) reason?: string | null;
  @Text({ nullable: true, optional: true }) validTo?: string | null;
}

export class ThreadView {
  @Id() id: string;
  @OneOf(SUBJECT_KINDS, 'SubjectKind') subjectKind: SubjectKind;
  @Id() subjectId: string;
  /** Raised by every change; ask for what changed since with `changes?since=`. */
  @Whole() revision: number;
  @Whole() commentCount: number;
  @Flag() locked: boolean;
  /** Why nobody can write now; empty: one can. */
  @Part(() => Blocker, { array: true }) blockers: Blocker[];
  @Part(() => ThreadAbilities) can: ThreadAbilities;
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
  /** Shown beside the name; nobody can give it to themselves. */
  @OneOf(BADGES, 'Badge', { nullable: true }) badge: Badge | null;
  @Flag() me: boolean;
}

export class CommentAbilities {
  @Flag() reply: boolean;
  @Flag() vote: boolean;
  @Flag() edit: boolean;
  @Flag() remove: boolean;
  @Flag() report: boolean;
  @Flag() moderate: boolean;
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
  /** null: hidden or taken back, and not for this reader. */
  @Text({ nullable: true }) body: string | null;
  @Part(() => AttachmentView, { nullable: true }) attachment: AttachmentView | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) editedAt: string | null;
  @OneOf(COMMENT_STATES, 'CommentState') state: CommentState;
  @Text({ nullable: true }) hiddenReason: string | null;
  @Whole() agree: number;
  @Whole() disagree: number;
  @Whole() pass: number;
  /** Comments in its branch, hidden ones included. */
  @Whole() replyCount: number;
  @Whole() revision: number;
  @OneOf(VOTES, 'Vote', { nullable: true }) myVote: Vote | null;
  @Instant({ nullable: true }) editableUntil: string | null;
  @Part(() => CommentAbilities) can: CommentAbilities;
}

export class BranchView extends CommentView {
  /** The first of the branch, oldest first; the rest at `comments/:id/replies`. */
  @Part(() => CommentView, { array: true }) replies: CommentView[];
  @Text({ nullable: true }) nextReplies: string | null;
}

export class BranchPage {
  @Part(() => BranchView, { array: true }) items: BranchView[];
  @Text({ nullable: true }) next: string | null;
}

export class CommentPage {
  @Part(() => CommentView, { array: true }) items: CommentView[];
  @Text({ nullable: true }) next: string | null;
}

export class ChangesView {
  @Part(() => ThreadView) thread: ThreadView;
  /** Every comment that is new or different since; ordered as they changed. */
  @Part(() => CommentView, { array: true }) items: CommentView[];
  /** Too much changed to tell it one by one: ask for the pages again. */
  @Flag() tooMany: boolean;
}

export const ORDERS = ['oldest', 'newest'] as const;

export class BranchQuery extends PageQuery {
  @OneOf(ORDERS, 'CommentOrder', { optional: true }) order?: (typeof ORDERS)[number];
  /** Begins with the branch this comment is in: where a link to it leads. */
  @Id({ optional: true }) from?: string;
}

export class ChangesQuery {
  @Whole({ min: 0 }) since: number;
}

export class CommentInput {
  @Text({ ...LIMITS.comment, published: true }) body: string;
  @Id({ optional: true, nullable: true }) parentId?: string | null;
  /** The language it is written in; left out: the language the page is read in. */
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
  @Part(() => AttachmentInput, { optional: true, nullable: true }) attachment?: AttachmentInput | null;
}

export class CommentEdit {
  @Text({ ...LIMITS.comment, published: true }) body: string;
}

export class VoteInput {
  @OneOf(VOTES, 'Vote') vote: Vote;
}

export class RevisionView {
  @Text() body: string;
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
  authorRoles: string[];
  myVote: number | null;
  attachment: AttachmentRow | null;
};

export const referenceOf = (number: number): string => `K-${number}`;

export const mapThread = (ctx: RequestContext, thread: Thread, blockers: Blocker[]): ThreadView => ({
  id: thread.id,
  subjectKind: thread.subjectKind,
  subjectId: thread.subjectId,
  revision: thread.revision,
  commentCount: thread.commentCount,
  locked: thread.lockedAt !== null,
  blockers,
  can: { comment: can.participate(ctx) && blockers.length === 0, moderate: can.moderate(ctx) },
});

const badgeOf = (roles: readonly string[]): Badge | null =>
  BADGES.find((badge) => roles.includes(badge)) ?? null;

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
        ? { name: row.authorName, badge: badgeOf(row.authorRoles), me: row.authorId === ctx.person?.id }
        : null,
    body: readable ? row.body : null,
    attachment: readable && row.attachment ? mapAttachment(ctx, row.attachment) : null,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    state,
    hiddenReason: state === 'hidden' ? row.hiddenReason : null,
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
    },
  };
};
