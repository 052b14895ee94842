import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

/** A step of what was handed over. */
export const moveMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'MoveInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/steps', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });

/** What waits is not published. */
export const rejectMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'RejectionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/rejection', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });
