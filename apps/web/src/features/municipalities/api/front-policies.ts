import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const frontPoliciesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['front', municipality, 'policies'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
