import type { Comment } from './comment.entity.js';

/** The thread, or a comment of it, is not what it was; pages that show it ask again. */
export class ThreadChanged {
  constructor(
    readonly threadId: string,
    readonly revision: number,
  ) {}
}

export class CommentPosted {
  constructor(
    readonly comment: Comment,
    /** Who wrote the comment it answers; null where it answers none or its author is gone. */
    readonly answeredAuthorId: string | null,
    readonly goalId: string,
  ) {}
}
