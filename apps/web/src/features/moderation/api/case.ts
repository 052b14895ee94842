import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import type { Contribution } from './report.js';

/** A contribution as a moderator sees it, reported or not. */
export const caseQuery = (municipality: string, { kind, id }: Contribution) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'case', kind, id],
    // What colleagues decided must be known before one decides oneself.
    staleTime: 0,
    queryFn: (ctx) =>
      unwrap(
        kind === 'comment'
          ? api(ctx).GET('/api/municipalities/{municipality}/moderation/comments/{commentId}', {
              params: { path: { municipality, commentId: id } },
              signal: ctx.signal,
            })
          : api(ctx).GET('/api/municipalities/{municipality}/moderation/initiatives/{initiativeId}', {
              params: { path: { municipality, initiativeId: id } },
              signal: ctx.signal,
            }),
      ),
  });

export interface Decision extends Contribution {
  decision: Schema<'DecisionInput'>;
}

export const decideMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ kind, id, decision: body }: Decision, ctx) =>
      unwrap(
        kind === 'comment'
          ? api(ctx).POST('/api/municipalities/{municipality}/moderation/comments/{commentId}/decisions', {
              params: { path: { municipality, commentId: id } },
              body,
            })
          : api(ctx).POST(
              '/api/municipalities/{municipality}/moderation/initiatives/{initiativeId}/decisions',
              {
                params: { path: { municipality, initiativeId: id } },
                body,
              },
            ),
      ),
  });
