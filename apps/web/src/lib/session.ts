import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, unwrap } from './api.js';

/** Who is here, and which roles they hold where. Asked for by the shell of every page. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: (ctx) => unwrap(api(ctx).GET('/api/session', { signal: ctx.signal })),
  });

export const useSession = () => useSuspenseQuery(sessionQuery()).data;
