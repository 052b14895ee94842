import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';

/**
 * Who writes in a thread follows it, unless they asked not to: sends something, and then says whether that began with
 * it.
 */
export function useFollowingBegun(threadId: string) {
  const client = useQueryClient();
  const { slug: municipality } = useMunicipality();
  const { person } = useSession();
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
      })
      // Not to know it is no reason not to send.
      .then(
        ({ following }) => following,
        () => null,
      );
  return async <T>(send: () => Promise<T>, tell: () => void): Promise<T> => {
    const before = person && (await ask(Infinity));
    const sent = await send();
    if (before === false) void ask(0).then((now) => now && tell());
    return sent;
  };
}
