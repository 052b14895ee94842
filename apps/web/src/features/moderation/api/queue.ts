import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { REASONS } from '../reasons.js';

export interface QueueFilter {
  reason: Schema<'ReasonCode'> | undefined;
  search: string | undefined;
  /** Where the first part begins; only without a script is it not at the beginning. */
  after: string | undefined;
}

export const filterOf = (search: URLSearchParams): QueueFilter => ({
  reason: REASONS.find((code) => code === search.get('reason')),
  search: search.get('search')?.trim() || undefined,
  after: search.get('after') ?? undefined,
});

export const queueQuery = (municipality: string, filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'queue', filter],
    initialPageParam: filter.after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/queue', {
          params: {
            path: { municipality },
            query: { reason: filter.reason, search: filter.search, after: ctx.pageParam },
          },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
