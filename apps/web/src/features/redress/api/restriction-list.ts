import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Warnings, hearings and suspensions, the last first. */
export const restrictionsQuery = (municipality: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'restrictions', after ?? ''],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/restrictions', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
