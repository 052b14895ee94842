import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { actionQuery } from './action.js';
import { planQuery } from './plan.js';

/** @param actionId null: a new one */
export const saveAction = (municipality: string, planId: string, actionId: string | null) =>
  mutationOptions({
    mutationFn: (body: Schema<'NewAction'> & { revision?: number }, ctx) =>
      unwrap(
        actionId
          ? api(ctx).PUT('/api/municipalities/{municipality}/actions/{actionId}', {
              params: { path: { municipality, actionId } },
              body,
            })
          : api(ctx).POST('/api/municipalities/{municipality}/plans/{planId}/actions', {
              params: { path: { municipality, planId } },
              body,
            }),
      ),
    onSuccess: (action, _sent, _result, { client }) => {
      client.setQueryData(actionQuery(municipality, action.id).queryKey, action);
      return client.invalidateQueries({ queryKey: planQuery(municipality, planId).queryKey });
    },
  });
