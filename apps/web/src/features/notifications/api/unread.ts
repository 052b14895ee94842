import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** How many notifications in this municipality have not been read. */
export const unreadQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['notifications', municipality, 'unread'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/notifications/count', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
