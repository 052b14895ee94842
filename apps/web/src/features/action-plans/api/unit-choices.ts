import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The units that can own a plan. */
export const unitChoicesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['plans', municipality, 'units'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/units', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
