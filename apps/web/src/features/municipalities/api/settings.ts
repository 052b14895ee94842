import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What a municipality decides about itself; for its administrators. */
export const settingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['settings', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/settings', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const changeSettingsMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'SettingsInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}', { params: { path: { municipality } }, body }),
      ),
  });
