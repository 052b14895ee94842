import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** How many contributions wait for a moderator. */
export const waitingQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'waiting'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/queue/count', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
