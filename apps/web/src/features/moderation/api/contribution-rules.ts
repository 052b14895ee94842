import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const contributionRulesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['contribution-rules', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/contribution-rules', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const contributionRulesVersionsQuery = (municipality: string) =>
  infiniteQueryOptions({
    queryKey: ['contribution-rules', municipality, 'versions'],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/contribution-rules/versions', {
          params: { path: { municipality }, query: { after: ctx.pageParam, limit: 10 } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const changeContributionRulesMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ContributionRulesInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/contribution-rules', {
          params: { path: { municipality } },
          body,
        }),
      ),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: ['contribution-rules', municipality] }),
  });
