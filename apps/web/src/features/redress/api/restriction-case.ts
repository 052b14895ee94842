import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What could be considered about whoever wrote this. */
export const prospectQuery = (
  municipality: string,
  { kind, id }: { kind: 'comment' | 'initiative'; id: string },
) =>
  queryOptions({
    queryKey: ['restriction-prospect', municipality, kind, id],
    queryFn: (ctx) =>
      unwrap(
        kind === 'comment'
          ? api(ctx).GET(
              '/api/municipalities/{municipality}/moderation/comments/{commentId}/restriction-prospect',
              { params: { path: { municipality, commentId: id } }, signal: ctx.signal },
            )
          : api(ctx).GET(
              '/api/municipalities/{municipality}/moderation/initiatives/{initiativeId}/restriction-prospect',
              { params: { path: { municipality, initiativeId: id } }, signal: ctx.signal },
            ),
      ),
  });

export const openRestriction = (municipality: string, personId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'RestrictionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/people/{personId}/restrictions', {
          params: { path: { municipality, personId } },
          body,
        }),
      ),
    onSuccess: (_now, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: ['moderation', municipality] }),
  });

export const restrictionCaseQuery = (municipality: string, restrictionId: string) =>
  queryOptions({
    queryKey: ['restriction-case', municipality, restrictionId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/restrictions/{restrictionId}', {
          params: { path: { municipality, restrictionId } },
          signal: ctx.signal,
        }),
      ),
  });

export const decideRestriction = (municipality: string, restrictionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'RestrictionDecisionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/restrictions/{restrictionId}/decision', {
          params: { path: { municipality, restrictionId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) => {
      client.setQueryData(restrictionCaseQuery(municipality, restrictionId).queryKey, now);
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
    },
  });

export const liftRestriction = (municipality: string, restrictionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'LiftInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/restrictions/{restrictionId}/lift', {
          params: { path: { municipality, restrictionId } },
          body,
        }),
      ),
    onSuccess: (now, _sent, _result, { client }) =>
      client.setQueryData(restrictionCaseQuery(municipality, restrictionId).queryKey, now),
  });
