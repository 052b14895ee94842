import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What is considered or decided about the reader. */
export const ownRestrictionQuery = (municipality: string, restrictionId: string) =>
  queryOptions({
    queryKey: ['restriction', municipality, restrictionId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/restrictions/{restrictionId}', {
          params: { path: { municipality, restrictionId } },
          signal: ctx.signal,
        }),
      ),
  });

export const answerHearing = (municipality: string, restrictionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'HearingAnswerInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/restrictions/{restrictionId}/answer', {
          params: { path: { municipality, restrictionId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(ownRestrictionQuery(municipality, restrictionId).queryKey, now),
  });

export const appealRestriction = (municipality: string, restrictionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AppealInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/restrictions/{restrictionId}/appeal', {
          params: { path: { municipality, restrictionId } },
          body,
        }),
      ),
    onSuccess: (_now, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: ownRestrictionQuery(municipality, restrictionId).queryKey }),
  });
