import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What staff choose from in filters and forms: policies, their goals, the municipality's units. */
export const policyChoicesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['involvement-policies', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const goalChoicesQuery = (municipality: string, slug: string) =>
  queryOptions({
    queryKey: ['involvement-goals', municipality, slug],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/policies/{slug}', {
          params: { path: { municipality, slug } },
          signal: ctx.signal,
        }),
      ),
  });

export const unitChoicesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['involvement-units', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/units', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
