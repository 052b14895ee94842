import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const goalActionsQuery = (municipality: string, goalId: string) =>
  infiniteQueryOptions({
    queryKey: ['goal-actions', municipality, goalId],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/actions', {
          params: { path: { municipality, goalId }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
