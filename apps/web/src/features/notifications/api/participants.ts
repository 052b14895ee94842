import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Those who have spoken in a thread, by how their name begins. */
export const participantsQuery = (municipality: string, threadId: string, beginning: string) =>
  queryOptions({
    queryKey: ['participants', municipality, threadId, beginning],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/participants', {
          params: { path: { municipality, threadId }, query: { beginning } },
          signal: ctx.signal,
        }),
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  });
