import type { Schema } from '@medvind/api-client';
import type { Language } from '@medvind/contracts';

export type Comment = Schema<'CommentView'>;
export type Branch = Schema<'BranchView'>;
export type Thread = Schema<'ThreadView'>;
export type Order = Schema<'CommentOrder'>;
/** Branches one wants to see, by who speaks in them or by a language. */
export type Filter = Schema<'CommentFilter'> | Language;

/** What a page shows of a thread, and what it knows besides. Changed only by the functions below. */
export interface Discussion {
  thread: Thread;
  order: Order;
  filter: Filter | null;
  /** In the order they are shown, without a gap between them. */
  branches: Branch[];
  /** Where the rest begins; null at the end. */
  next: string | null;
  /** Where what comes before ends; null at the beginning, which a link into the middle does not lead to. */
  previous: string | null;
  /** Newer than a gap of what is not loaded: after the end, or before the beginning in the other orders. */
  apart: Branch[];
  /** Written by others while one was reading; shown when one asks, so that nothing moves under one's eyes. */
  waiting: Comment[];
  /** Why the most supported come first where support across groups was asked for. */
  notBridging: Schema<'BridgingView'> | null;
  /** Where a comment stands that a link here led to and that was moved since. */
  elsewhere: Pick<Thread, 'title' | 'path'> | null;
  /** When it was asked for, in ms: tells what is new from what is merely not loaded. */
  asOf: number;
}

export const discussionOf = (
  thread: Thread,
  page: Schema<'BranchPage'>,
  { order, filter, asOf }: Pick<Discussion, 'order' | 'filter' | 'asOf'>,
): Discussion => ({
  thread,
  order,
  filter,
  branches: page.items,
  next: page.next,
  previous: page.previous,
  notBridging: page.notBridging,
  elsewhere: null,
  apart: [],
  waiting: [],
  asOf,
});

export const allComments = ({ branches, apart }: Discussion): Comment[] =>
  [...branches, ...apart].flatMap((branch) => [branch, ...branch.replies]);
