import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const deadlinesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['redress-settings', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/redress-settings', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const saveDeadlines = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'RedressSettingsView'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/redress-settings', {
          params: { path: { municipality } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(deadlinesQuery(municipality).queryKey, now),
  });
