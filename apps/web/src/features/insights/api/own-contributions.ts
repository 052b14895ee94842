import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type OwnContribution = Schema<'OwnContribution'>;

/** What the reader wrote here, newest first; `after` is where a page without a script goes on. */
export const ownContributionsQuery = (municipality: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['contributions', municipality, 'mine', after ?? ''],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/contributions/mine', {
          params: { path: { municipality }, query: ctx.pageParam ? { after: ctx.pageParam } : {} },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
