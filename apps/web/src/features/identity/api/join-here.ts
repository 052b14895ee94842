import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** For those who have an account already, with another municipality. */
export const joinHereMutation = () =>
  mutationOptions({
    mutationFn: (municipality: string, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/membership', {
          params: { path: { municipality } },
        }),
      ),
  });
