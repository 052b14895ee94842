import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const FOUND_KINDS = ['goal', 'policy', 'initiative', 'comment', 'process', 'plan', 'action'] as const;
export type Found = Schema<'Found'>;

export interface Search {
  q: string;
  kind: Found['kind'] | '';
  /** Where a page without a script goes on. */
  after: string | undefined;
}

const SHORTEST = 2;

/** What an address asks for; what it cannot mean is left out. */
export const searchOf = (search: URLSearchParams): Search => ({
  q: search.get('q')?.trim().slice(0, 200) ?? '',
  kind: FOUND_KINDS.find((kind) => kind === search.get('kind')) ?? '',
  after: search.get('after') ?? undefined,
});

export const isSearch = ({ q }: Search): boolean => q.length >= SHORTEST;

export const searchQuery = (municipality: string, { q, kind, after }: Search) =>
  infiniteQueryOptions({
    queryKey: ['search', municipality, { q, kind, after }],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/search', {
          params: {
            path: { municipality },
            query: { q, ...(kind && { kind }), ...(ctx.pageParam && { after: ctx.pageParam }) },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
