import { LANGUAGES, type Language } from '@medvind/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import type { Branch, Filter, Order } from '../discussion.js';

/** The most the API gives at a time. */
export const MOST = 100;

export interface Asking {
  client: QueryClient;
  signal?: AbortSignal | undefined;
}

/** Loads replies until there are enough of them. */
export async function openBranch(
  ctx: Asking,
  municipality: string,
  branch: Branch,
  enough: (branch: Branch) => boolean,
): Promise<void> {
  while (branch.nextReplies && !enough(branch)) {
    const more = await askReplies(ctx, municipality, branch.id, { after: branch.nextReplies });
    branch.replies.push(...more.items);
    branch.nextReplies = more.next;
  }
}

/** Opens a branch at one of its replies. Official answers are shown wherever one opens it. */
export async function openBranchAt(
  ctx: Asking,
  municipality: string,
  branch: Branch,
  from: string,
): Promise<void> {
  const page = await askReplies(ctx, municipality, branch.id, { from });
  const beside = branch.replies.filter(
    ({ id, official }) => official && !page.items.some((reply) => reply.id === id),
  );
  branch.replies = [...beside, ...page.items];
  branch.nextReplies = page.next;
  branch.previousReplies = page.previous;
}

export interface Asked {
  order: Order;
  filter: Filter | null;
  after?: string | null;
  before?: string | null;
  from?: string | null | undefined;
  limit?: number;
}

export const askPage = (
  ctx: Asking,
  municipality: string,
  threadId: string,
  { order, filter, after, before, from, limit }: Asked,
) =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/comments', {
      params: {
        path: { municipality, threadId },
        query: {
          order,
          ...(filter && (isLanguage(filter) ? { language: filter } : { filter })),
          ...(after && { after }),
          ...(before && { before }),
          ...(from && { from }),
          ...(limit && { limit }),
        },
      },
      signal: ctx.signal,
    }),
  );

const isLanguage = (filter: Filter): filter is Language => LANGUAGES.some((language) => language === filter);

export type RepliesAsked = { after: string } | { before: string } | { from: string };

export const askReplies = (ctx: Asking, municipality: string, commentId: string, at: RepliesAsked) =>
  unwrap(
    api(ctx).GET('/api/municipalities/{municipality}/comments/{commentId}/replies', {
      params: { path: { municipality, commentId }, query: { ...at, limit: MOST } },
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
