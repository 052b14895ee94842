import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Everything that was decided about the reader here. */
export const ownDecisionsQuery = (municipality: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['own-decisions', municipality, after ?? ''],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/me/decisions', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const decisionQuery = (municipality: string, decisionId: string) =>
  queryOptions({
    queryKey: ['decision', municipality, decisionId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/decisions/{decisionId}/appeal', {
          params: { path: { municipality, decisionId } },
          signal: ctx.signal,
        }),
      ),
  });

export const appealDecision = (municipality: string, decisionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AppealInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/decisions/{decisionId}/appeal', {
          params: { path: { municipality, decisionId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(decisionQuery(municipality, decisionId).queryKey, now),
  });
