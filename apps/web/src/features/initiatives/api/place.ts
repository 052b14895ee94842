import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

/** Where in the municipality a draft would be. */
export const placeMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ initiativeId, body }: { initiativeId: string; body: Schema<'PlaceInput'> }, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/initiatives/{initiativeId}/place', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiative.id).queryKey, initiative),
  });
