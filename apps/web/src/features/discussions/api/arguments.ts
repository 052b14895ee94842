import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const SHOWN = 5;

/** What speaks for an initiative, or against it, the most supported first. */
export const argumentsQuery = (municipality: string, threadId: string, stance: Schema<'Stance'>) =>
  infiniteQueryOptions({
    queryKey: ['arguments', municipality, threadId, stance],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/arguments', {
          params: {
            path: { municipality, threadId },
            query: { stance, limit: SHOWN, ...(ctx.pageParam && { after: ctx.pageParam }) },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
