import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

const OF = '/api/municipalities/{municipality}/initiatives/{initiativeId}';

/** Gives support, or takes it back; the answer is the initiative as it is now. */
export const supportMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (given: boolean, ctx) => {
      const at = { params: { path: { municipality, initiativeId } } };
      return unwrap(given ? api(ctx).PUT(`${OF}/support`, at) : api(ctx).DELETE(`${OF}/support`, at));
    },
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });

/** "I will take part", or not after all. */
export const participationMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (given: boolean, ctx) => {
      const at = { params: { path: { municipality, initiativeId } } };
      return unwrap(
        given ? api(ctx).PUT(`${OF}/participation`, at) : api(ctx).DELETE(`${OF}/participation`, at),
      );
    },
    onSuccess: (initiative, _, __, { client }) =>
      client.setQueryData(initiativeQuery(municipality, initiativeId).queryKey, initiative),
  });
