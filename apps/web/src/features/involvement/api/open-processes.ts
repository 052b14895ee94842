import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What one can link to: everything under way, then what is planned. */
export const openProcessesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['processes', municipality, 'linkable'],
    queryFn: async (ctx) => {
      const listed = await Promise.all(
        (['open', 'planned'] as const).map((state) =>
          unwrap(
            api(ctx).GET('/api/municipalities/{municipality}/processes', {
              params: { path: { municipality }, query: { state, limit: 100 } },
              signal: ctx.signal,
            }),
          ),
        ),
      );
      return listed.flatMap(({ items }) => items);
    },
  });
