import { LIMITS, type FieldProblem } from '@medvind/contracts';
import type { Comment, Stance } from './comment.entity.js';
import type { SubjectKind } from './thread.entity.js';

export const COMMENT_STATES = ['visible', 'held', 'hidden', 'removed'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
type Moments = Pick<Comment, 'hiddenAt' | 'removedAt' | 'heldAt'>;

export const stateOf = ({ hiddenAt, removedAt, heldAt }: Moments): CommentState =>
  removedAt ? 'removed' : hiddenAt ? 'hidden' : heldAt ? 'held' : 'visible';

/** By everyone; `is_readable(comment)` in the database says the same. */
export const isReadable = (comment: Moments): boolean => stateOf(comment) === 'visible';

/** Until when its author may edit a comment. */
export const editableUntil = ({ createdAt }: Pick<Comment, 'createdAt'>, minutes: number): Date =>
  new Date(createdAt.getTime() + minutes * 60_000);

export const isEditable = (
  comment: Moments & Pick<Comment, 'createdAt'>,
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

/** What keeps a text from being an argument; empty where it wants to be none. */
export function getArgumentFaults(
  stance: Stance | null,
  { body, parentId }: { body: string; parentId?: string | null },
  { subjectKind }: { subjectKind: SubjectKind },
): FieldProblem[] {
  if (stance === null) return [];
  // One speaks for or against a proposal; what answers an argument is a comment.
  if (subjectKind !== 'initiative' || parentId) return [{ field: 'stance', code: 'invalid' }];
  return getArgumentLengthFaults(stance, body);
}

/** An argument is one thought. */
export const getArgumentLengthFaults = (stance: Stance | null, body: string): FieldProblem[] =>
  stance !== null && body.length > LIMITS.argument.max
    ? [{ field: 'body', code: 'too-long', limits: LIMITS.argument }]
    : [];
