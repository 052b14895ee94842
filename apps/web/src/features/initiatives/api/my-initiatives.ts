import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The latest of what one has begun oneself, drafts too. */
export const myInitiativesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['initiatives', municipality, 'mine'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/mine', {
          params: { path: { municipality }, query: {} },
          signal: ctx.signal,
        }),
      ),
  });
