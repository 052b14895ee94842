import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** A process as staff work with it. */
export const workQuery = (municipality: string, processId: string) =>
  queryOptions({
    queryKey: ['work', municipality, processId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/processes/{processId}/work', {
          params: { path: { municipality, processId } },
          signal: ctx.signal,
        }),
      ),
  });

/** What is linked to it: all that waits to be sorted, or what is in one theme. */
export const linksQuery = (municipality: string, processId: string, themeId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['links', municipality, processId, themeId ?? 'unsorted'],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/processes/{processId}/links', {
          params: {
            path: { municipality, processId },
            query: { ...(themeId ? { themeId } : { unsorted: true }), after: ctx.pageParam },
          },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
