import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What is known here of the reader. */
export const ownStandingQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['standing', municipality, 'own'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/standing', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const liveInMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (districtId: string | null, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/standing/district', {
          params: { path: { municipality } },
          body: { districtId },
        }),
      ),
    onSuccess: (standing, _, __, { client }) =>
      client.setQueryData(ownStandingQuery(municipality).queryKey, standing),
  });
