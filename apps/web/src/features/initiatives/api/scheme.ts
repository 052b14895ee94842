import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Schemes to begin from. */
export const presetsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['scheme-presets', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-rule/presets', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
    staleTime: Infinity,
  });

/** Open initiatives, which a change does not touch. */
export const untouchedQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['initiatives-untouched', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-rule/untouched', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });
