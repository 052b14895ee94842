/** Where on the page a comment is. */
export const commentAnchor = (id: string): string => `comment-${id}`;
