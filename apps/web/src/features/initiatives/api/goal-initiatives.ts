import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const SHOWN = 6;

export const goalInitiativesQuery = (municipality: string, goalId: string) =>
  infiniteQueryOptions({
    queryKey: ['initiatives', municipality, 'goal', goalId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/initiatives', {
          params: {
            path: { municipality, goalId },
            query: { limit: SHOWN, ...(ctx.pageParam && { after: ctx.pageParam }) },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
