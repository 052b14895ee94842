import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Those who agreed to be named, a page at a time. */
export const supportersQuery = (municipality: string, initiativeId: string) =>
  infiniteQueryOptions({
    queryKey: ['initiative', municipality, initiativeId, 'supporters'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}/supporters', {
          params: {
            path: { municipality, initiativeId },
            query: { limit: 50, ...(ctx.pageParam && { after: ctx.pageParam }) },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
