import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const policyQuery = (municipality: string, slug: string) =>
  queryOptions({
    queryKey: ['policy', municipality, slug],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies/{slug}', {
          params: { path: { municipality, slug } },
          signal: ctx.signal,
        }),
      ),
  });
