import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

const AT = '/api/municipalities/{municipality}/initiatives/{initiativeId}/merges';

/** What it is merged with; asked for anew with the initiative itself. */
export const mergesQuery = (municipality: string, initiativeId: string) =>
  queryOptions({
    queryKey: [...initiativeQuery(municipality, initiativeId).queryKey, 'merges'],
    queryFn: (ctx) =>
      unwrap(api(ctx).GET(AT, { params: { path: { municipality, initiativeId } }, signal: ctx.signal })),
  });

const again = (client: QueryClient, municipality: string) =>
  client.invalidateQueries({ queryKey: ['initiative', municipality] });

export const proposeMergeMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'InitiativeMergeInput'>, ctx) =>
      unwrap(api(ctx).POST(AT, { params: { path: { municipality, initiativeId } }, body })),
    onSuccess: (_, __, ___, { client }) => again(client, municipality),
  });

export const settleMergeMutation = (municipality: string, mergeId: string) =>
  mutationOptions({
    mutationFn: (how: 'agree' | 'decline' | 'undo', ctx) =>
      unwrap(
        api(ctx).POST(`/api/municipalities/{municipality}/merges/{mergeId}/${how}`, {
          params: { path: { municipality, mergeId } },
        }),
      ),
    onSuccess: (_, __, ___, { client }) => again(client, municipality),
  });
