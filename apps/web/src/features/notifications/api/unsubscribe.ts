import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Which mail the link in a letter ends. */
export const unsubscribeQuery = (municipality: string, token: string) =>
  queryOptions({
    queryKey: ['unsubscribe', municipality, token],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/unsubscribe', {
          params: { path: { municipality }, query: { token } },
          signal: ctx.signal,
        }),
      ),
  });

export const unsubscribeMutation = (municipality: string, token: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/unsubscribe', {
          params: { path: { municipality }, query: { token } },
        }),
      ),
  });
