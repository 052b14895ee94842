import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** @param invitation what the link says that a co-proposer came by */
export const initiativeQuery = (municipality: string, initiativeId: string, invitation?: string | null) =>
  queryOptions({
    queryKey: ['initiative', municipality, initiativeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}', {
          params: {
            path: { municipality, initiativeId },
            query: invitation ? { invitation } : {},
          },
          signal: ctx.signal,
        }),
      ),
  });
