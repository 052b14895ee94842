import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

export const answerMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AnswerInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/answer', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });
