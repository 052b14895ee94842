import type { Api } from '@medvind/api-client';
import { QueryClient } from '@tanstack/react-query';
import { connectApi } from './api.js';
import { ApiProblem } from './api-problem.js';

/** A refusal stays a refusal; only what may have been bad luck is asked again. */
const mayPass = (cause: unknown): boolean =>
  !(cause instanceof ApiProblem) || cause.status === 0 || cause.status >= 500;

export function createQueryClient(api: Api, options: { server: boolean }): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // What the server has just rendered is not asked for again when the page wakes.
        staleTime: 30_000,
        retry: options.server ? false : (failures, cause) => failures < 2 && mayPass(cause),
        ...(options.server && { gcTime: Infinity }),
      },
      // Out of reach is said at once; a form that waited for the network in silence would look as if it had sent.
      mutations: { networkMode: 'always' },
    },
  });
  connectApi(client, api);
  return client;
}
