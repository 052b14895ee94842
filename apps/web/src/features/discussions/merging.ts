import type { Schema } from '@medvind/api-client';
import {
  allComments,
  type Branch,
  type Comment,
  type Discussion,
  type Order,
  type Thread,
} from './discussion.js';

// What a thread one reads becomes: fetched once the page has woken, and used when something happens.

/** The next page, after what is there. */
export function withPage(discussion: Discussion, page: Schema<'BranchPage'>): Discussion {
  const branches = [...discussion.branches, ...without(page.items, discussion.branches)];
  return closed({ ...discussion, branches, next: page.next });
}

/** The page before what is there. */
export const withEarlier = (discussion: Discussion, { items, previous }: Schema<'BranchPage'>): Discussion =>
  closed({
    ...discussion,
    branches: [...without(items, discussion.branches), ...discussion.branches],
    previous,
  });

export const withReplies = (
  discussion: Discussion,
  rootId: string,
  page: Schema<'ReplyPage'>,
  end: 'next' | 'previous',
): Discussion => ({
  ...eachBranch(discussion, (branch) =>
    branch.id === rootId
      ? {
          ...branch,
          replies: byId([...branch.replies, ...without(page.items, branch.replies)]),
          [end === 'next' ? 'nextReplies' : 'previousReplies']: page[end],
        }
      : branch,
  ),
  waiting: without(discussion.waiting, page.items),
});

/** One's own comment, or a comment as it is now: shown at once. An older answer never replaces a newer one. */
export function withComment(discussion: Discussion, comment: Comment): Discussion {
  if (!isShown(discussion, comment)) {
    const waiting = without(discussion.waiting, [comment]);
    return inserted({ ...discussion, waiting }, comment);
  }
  return eachBranch(discussion, (branch) => {
    if (branch.id === comment.id)
      return comment.revision >= branch.revision
        ? { ...branch, ...comment, replies: branch.replies, nextReplies: branch.nextReplies }
        : branch;
    if (branch.id !== comment.rootId) return branch;
    return { ...branch, replies: branch.replies.map((reply) => newer(reply, comment)) };
  });
}

interface Merged {
  discussion: Discussion;
  /** How many comments of others are new, shown or waiting. */
  news: number;
}

/**
 * What the thread has become: counts, edits and tombstones in place; new comments at the end where the reader is
 * there (`atEnd`), else waiting.
 */
export function withChanges(
  discussion: Discussion,
  { thread, items, gone }: Pick<Schema<'ChangesView'>, 'thread' | 'items' | 'gone'>,
  { atEnd }: { atEnd: boolean },
): Merged {
  let merged = withoutGone({ ...discussion, thread: latest(discussion.thread, thread) }, gone);
  let news = 0;
  for (const item of items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (isShown(merged, item)) merged = withComment(merged, item);
    else if (merged.waiting.some(({ id }) => id === item.id))
      merged = { ...merged, waiting: merged.waiting.map((waiting) => newer(waiting, item)) };
    else if (isNew(merged, item) && passes(merged, item)) {
      news++;
      merged =
        atEnd && endsWith(merged, item)
          ? inserted(merged, item)
          : { ...merged, waiting: [...merged.waiting, item] };
    }
  }
  return { discussion: merged, news };
}

/** Shows what waits. */
export const revealed = (discussion: Discussion): Discussion =>
  discussion.waiting.reduce(inserted, { ...discussion, waiting: [] });

/**
 * The thread asked for anew (`fresh`), and what was learnt while the answer was on its way: a comment sent meanwhile
 * is not lost again.
 */
export const refreshed = (known: Discussion, fresh: Discussion): Discussion =>
  allComments(known)
    .filter(({ revision }) => revision > fresh.thread.revision)
    .reduce(withComment, { ...fresh, thread: latest(fresh.thread, known.thread) });

