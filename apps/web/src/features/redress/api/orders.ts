import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const orderQuery = (municipality: string, orderId: string) =>
  queryOptions({
    queryKey: ['order', municipality, orderId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/orders/{orderId}', {
          params: { path: { municipality, orderId } },
          signal: ctx.signal,
        }),
      ),
  });

export const registerOrder = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'OrderInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/orders', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const decideOrder = (municipality: string, orderId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'OrderDecisionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/orders/{orderId}/decision', {
          params: { path: { municipality, orderId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) => {
      client.setQueryData(orderQuery(municipality, orderId).queryKey, now);
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
    },
  });
