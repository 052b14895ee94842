import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const correctPolicyMutation = (municipality: string, policyId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'PolicyInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/policies/{policyId}', {
          params: { path: { municipality, policyId } },
          body,
        }),
      ),
    onSuccess: (_policy, _input, _result, ctx) =>
      Promise.all([
        ctx.client.invalidateQueries({ queryKey: ['goal', municipality] }),
        ctx.client.invalidateQueries({ queryKey: ['policy', municipality] }),
        ctx.client.invalidateQueries({ queryKey: ['policies', municipality] }),
      ]),
  });
