import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What moderation did in a year; this year where none is named. */
export const transparencyQuery = (municipality: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['transparency', municipality, year ?? 'now'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/transparency', {
          params: { path: { municipality }, query: { year } },
          signal: ctx.signal,
        }),
      ),
  });

/** A plain address: the browser saves the file under the name the answer gives it. */
export const transparencyFile = (municipality: string, year: number): string =>
  `/api/municipalities/${municipality}/transparency/file?year=${year}`;
