import { REASON_CODES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const CASE_KINDS = [
  'report',
  'held',
  'spam',
  'appeal',
  'notice',
  'order',
  'hearing',
] as const satisfies Schema<'CaseKind'>[];

export const CLAIMS = ['free', 'mine'] as const satisfies Schema<'ClaimFilter'>[];

export interface QueueFilter {
  kind: Schema<'CaseKind'> | undefined;
  reason: Schema<'ReasonCode'> | undefined;
  claim: Schema<'ClaimFilter'> | undefined;
  search: string | undefined;
  /** Where the first part begins; only without a script is it not at the beginning. */
  after: string | undefined;
}

export const filterOf = (search: URLSearchParams): QueueFilter => ({
  kind: CASE_KINDS.find((kind) => kind === search.get('kind')),
  reason: REASON_CODES.find((code) => code === search.get('reason')),
  claim: CLAIMS.find((claim) => claim === search.get('claim')),
  search: search.get('search')?.trim().slice(0, 200) || undefined,
  after: search.get('after') ?? undefined,
});

/** The same as an address has it, and a saved filter keeps it. */
export const addressOf = ({ kind, reason, claim, search }: Omit<QueueFilter, 'after'>): string =>
  new URLSearchParams(
    Object.entries({ kind, reason, claim, search }).filter(
      (given): given is [string, string] => given[1] !== undefined && given[1] !== '',
    ),
  ).toString();

export const queueQuery = (municipality: string, filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', municipality, 'queue', filter],
    initialPageParam: filter.after,
    queryFn: (ctx) => {
      const { kind, reason, claim, search } = filter;
      return unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/queue', {
          params: { path: { municipality }, query: { kind, reason, claim, search, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
