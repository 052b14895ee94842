import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The goal one proposes something for. */
export const proposalGoalQuery = (municipality: string, goalId: string) =>
  queryOptions({
    queryKey: ['proposal-goal', municipality, goalId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}', {
          params: { path: { municipality, goalId } },
          signal: ctx.signal,
        }),
      ),
  });
