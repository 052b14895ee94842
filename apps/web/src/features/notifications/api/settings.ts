import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What one wants to hear of, and how. */
export const notificationSettingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['notification-settings', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/notification-settings', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const changeNotificationSettingsMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'NotificationSettings'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/notification-settings', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
