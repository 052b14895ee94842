import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface InboxFilter {
  state: Schema<'InboxState'>;
  policyId?: string;
  goalId?: string;
  kind?: Schema<'ContributionKind'>;
  search?: string;
}

export const inboxQuery = (municipality: string, filter: InboxFilter, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['inbox', municipality, filter, after ?? ''],
    initialPageParam: after as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/inbox', {
          params: { path: { municipality }, query: { ...filter, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** How many there are in each state under the other filters. */
export const inboxCountsQuery = (municipality: string, { state: _state, ...filter }: InboxFilter) =>
  queryOptions({
    queryKey: ['inbox-counts', municipality, filter],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/inbox/counts', {
          params: { path: { municipality }, query: filter },
          signal: ctx.signal,
        }),
      ),
  });
