import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const createPlan = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ policyId, ...body }: Schema<'NewPlan'> & { policyId: string }, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/policies/{policyId}/plans', {
          params: { path: { municipality, policyId } },
          body,
        }),
      ),
    onSuccess: (_plan, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: ['plans', municipality] }),
  });