/** What was moved to another thread stands here no longer, with what answers it. */
function withoutGone(discussion: Discussion, gone: readonly string[]): Discussion {
  if (gone.length === 0) return discussion;
  const stays = ({ id, rootId }: Comment) => !gone.includes(id) && !gone.includes(rootId ?? id);
  const branches = (all: Branch[]) =>
    all.filter(stays).map((branch) => ({ ...branch, replies: branch.replies.filter(stays) }));
  return {
    ...discussion,
    branches: branches(discussion.branches),
    apart: branches(discussion.apart),
    waiting: discussion.waiting.filter(stays),
  };
}

/** Whether a new comment is among those one wants to see; an answer belongs to its branch, which is. */
function passes({ filter }: Discussion, { rootId, author, language }: Comment): boolean {
  if (filter === null || rootId !== null) return true;
  if (filter === 'unanswered') return author?.badge !== 'staff';
  return filter === 'staff' || filter === 'council' ? author?.badge === filter : language === filter;
}

const latest = (a: Thread, b: Thread): Thread => (b.revision >= a.revision ? b : a);

const newer = (known: Comment, comment: Comment): Comment =>
  known.id === comment.id && comment.revision >= known.revision ? comment : known;

const without = <T extends { id: string }>(items: readonly T[], known: readonly { id: string }[]): T[] =>
  items.filter(({ id }) => !known.some((other) => other.id === id));

const byId = <T extends { id: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const eachBranch = (discussion: Discussion, change: (branch: Branch) => Branch): Discussion => ({
  ...discussion,
  branches: discussion.branches.map(change),
  apart: discussion.apart.map(change),
});

const branchOf = ({ branches, apart }: Discussion, id: string | null): Branch | undefined =>
  [...branches, ...apart].find((branch) => branch.id === id);

function isShown(discussion: Discussion, { id, rootId }: Comment): boolean {
  const branch = branchOf(discussion, rootId ?? id);
  return branch !== undefined && (rootId === null || branch.replies.some((reply) => reply.id === id));
}

/**
 * Whether something is missing between what is loaded and the newest. Where support or answers rank, what is new has no
 * place yet: it stands apart until the thread is asked for anew, so that nothing moves under one's eyes.
 */
const hasGap = ({ order, next, previous }: Discussion): boolean =>
  order === 'oldest' ? next !== null : order !== 'newest' || previous !== null;

/** New, or only not loaded: ids are in the order of making, and behind a gap the time tells. */
function isNew(discussion: Discussion, { id, rootId, createdAt }: Comment): boolean {
  if (rootId !== null) {
    const branch = branchOf(discussion, rootId);
    if (!branch) return false;
    const whole = branch.nextReplies === null && !branch.previousReplies;
    return whole || Date.parse(createdAt) > discussion.asOf;
  }
  if (hasGap(discussion)) return Date.parse(createdAt) > discussion.asOf;
  const newest = discussion.order === 'oldest' ? discussion.branches.at(-1) : discussion.branches[0];
  return newest === undefined || id > newest.id;
}

/** Whether its place is the end of the page's list, where adding it moves nothing. */
function endsWith({ order, next, branches }: Discussion, { rootId }: Comment): boolean {
  if (branches.length === 0) return true;
  return order === 'oldest' && next === null && (rootId === null || rootId === branches.at(-1)?.id);
}

function inserted(discussion: Discussion, comment: Comment): Discussion {
  if (comment.rootId !== null)
    return eachBranch(discussion, (branch) =>
      branch.id === comment.rootId ? { ...branch, replies: byId([...branch.replies, comment]) } : branch,
    );
  const branch: Branch = { ...comment, replies: [], nextReplies: null, previousReplies: null };
  if (hasGap(discussion))
    return { ...discussion, apart: sorted([...discussion.apart, branch], discussion.order) };
  return { ...discussion, branches: sorted([...discussion.branches, branch], discussion.order) };
}

const sorted = (branches: Branch[], order: Order): Branch[] =>
  order === 'oldest' ? byId(branches) : byId(branches).toReversed();

/** Once the gap is closed, what stood apart stands with the others. */
function closed(discussion: Discussion): Discussion {
  const apart = without(discussion.apart, discussion.branches);
  if (hasGap(discussion) || apart.length === 0) return { ...discussion, apart };
  return { ...discussion, apart: [], branches: sorted([...discussion.branches, ...apart], discussion.order) };
}
