/** Where on the page a comment is. */
export const commentAnchor = (id: string): string => `comment-${id}`;

/** What opens a comment in its place; the anchor is for those who read without a script. */
export const linkTo = (pathname: string, id: string): string =>
  `${pathname}?comment=${id}#${commentAnchor(id)}`;
