import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './api.js';

/** The parts of the municipality, the retired ones too. */
export const districtsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['districts', municipality, 'list'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/districts', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

/** Their outlines. */
export const districtMapQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['districts', municipality, 'map'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/district-map', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
