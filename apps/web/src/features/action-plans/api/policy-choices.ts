import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The policies a plan can be for. */
export const policyChoicesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['plans', municipality, 'policies'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
