import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface ReportWish {
  year?: number;
  part?: number;
}

export const reportQuery = (municipality: string, wish: ReportWish, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['initiative-report', municipality, wish, after ?? ''],
    initialPageParam: after as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-report', {
          params: { path: { municipality }, query: { ...wish, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const reportFile = (municipality: string, { year, part }: Required<ReportWish>) =>
  `/api/municipalities/${municipality}/initiative-report/file?year=${year}&part=${part}`;
