import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface LogFilter {
  action: Schema<'ModerationAction'> | undefined;
  after: string | undefined;
}

export const ACTIONS = [
  'hide',
  'restore',
  'keep',
  'edit',
  'move',
  'remove',
  'merge',
  'lock',
  'unlock',
  'undo',
] as const satisfies Schema<'ModerationAction'>[];

export const logFilterOf = (search: URLSearchParams): LogFilter => ({
  action: ACTIONS.find((action) => action === search.get('action')),
  after: search.get('after') ?? undefined,
});

export const logQuery = (municipality: string, filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'log', filter],
    initialPageParam: filter.after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/log', {
          params: { path: { municipality }, query: { action: filter.action, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
