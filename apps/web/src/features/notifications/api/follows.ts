import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type FollowKind = Schema<'FollowKind'>;

export interface FollowProps {
  kind: FollowKind;
  id: string;
}

/** What one follows, the newest first. */
export const followsQuery = (municipality: string, after: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['follows', municipality, 'list', after],
    initialPageParam: after,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/follows', {
          params: { path: { municipality }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Whether one follows something. */
export const followQuery = (municipality: string, kind: FollowKind, subjectId: string) =>
  queryOptions({
    queryKey: ['follows', municipality, kind, subjectId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/follows/{kind}/{subjectId}', {
          params: { path: { municipality, kind, subjectId } },
          signal: ctx.signal,
        }),
      ),
  });

interface Following {
  kind: FollowKind;
  subjectId: string;
  follow: boolean;
}

export const followMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ kind, subjectId, follow }: Following, ctx) => {
      const at = '/api/municipalities/{municipality}/follows/{kind}/{subjectId}';
      const to = { params: { path: { municipality, kind, subjectId } } };
      return unwrap(follow ? api(ctx).PUT(at, to) : api(ctx).DELETE(at, to));
    },
  });
