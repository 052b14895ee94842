import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What somebody was told about a decision, as it was told. */
export const statementQuery = (municipality: string, statementId: string) =>
  queryOptions({
    queryKey: ['statement', municipality, statementId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/statements/{statementId}', {
          params: { path: { municipality, statementId } },
          signal: ctx.signal,
        }),
      ),
  });
