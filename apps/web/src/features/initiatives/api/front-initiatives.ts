import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const SHOWN = 3;

/** Those that collect and are nearest to what they need: where one more counts most. */
export const frontInitiativesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['front', municipality, 'initiatives'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives', {
          params: {
            path: { municipality },
            query: { state: 'collecting', order: 'most-supported', limit: SHOWN },
          },
          signal: ctx.signal,
        }),
      ),
  });
