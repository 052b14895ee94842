import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** How much is said at each goal of a policy and below it. */
export const commentCountsQuery = (municipality: string, policyId: string) =>
  queryOptions({
    queryKey: ['comment-counts', municipality, policyId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies/{policyId}/comment-counts', {
          params: { path: { municipality, policyId } },
          signal: ctx.signal,
        }),
      ),
  });
