import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { actionQuery } from './action.js';
import { planQuery } from './plan.js';

export const linkInputs = (municipality: string, planId: string, actionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ActionInputs'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/actions/{actionId}/inputs', {
          params: { path: { municipality, actionId } },
          body,
        }),
      ),
    onSuccess: async (action, _sent, _result, { client }) => {
      client.setQueryData(actionQuery(municipality, actionId).queryKey, action);
      await Promise.all([
        client.invalidateQueries({ queryKey: planQuery(municipality, planId).queryKey }),
        client.invalidateQueries({ queryKey: ['action-inputs', municipality, actionId] }),
        client.invalidateQueries({ queryKey: ['candidates', municipality, planId] }),
      ]);
    },
  });
