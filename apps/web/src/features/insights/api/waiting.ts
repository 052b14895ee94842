import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What waits for the roles one holds here. */
export const waitingQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['waiting', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/waiting', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
    // It is looked at on the way from one thing that waits to the next.
    refetchOnMount: 'always',
  });
