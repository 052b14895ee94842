import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Every plan of the municipality, drafts too: only staff may ask. */
export const staffPlansQuery = (municipality: string) =>
  infiniteQueryOptions({
    queryKey: ['plans', municipality, 'staff'],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/plans', {
          params: { path: { municipality }, query: { drafts: true, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
