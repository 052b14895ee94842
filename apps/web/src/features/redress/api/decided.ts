import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const DECIDED_KINDS = ['notice', 'appeal', 'order'] as const satisfies Schema<'DecidedMatterKind'>[];

export interface DecidedFilter {
  kind: Schema<'DecidedMatterKind'>;
  number: string | undefined;
  after: string | undefined;
}

export const decidedFilterOf = (search: URLSearchParams): DecidedFilter => ({
  kind: DECIDED_KINDS.find((kind) => kind === search.get('kind')) ?? 'notice',
  number: search.get('number')?.trim().slice(0, 200) || undefined,
  after: search.get('after') ?? undefined,
});

/** Cases that are closed, the last first. */
export const decidedQuery = (municipality: string, filter: DecidedFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'decided', filter],
    initialPageParam: filter.after,
    queryFn: (ctx) => {
      const { kind, number } = filter;
      return unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/decided', {
          params: { path: { municipality }, query: { kind, number, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
