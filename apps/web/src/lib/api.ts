import type { Api } from '@medvind/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem, toProblem } from './api-problem.js';

// On the server every request has its own client with the visitor's cookie, so it travels with the query client.
const apis = new WeakMap<QueryClient, Api>();

export const connectApi = (client: QueryClient, api: Api): void => {
  apis.set(client, api);
};

/** The API as seen by this visitor. Takes the context every `queryFn` and `mutationFn` is given. */
export function api({ client }: { client: QueryClient }): Api {
  const connected = apis.get(client);
  if (!connected) throw new Error('This query client was made without an API.');
  return connected;
}

/** The body of a successful answer; everything else is thrown as an `ApiProblem`. */
export async function unwrap<Body>(
  answer: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  let answered;
  try {
    answered = await answer;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw cause instanceof SyntaxError
      ? new ApiProblem({ code: 'unexpected', status: 500 })
      : toProblem(cause);
  }
  if (!answered.response.ok) throw toProblem(answered.error, answered.response.status);
  return answered.data as Body;
}
