import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const policyPlansQuery = (municipality: string, policyId: string) =>
  queryOptions({
    queryKey: ['plans', municipality, 'policy', policyId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies/{policyId}/plans', {
          params: { path: { municipality, policyId } },
          signal: ctx.signal,
        }),
      ),
  });
