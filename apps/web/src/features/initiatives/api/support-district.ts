import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Where one lives, for the support just given and from now on; null: one would rather not say. */
export const supportDistrictMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (districtId: string | null, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/initiatives/{initiativeId}/support/district', {
          params: { path: { municipality, initiativeId } },
          body: { districtId },
        }),
      ),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: ['standing', municipality, 'own'] }),
  });
