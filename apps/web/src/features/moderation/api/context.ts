import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import type { Contribution } from './report.js';

/** What stands around a contribution, and what its author has been told before. */
export const contextQuery = (municipality: string, { kind, id }: Contribution) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'context', kind, id],
    queryFn: (ctx) =>
      unwrap(
        kind === 'comment'
          ? api(ctx).GET('/api/municipalities/{municipality}/moderation/comments/{commentId}/context', {
              params: { path: { municipality, commentId: id } },
              signal: ctx.signal,
            })
          : api(ctx).GET('/api/municipalities/{municipality}/moderation/initiatives/{initiativeId}/context', {
              params: { path: { municipality, initiativeId: id } },
              signal: ctx.signal,
            }),
      ),
  });
