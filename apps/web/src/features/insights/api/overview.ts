import type { Schema } from '@medvind/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type Overview = Schema<'OverviewView'>;

/** What is going on in the municipality, for its front page. */
export const overviewQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['overview', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/overview', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
