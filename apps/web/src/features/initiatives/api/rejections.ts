import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';

/** What was not published, where everyone can read why. */
export const rejectionsQuery = (municipality: string, after?: string) =>
  pagedQuery(
    ['initiatives', municipality, 'rejected', after],
    (query, ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/rejected', {
          params: { path: { municipality }, query },
          signal: ctx.signal,
        }),
      ),
    after,
  );
