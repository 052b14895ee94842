import type { Schema } from '@medvind/api-client';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';
import type { Initiative } from './initiatives.js';

const OF = '/api/municipalities/{municipality}/initiatives/{initiativeId}';

const remember = (client: QueryClient, municipality: string, initiative: Initiative) => {
  client.setQueryData(initiativeQuery(municipality, initiative.id).queryKey, initiative);
  void client.invalidateQueries({ queryKey: ['support-ledger', municipality, initiative.id] });
  // The reader's own list.
  void client.invalidateQueries({ queryKey: ['initiatives', municipality, 'backed'] });
};

interface Said {
  /** For it, unless something else is said. */
  stance?: Schema<'InitiativeStance'>;
  /** With one's name to be shown. */
  named?: boolean;
}

/** Supports it, or says what else can be said to it, or with null takes it back; the answer is the initiative as it is now. */
export const supportMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (said: Said | null, ctx) => {
      const path = { municipality, initiativeId };
      return unwrap(
        said
          ? api(ctx).PUT(`${OF}/support`, { params: { path, query: said } })
          : api(ctx).DELETE(`${OF}/support`, { params: { path } }),
      );
    },
    onSuccess: (initiative, _, __, { client }) => remember(client, municipality, initiative),
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
    onSuccess: (initiative, _, __, { client }) => remember(client, municipality, initiative),
  });
