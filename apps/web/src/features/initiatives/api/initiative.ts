import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const initiativeQuery = (municipality: string, initiativeId: string) =>
  queryOptions({
    queryKey: ['initiative', municipality, initiativeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}', {
          params: { path: { municipality, initiativeId } },
          signal: ctx.signal,
        }),
      ),
  });
