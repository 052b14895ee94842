import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The whole record as everyone may read it. */
export const processQuery = (municipality: string, processId: string) =>
  queryOptions({
    queryKey: ['process', municipality, processId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/processes/{processId}', {
          params: { path: { municipality, processId } },
          signal: ctx.signal,
        }),
      ),
  });
