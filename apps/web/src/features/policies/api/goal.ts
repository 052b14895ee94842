import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const goalQuery = (municipality: string, goalId: string) =>
  queryOptions({
    queryKey: ['goal', municipality, goalId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}', {
          params: { path: { municipality, goalId } },
          signal: ctx.signal,
        }),
      ),
  });
