import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const STATES = ['visible', 'held', 'hidden', 'removed'] as const satisfies Schema<'CommentState'>[];
export const KINDS = ['comment', 'initiative'] as const satisfies Schema<'ContributionKind'>[];

export interface ContributionFilter {
  kind: Schema<'ContributionKind'> | undefined;
  state: Schema<'CommentState'> | undefined;
  search: string | undefined;
  after: string | undefined;
}

export const contributionFilterOf = (search: URLSearchParams): ContributionFilter => ({
  kind: KINDS.find((kind) => kind === search.get('kind')),
  state: STATES.find((state) => state === search.get('state')),
  search: search.get('search')?.trim().slice(0, 200) || undefined,
  after: search.get('after') ?? undefined,
});

/** Contributions of every state, the newest first. */
export const contributionsQuery = (municipality: string, filter: ContributionFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'contributions', filter],
    initialPageParam: filter.after,
    queryFn: (ctx) => {
      const { kind, state, search } = filter;
      return unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/contributions', {
          params: { path: { municipality }, query: { kind, state, search, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
