import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const correctGoalMutation = (municipality: string, goalId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'GoalInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/goals/{goalId}', {
          params: { path: { municipality, goalId } },
          body,
        }),
      ),
    onSuccess: (_goal, _input, _result, ctx) =>
      Promise.all([
        ctx.client.invalidateQueries({ queryKey: ['goal', municipality] }),
        ctx.client.invalidateQueries({ queryKey: ['policy', municipality] }),
      ]),
  });
