import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What the reader supports or will take part in. */
export const backedInitiativesQuery = (municipality: string) =>
  infiniteQueryOptions({
    queryKey: ['initiatives', municipality, 'backed'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/backed', {
          params: { path: { municipality }, query: ctx.pageParam ? { after: ctx.pageParam } : {} },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
