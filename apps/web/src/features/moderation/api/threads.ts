import type { Schema } from '@medvind/api-client';
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Threads a contribution can be moved to. */
export const threadsQuery = (municipality: string, search: string) =>
  queryOptions({
    queryKey: ['moderation-threads', municipality, search],
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/threads', {
          params: { path: { municipality }, query: { search } },
          signal: ctx.signal,
        }),
      ),
  });

export const mergeMutation = (municipality: string, threadId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'MergeInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/threads/{threadId}/merge', {
          params: { path: { municipality, threadId } },
          body,
        }),
      ),
  });
