import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** All policies of a municipality, in its language's alphabet. */
export const policiesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['policies', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
