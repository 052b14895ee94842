import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { planQuery } from './plan.js';

export const removeAction = (municipality: string, planId: string, actionId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/actions/{actionId}', {
          params: { path: { municipality, actionId } },
        }),
      ),
    onSuccess: (_done, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: planQuery(municipality, planId).queryKey }),
  });
