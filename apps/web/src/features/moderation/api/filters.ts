import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The moderator's own ways of looking at the queue. */
export const filtersQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['moderation-filters', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/filters', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const saveFilterMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'FilterInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/filters', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const forgetFilterMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (filterId: string, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/moderation/filters/{filterId}', {
          params: { path: { municipality, filterId } },
        }),
      ),
  });
