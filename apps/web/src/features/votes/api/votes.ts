import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type VoteSummary = Schema<'VoteSummary'>;
export type VoteState = Schema<'VoteState'>;

/** Open ones, those to come, those that are over, the newest first; staff can ask for drafts. */
export const votesQuery = (municipality: string, state?: VoteState) =>
  infiniteQueryOptions({
    queryKey: ['votes', municipality, state ?? 'all'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/votes', {
          params: {
            path: { municipality },
            query: { ...(state && { state }), ...(ctx.pageParam && { after: ctx.pageParam }) },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
