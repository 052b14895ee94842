import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** An appeal as those see it who decide it. */
export const appealCaseQuery = (municipality: string, appealId: string) =>
  queryOptions({
    queryKey: ['appeal-case', municipality, appealId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/appeals/{appealId}', {
          params: { path: { municipality, appealId } },
          signal: ctx.signal,
        }),
      ),
  });

export const decideAppeal = (municipality: string, appealId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AppealAnswerInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/appeals/{appealId}/decision', {
          params: { path: { municipality, appealId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) => {
      client.setQueryData(appealCaseQuery(municipality, appealId).queryKey, now);
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
    },
  });

/** The original of what the decision took away; that it was read is kept. */
export const openOriginal = (municipality: string, appealId: string) =>
  mutationOptions({
    mutationFn: (purpose: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/appeals/{appealId}/openings', {
          params: { path: { municipality, appealId } },
          body: { purpose },
        }),
      ),
  });
