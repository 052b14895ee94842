import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';

const SHOWN = 6;

export const goalInitiativesQuery = (municipality: string, goalId: string) =>
  pagedQuery(['initiatives', municipality, 'goal', goalId], (query, ctx) =>
    unwrap(
      api(ctx).GET('/api/municipalities/{municipality}/goals/{goalId}/initiatives', {
        params: {
          path: { municipality, goalId },
          query: { limit: SHOWN, ...query },
        },
        signal: ctx.signal,
      }),
    ),
  );
