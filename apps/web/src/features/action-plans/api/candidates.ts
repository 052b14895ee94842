import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface CandidateWish {
  goalId: string;
  search: string;
  everywhere: boolean;
}

export const candidatesQuery = (municipality: string, planId: string, wish: CandidateWish) =>
  infiniteQueryOptions({
    queryKey: ['candidates', municipality, planId, wish],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/plans/{planId}/candidates', {
          params: {
            path: { municipality, planId },
            query: {
              after: ctx.pageParam,
              limit: 10,
              ...(wish.search ? { search: wish.search } : {}),
              ...(wish.everywhere ? { everywhere: true } : wish.goalId ? { goalId: wish.goalId } : {}),
            },
          },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
