import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type Vote = Schema<'VoteView'>;
export type VoteChoice = Schema<'BallotInput'>['choice'];

export const voteQuery = (municipality: string, voteId: string) =>
  queryOptions({
    queryKey: ['vote', municipality, voteId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/votes/{voteId}', {
          params: { path: { municipality, voteId } },
          signal: ctx.signal,
        }),
      ),
  });

export const remember = (client: QueryClient, municipality: string, vote: Vote) => {
  client.setQueryData(voteQuery(municipality, vote.id).queryKey, vote);
  void client.invalidateQueries({ queryKey: ['votes', municipality] });
};

/** Votes, changes the vote, or with null takes it back; the answer is the vote as it is now. */
export const ballotMutation = (municipality: string, voteId: string) =>
  mutationOptions({
    mutationFn: (choice: VoteChoice | null, ctx) => {
      const params = { path: { municipality, voteId } };
      const ballot = '/api/municipalities/{municipality}/votes/{voteId}/ballot' as const;
      return unwrap(
        choice === null
          ? api(ctx).DELETE(ballot, { params })
          : api(ctx).PUT(ballot, { params, body: { choice } }),
      );
    },
    onSuccess: (vote, _, __, { client }) => remember(client, municipality, vote),
  });
