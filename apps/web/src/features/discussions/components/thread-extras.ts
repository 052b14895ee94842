import type { ReactNode } from 'react';
import type { Comment, Thread as ThreadView } from '../discussion.js';

/** What other features put into a thread. */
export interface ThreadExtras {
  /** Beside a comment's own actions: to report, to moderate. */
  actions?: (comment: Comment) => ReactNode;
  /** Below a comment: what became of it. */
  trail?: (comment: Comment) => ReactNode;
  /** For those who look after the thread: to lock it. */
  tools?: (thread: ThreadView) => ReactNode;
}
