import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What nobody may see, without what it says. */
export const quarantineQuery = (municipality: string, after: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['quarantine', municipality, after],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/quarantine', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const openQuarantineMutation = (municipality: string, quarantineId: string) =>
  mutationOptions({
    mutationFn: (purpose: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/quarantine/{quarantineId}/openings', {
          params: { path: { municipality, quarantineId } },
          body: { purpose },
        }),
      ),
  });
