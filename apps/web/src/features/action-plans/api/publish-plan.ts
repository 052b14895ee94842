import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { planQuery } from './plan.js';

export const publishPlan = (municipality: string, planId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/plans/{planId}/publish', {
          params: { path: { municipality, planId } },
        }),
      ),
    onSuccess: (plan, _sent, _result, { client }) => {
      client.setQueryData(planQuery(municipality, planId).queryKey, plan);
      return client.invalidateQueries({ queryKey: ['plans', municipality] });
    },
  });
