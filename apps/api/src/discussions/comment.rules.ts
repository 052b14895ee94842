import type { Comment } from './comment.entity.js';

export type CommentState = 'visible' | 'hidden' | 'removed';

export const stateOf = ({ hiddenAt, removedAt }: Pick<Comment, 'hiddenAt' | 'removedAt'>): CommentState =>
  removedAt ? 'removed' : hiddenAt ? 'hidden' : 'visible';

export const isReadable = (comment: Pick<Comment, 'hiddenAt' | 'removedAt'>): boolean =>
  stateOf(comment) === 'visible';

/** Until when its author may edit a comment. */
export const editableUntil = ({ createdAt }: Pick<Comment, 'createdAt'>, minutes: number): Date =>
  new Date(createdAt.getTime() + minutes * 60_000);

export const isEditable = (
  comment: Pick<Comment, 'createdAt' | 'hiddenAt' | 'removedAt'>,
  minutes: number,
  now: Date,
): boolean => isReadable(comment) && now < editableUntil(comment, minutes);

export type CommentBlocker =
  { type: 'thread-locked'; reason: string | null } | { type: 'policy-expired'; validTo: string | null };

/** Why nobody can write in a thread now; empty: they can. */
export function getCommentBlockers(
  thread: { lockedAt: Date | null; lockReason: string | null },
  policy: { expired: boolean; validTo: string | null },
): CommentBlocker[] {
  const blockers: CommentBlocker[] = [];
  if (policy.expired) blockers.push({ type: 'policy-expired', validTo: policy.validTo });
  if (thread.lockedAt) blockers.push({ type: 'thread-locked', reason: thread.lockReason });
  return blockers;
}
