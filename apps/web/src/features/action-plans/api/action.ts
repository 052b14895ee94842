import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const actionQuery = (municipality: string, actionId: string) =>
  queryOptions({
    queryKey: ['action', municipality, actionId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/actions/{actionId}', {
          params: { path: { municipality, actionId } },
          signal: ctx.signal,
        }),
      ),
  });
