import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { toProblem } from '../../../lib/api-problem.js';
import {
  discussionOf,
  refreshed,
  type Branch,
  type Discussion,
  type Order,
  type Thread,
} from '../discussion.js';

/** Which thread: a goal's, or one known by its id. */
export type ThreadOf = { goalId: string } | { threadId: string };

/** What of it a page shows. */
export interface Place {
  order: Order;
  /** A cursor: where a page begins for those who read without a script. */
  after: string | null;
  /** A comment a link leads to. */
  comment: string | null;
}

/** The place an address speaks of. */
export const placeOf = (search: URLSearchParams): Place => ({
  order: search.get('order') === 'newest' ? 'newest' : 'oldest',
  after: search.get('after'),
  comment: search.get('comment'),
});

const MOST = 100;

export const discussionQuery = (municipality: string, of: ThreadOf, place: Place) => {
  const queryKey = ['discussion', municipality, of, place] as const;
  return queryOptions({
    queryKey,
    queryFn: async (ctx): Promise<Discussion> => {
      const asOf = Date.now();
      const known = ctx.client.getQueryData<Discussion>(queryKey);
      // The thread before its comments: whatever happens between the two is told as a change since its revision.
      const thread = await askThread(ctx, municipality, of);
      const fresh = await askBranches(ctx, municipality, thread, place, known, asOf);
      const now = ctx.client.getQueryData<Discussion>(queryKey);
      return now ? refreshed(now, fresh) : fresh;
    },
    // What is shown is kept up to date by changes; asking for it anew is for a new session or too many of them.
    staleTime: Infinity,
  });
};

interface Asking {
  client: QueryClient;
  signal?: AbortSignal | undefined;
}

const askThread = (ctx: Asking, municipality: string, of: ThreadOf): Promise<Thread> =>
  'goalId' in of
    ? unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/thread', {
          params: { path: { municipality, goalId: of.goalId } },
          signal: ctx.signal,
        }),
      )
    : unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}', {
          params: { path: { municipality, threadId: of.threadId } },
          signal: ctx.signal,
        }),
      );

/** From the beginning, from a cursor, or where a link leads; or again as much as was there before. */
async function askBranches(
  ctx: Asking,
  municipality: string,
  thread: Thread,
  place: Place,
  known: Discussion | undefined,
  asOf: number,
): Promise<Discussion> {
  const { order } = place;
  const ask = (at: Partial<Parameters<typeof askPage>[3]>) =>
    askPage(ctx, municipality, thread.id, { order, ...at });
  if (known) {
    const [first] = known.branches;
    const page = await ask({ from: known.fromStart ? null : first?.id, limit: MOST });
    while (page.items.length < known.branches.length && page.next) {
      const more = await ask({ after: page.next, limit: MOST });
      page.items.push(...more.items);
      page.next = more.next;
    }
    for (const branch of page.items) {
      const shown = known.branches.find(({ id }) => id === branch.id)?.replies.length ?? 0;
      await openBranch(ctx, municipality, branch, ({ replies }) => replies.length >= shown);
    }
    return discussionOf(thread, page, { order, fromStart: known.fromStart, asOf });
  }
  const page = await ask({ after: place.after });
  const sought = place.comment;
  if (!sought || page.items.some((branch) => holds(branch, sought)))
    return discussionOf(thread, page, { order, fromStart: place.after === null, asOf });
  try {
    const deeper = await ask({ from: sought });
    const [branch] = deeper.items;
    if (branch) await openBranch(ctx, municipality, branch, (opened) => holds(opened, sought));
    return discussionOf(thread, deeper, { order, fromStart: false, asOf });
  } catch (cause) {
    // A link to what is not in this thread leads to the thread.
    if (toProblem(cause).status === 404 || toProblem(cause).status === 422)
      return discussionOf(thread, page, { order, fromStart: place.after === null, asOf });
    throw cause;
  }
}

const holds = ({ id, replies }: Branch, comment: string): boolean =>
  id === comment || replies.some((reply) => reply.id === comment);

/** Loads replies until there are enough of them. */
async function openBranch(
  ctx: Asking,
  municipality: string,
  branch: Branch,
  enough: (branch: Branch) => boolean,
): Promise<void> {
  while (branch.nextReplies && !enough(branch)) {
    const more = await askReplies(ctx, municipality, branch.id, branch.nextReplies);
    branch.replies.push(...more.items);
    branch.nextReplies = more.next;
  }
}

export const askPage = (
  ctx: Asking,
  municipality: string,
  threadId: string,
  {
    order,
    after,
    from,
    limit,
  }: { order: Order; after?: string | null; from?: string | null; limit?: number },
) =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/comments', {
      params: {
        path: { municipality, threadId },
        query: { order, ...(after && { after }), ...(from && { from }), ...(limit && { limit }) },
      },
      signal: ctx.signal,
    }),
  );

export const askReplies = (ctx: Asking, municipality: string, commentId: string, after: string) =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/comments/{commentId}/replies', {
      params: { path: { municipality, commentId }, query: { after, limit: MOST } },
      signal: ctx.signal,
    }),
  );

export const askChanges = (ctx: Asking, municipality: string, threadId: string, since: number) =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/changes', {
      params: { path: { municipality, threadId }, query: { since } },
      signal: ctx.signal,
    }),
  );
