import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** One's own, newest first. `after`: where the first part begins; only without a script is it not the newest. */
export const notificationsQuery = (municipality: string, after: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['notifications', municipality, 'list', after],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/notifications', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const readMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ReadInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/notifications/read', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
