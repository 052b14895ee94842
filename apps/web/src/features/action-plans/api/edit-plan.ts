import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { planQuery } from './plan.js';

export const editPlan = (municipality: string, planId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'PlanEdit'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/plans/{planId}', {
          params: { path: { municipality, planId } },
          body,
        }),
      ),
    onSuccess: (plan, _sent, _result, { client }) => {
      client.setQueryData(planQuery(municipality, planId).queryKey, plan);
      return client.invalidateQueries({ queryKey: ['plans', municipality] });
    },
  });
