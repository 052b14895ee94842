import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const sendNotice = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'NoticeInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/notices', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

/** For whoever holds its link. */
export const noticeQuery = (municipality: string, token: string) =>
  queryOptions({
    queryKey: ['notice', municipality, token],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/notices/{token}', {
          params: { path: { municipality, token } },
          signal: ctx.signal,
        }),
      ),
  });

export const appealNotice = (municipality: string, token: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AppealInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/notices/{token}/appeal', {
          params: { path: { municipality, token } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(noticeQuery(municipality, token).queryKey, now),
  });
