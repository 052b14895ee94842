import { LANGUAGES, type Language } from '@medvind/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import type { Filter, Order } from '../discussion.js';

/** The most the API gives at a time. */
export const MOST = 100;

export interface Asking {
  client: QueryClient;
  signal?: AbortSignal | undefined;
}

export interface Asked {
  order: Order;
  filter: Filter | null;
  after?: string | null;
  before?: string | null;
  from?: string | null | undefined;
  /** A comment a link leads to. */
  around?: string;
  limit?: number;
}

export const askPage = (
  ctx: Asking,
  municipality: string,
  threadId: string,
  { order, filter, after, before, from, around, limit }: Asked,
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
          ...(around && { around }),
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
