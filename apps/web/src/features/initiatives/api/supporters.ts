import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';

/** Those who agreed to be named, a page at a time. */
export const supportersQuery = (municipality: string, initiativeId: string) =>
  pagedQuery(['initiative', municipality, initiativeId, 'supporters'], (query, ctx) =>
    unwrap(
      api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}/supporters', {
        params: {
          path: { municipality, initiativeId },
          query: { limit: 50, ...query },
        },
        signal: ctx.signal,
      }),
    ),
  );
