import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { planQuery } from './plan.js';

export const orderActions = (municipality: string, planId: string) =>
  mutationOptions({
    mutationFn: (actionIds: string[], ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/plans/{planId}/order', {
          params: { path: { municipality, planId } },
          body: { actionIds },
        }),
      ),
    onSuccess: (plan, _sent, _result, { client }) => {
      client.setQueryData(planQuery(municipality, planId).queryKey, plan);
    },
    // Somebody else added or removed one: what is there now decides.
    onError: (_problem, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: planQuery(municipality, planId).queryKey }),
  });
