import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const planQuery = (municipality: string, planId: string) =>
  queryOptions({
    queryKey: ['plan', municipality, planId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/plans/{planId}', {
          params: { path: { municipality, planId } },
          signal: ctx.signal,
        }),
      ),
  });
