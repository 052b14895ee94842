import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Where support is counted, and the reader's own receipt. */
export const supportLedgerQuery = (municipality: string, initiativeId: string) =>
  queryOptions({
    queryKey: ['support-ledger', municipality, initiativeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}/support/ledger', {
          params: { path: { municipality, initiativeId } },
          signal: ctx.signal,
        }),
      ),
  });
