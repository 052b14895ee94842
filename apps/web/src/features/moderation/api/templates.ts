import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Reasons to begin from, in the municipality's language. */
export const templatesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'templates'],
    staleTime: Infinity,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/templates', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
