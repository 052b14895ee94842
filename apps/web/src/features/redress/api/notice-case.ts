import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** A notice as a moderator sees it. */
export const noticeCaseQuery = (municipality: string, noticeId: string) =>
  queryOptions({
    queryKey: ['notice-case', municipality, noticeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/notices/{noticeId}', {
          params: { path: { municipality, noticeId } },
          signal: ctx.signal,
        }),
      ),
  });

/** Whoever follows the notice sees that somebody looks at it. */
export const beginNotice = (municipality: string, noticeId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/moderation/notices/{noticeId}/seen', {
          params: { path: { municipality, noticeId } },
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(noticeCaseQuery(municipality, noticeId).queryKey, now),
  });

export const decideNotice = (municipality: string, noticeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'NoticeDecisionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/notices/{noticeId}/decision', {
          params: { path: { municipality, noticeId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) => {
      client.setQueryData(noticeCaseQuery(municipality, noticeId).queryKey, now);
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
    },
  });
