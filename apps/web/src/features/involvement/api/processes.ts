import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Newest first; `after` is where a page without a script begins. */
export const processesQuery = (municipality: string, state?: Schema<'ProcessState'>, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['processes', municipality, state ?? 'all', after ?? ''],
    initialPageParam: after as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/processes', {
          params: { path: { municipality }, query: { state, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
