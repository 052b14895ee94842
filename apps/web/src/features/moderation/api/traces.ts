import type { Schema } from '@medvind/api-client';
import { CONTRIBUTION_RULES } from '@medvind/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface TraceFilter {
  rule: Schema<'ContributionRule'> | undefined;
  /** What the rules did with one contribution. */
  commentId: string | undefined;
  initiativeId: string | undefined;
  after: string | undefined;
}

export const traceFilterOf = (search: URLSearchParams): TraceFilter => ({
  rule: CONTRIBUTION_RULES.find((rule) => rule === search.get('rule')),
  commentId: search.get('comment') ?? undefined,
  initiativeId: search.get('initiative') ?? undefined,
  after: search.get('after') ?? undefined,
});

export const tracesQuery = (municipality: string, { after, ...filter }: TraceFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'traces', filter, after],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/contribution-rules/traces', {
          params: { path: { municipality }, query: { ...filter, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
