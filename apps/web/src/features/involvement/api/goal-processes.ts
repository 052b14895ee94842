import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The processes about a goal or what stands above it. */
export const goalProcessesQuery = (municipality: string, goalId: string) =>
  queryOptions({
    queryKey: ['goal-processes', municipality, goalId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/processes', {
          params: { path: { municipality, goalId } },
          signal: ctx.signal,
        }),
      ),
  });
