import type { Comment } from './comment.entity.js';
import type { Thread } from './thread.entity.js';

/** The thread, or a comment of it, is not what it was; pages that show it ask again. */
export class ThreadChanged {
  constructor(
    readonly threadId: string,
    readonly revision: number,
  ) {}
}

/** Everyone can read it from now on. */
export class CommentPosted {
  constructor(
    readonly comment: Comment,
    /** Who wrote the comment it answers; null where it answers none or its author is gone. */
    readonly answeredAuthorId: string | null,
    readonly thread: Pick<Thread, 'id' | 'subjectKind' | 'subjectId' | 'goalId' | 'path' | 'title'>,
  ) {}
}

/** Written, and held back until a moderator has seen it. */
export class CommentHeld {
  constructor(
    readonly comment: Comment,
    readonly reason: string,
    readonly thread: Pick<Thread, 'path'>,
  ) {}
}

/** Its author took it back while it waited for a moderator: there is nothing to decide any more. */
export class HeldCommentRemoved {
  constructor(readonly comment: Comment) {}
}

/** Staff pinned a comment as the municipality's answer. */
export class OfficialAnswerPinned {
  constructor(
    readonly comment: Comment,
    /** Who wrote the comment it answers; null where it answers the thread or that author is gone. */
    readonly answeredAuthorId: string | null,
    readonly thread: Pick<Thread, 'id' | 'subjectKind' | 'subjectId' | 'goalId' | 'path' | 'title'>,
  ) {}
}
