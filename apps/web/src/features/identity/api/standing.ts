import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const confirmEmailMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (token: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/standing/email', {
          params: { path: { municipality } },
          body: { token },
        }),
      ),
  });

/** What was confirmed of somebody. */
export const standingQuery = (municipality: string, personId: string) =>
  queryOptions({
    queryKey: ['standing', municipality, personId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/members/{personId}/standing', {
          params: { path: { municipality, personId } },
          signal: ctx.signal,
        }),
      ),
  });

export const confirmStandingMutation = (municipality: string, personId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'StandingInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/members/{personId}/standing', {
          params: { path: { municipality, personId } },
          body,
        }),
      ),
    onSuccess: (standing, _, __, { client }) =>
      client.setQueryData(standingQuery(municipality, personId).queryKey, standing),
  });
