import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';

/** What the reader supports or will take part in. */
export const backedInitiativesQuery = (municipality: string) =>
  pagedQuery(['initiatives', municipality, 'backed'], (query, ctx) =>
    unwrap(
      api(ctx).GET('/api/municipalities/{municipality}/initiatives/backed', {
        params: { path: { municipality }, query },
        signal: ctx.signal,
      }),
    ),
  );
