import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What is not published yet, newest first. */
export const importsQuery = (municipality: string) =>
  infiniteQueryOptions({
    queryKey: ['policy-imports', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policy-imports', {
          params: { path: { municipality }, query: ctx.pageParam ? { after: ctx.pageParam } : {} },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const importQuery = (municipality: string, importId: string) =>
  queryOptions({
    queryKey: ['policy-import', municipality, importId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policy-imports/{importId}', {
          params: { path: { municipality, importId } },
          signal: ctx.signal,
        }),
      ),
    // It is being worked on: what is on the screen is newer than any answer.
    staleTime: Infinity,
    gcTime: 0,
  });
