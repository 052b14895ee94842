import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What was not published, where everyone can read why. */
export const rejectionsQuery = (municipality: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['initiatives', municipality, 'rejected', after],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/rejected', {
          params: { path: { municipality }, query: { ...(ctx.pageParam && { after: ctx.pageParam }) } },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
