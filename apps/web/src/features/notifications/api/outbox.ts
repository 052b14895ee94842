import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Letters no mail server has taken; for administrators. */
export const outboxQuery = (municipality: string, after: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['outbox', municipality, 'list', after],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/outbox', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const letterQuery = (municipality: string, mailId: string) =>
  queryOptions({
    queryKey: ['outbox', municipality, mailId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/outbox/{mailId}', {
          params: { path: { municipality, mailId } },
          signal: ctx.signal,
        }),
      ),
  });
