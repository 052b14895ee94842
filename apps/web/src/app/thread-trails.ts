import { allComments, type Discussion } from '../features/discussions/discussion.js';

/** Those that were there when the thread was asked for: of what is said while one reads, nothing can have come yet. */
export const settledIds = (discussion: Discussion): string[] =>
  allComments(discussion)
    .filter(({ createdAt }) => Date.parse(createdAt) < discussion.asOf)
    .map(({ id }) => id);
