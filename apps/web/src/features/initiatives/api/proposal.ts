import type { Schema } from '@medvind/api-client';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import type { Initiative } from './initiatives.js';
import { initiativeQuery } from './initiative.js';

interface Draft {
  goalId: string;
  /** Of the draft that is written on; without it a new one is begun. */
  initiativeId: string | undefined;
  body: Schema<'InitiativeInput'>;
}

const remember = (client: QueryClient, municipality: string, initiative: Initiative) => {
  client.setQueryData(initiativeQuery(municipality, initiative.id).queryKey, initiative);
  return client.invalidateQueries({ queryKey: ['initiatives', municipality] });
};

export const saveDraftMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ goalId, initiativeId, body }: Draft, ctx) =>
      unwrap(
        initiativeId
          ? api(ctx).PUT('/api/municipalities/{municipality}/initiatives/{initiativeId}', {
              params: { path: { municipality, initiativeId } },
              body,
            })
          : api(ctx).POST('/api/municipalities/{municipality}/goals/{goalId}/initiatives', {
              params: { path: { municipality, goalId } },
              body,
            }),
      ),
    onSuccess: (initiative, _, __, { client }) => void remember(client, municipality, initiative),
  });

export const publishMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (initiativeId: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/publish', {
          params: { path: { municipality, initiativeId } },
        }),
      ),
    onSuccess: (initiative, _, __, { client }) => void remember(client, municipality, initiative),
  });

/** Asks co-proposers to confirm it. */
export const invitationMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (initiativeId: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/invitation', {
          params: { path: { municipality, initiativeId } },
        }),
      ),
    onSuccess: (initiative, _, __, { client }) => void remember(client, municipality, initiative),
  });

export const withdrawMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'WithdrawalInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/withdraw', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: (initiative, _, __, { client }) => void remember(client, municipality, initiative),
  });
