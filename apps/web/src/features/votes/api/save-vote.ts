import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { remember } from './vote.js';

type Draft = Schema<'VoteDraftInput'>;

export const draftVoteMutation = (municipality: string, goalId: string) =>
  mutationOptions({
    mutationFn: (body: Draft, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/goals/{goalId}/votes', {
          params: { path: { municipality, goalId } },
          body,
        }),
      ),
    onSuccess: (vote, _, __, { client }) => remember(client, municipality, vote),
  });

export const editVoteMutation = (municipality: string, voteId: string) =>
  mutationOptions({
    mutationFn: (body: Draft, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/votes/{voteId}', {
          params: { path: { municipality, voteId } },
          body,
        }),
      ),
    onSuccess: (vote, _, __, { client }) => remember(client, municipality, vote),
  });

export const publishVoteMutation = (municipality: string, voteId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/votes/{voteId}/publish', {
          params: { path: { municipality, voteId } },
        }),
      ),
    onSuccess: (vote, _, __, { client }) => remember(client, municipality, vote),
  });

/** @throws 409 once it is over */
export const callOffMutation = (municipality: string, voteId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'CallOffInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/votes/{voteId}/call-off', {
          params: { path: { municipality, voteId } },
          body,
        }),
      ),
    onSuccess: (vote, _, __, { client }) => remember(client, municipality, vote),
  });

export const removeVoteMutation = (municipality: string, voteId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/votes/{voteId}', {
          params: { path: { municipality, voteId } },
        }),
      ),
    onSuccess: (_, __, ___, { client }) => client.invalidateQueries({ queryKey: ['votes', municipality] }),
  });
