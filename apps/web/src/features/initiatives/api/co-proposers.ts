import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

export const confirmMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (invitation: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/co-proposers', {
          params: { path: { municipality, initiativeId } },
          body: { invitation },
        }),
      ),
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });
