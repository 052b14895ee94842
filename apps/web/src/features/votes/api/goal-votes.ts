import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const SHOWN = 6;

export const goalVotesQuery = (municipality: string, goalId: string) =>
  queryOptions({
    queryKey: ['votes', municipality, 'goal', goalId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/votes', {
          params: { path: { municipality, goalId }, query: { limit: SHOWN } },
          signal: ctx.signal,
        }),
      ),
  });
