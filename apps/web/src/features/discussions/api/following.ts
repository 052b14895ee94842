import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/**
 * Who writes in a thread follows it, unless they asked not to. Asked before something is sent, gives what says after it
 * whether that began with it.
 */
export async function beforeFollowing(client: QueryClient, municipality: string, threadId: string) {
  const ask = (staleTime: number) =>
    client
      .fetchQuery({
        queryKey: ['follows', municipality, 'thread', threadId],
        queryFn: (ctx) =>
          unwrap(
            api(ctx).GET('/api/municipalities/{municipality}/follows/{kind}/{subjectId}', {
              params: { path: { municipality, kind: 'thread', subjectId: threadId } },
            }),
          ),
        staleTime,
        retry: false,
        // Offline it fails at once: nothing is sent later than it could be.
        networkMode: 'always',
      })
      // Not to know it is no reason not to send.
      .then(
        ({ following }) => following,
        () => null,
      );
  const before = await ask(Infinity);
  return async () => before === false && (await ask(0)) === true;
}
