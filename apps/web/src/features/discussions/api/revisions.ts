import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What it said before; asked for anew after every change. */
export const revisionsQuery = (municipality: string, commentId: string, revision: number) =>
  queryOptions({
    queryKey: ['comment-revisions', municipality, commentId, revision],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/comments/{commentId}/revisions', {
          params: { path: { municipality, commentId } },
          signal: ctx.signal,
        }),
      ),
  });
