import type { Schema } from '@medvind/api-client';
import { LANGUAGES } from '@medvind/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { toProblem } from '../../../lib/api-problem.js';
import { askPage, type Asked, type Asking } from './asking.js';
import { discussionOf, type Discussion, type Filter, type Order, type Thread } from '../discussion.js';

export const ORDERS: readonly Order[] = ['oldest', 'newest', 'supported', 'discussed', 'bridging'];
const FILTERS: readonly Filter[] = ['unanswered', 'council', 'staff', ...LANGUAGES];

/** Which thread: by what it is about, "goal:0199…". */
export type SubjectRef = `${Schema<'SubjectKind'>}:${string}`;

/** What of it a page shows. */
export interface Place {
  order: Order;
  filter: Filter | null;
  /** A cursor: where a page begins for those who read without a script. */
  after: string | null;
  /** A comment a link leads to. */
  comment: string | null;
}

/** The place an address speaks of. */
export function placeOf(search: URLSearchParams): Place {
  const comment = search.get('comment');
  return {
    order: ORDERS.find((order) => order === search.get('order')) ?? 'oldest',
    // A link leads to its comment whatever one looked for before.
    filter: (!comment && FILTERS.find((filter) => filter === search.get('filter'))) || null,
    after: search.get('after'),
    comment,
  };
}

/** The beginning of a thread. */
export const START: Place = placeOf(new URLSearchParams());

export const discussionQuery = (municipality: string, of: SubjectRef, place: Place) => {
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
      return now ? (await import('../merging.js')).refreshed(now, fresh) : fresh;
    },
    // What is shown is kept up to date by changes; asking for it anew is for a new session or too many of them.
    staleTime: Infinity,
  });
};

const askThread = (ctx: Asking, municipality: string, subject: SubjectRef): Promise<Thread> =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/threads', {
      params: { path: { municipality }, query: { subject } },
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
  const { order, filter } = place;
  const ask = (at: Partial<Asked>) => askPage(ctx, municipality, thread.id, { order, filter, ...at });
  if (known) {
    const { askAgain } = await import('./again.js');
    return discussionOf(thread, await askAgain(ctx, municipality, known, ask), { order, filter, asOf });
  }
  const sought = place.comment;
  if (!sought) return discussionOf(thread, await ask({ after: place.after }), { order, filter, asOf });
  try {
    return discussionOf(thread, await ask({ around: sought }), { order, filter, asOf });
  } catch (cause) {
    // A link to what is not in this thread leads to the thread, and from there on where it was moved.
    if (toProblem(cause).status !== 404 && toProblem(cause).status !== 422) throw cause;
    const start = discussionOf(thread, await ask({}), { order, filter, asOf });
    const { askPlaceOf } = await import('./comment-place.js');
    return { ...start, elsewhere: await askPlaceOf(ctx, municipality, sought) };
  }
}
