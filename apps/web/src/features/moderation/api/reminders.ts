import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const remindersQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['moderation-settings', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/settings', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const changeRemindersMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ModerationSettingsInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/moderation/settings', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
