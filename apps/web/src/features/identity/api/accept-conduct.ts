import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The rules of conduct in the version that was shown. */
export const acceptConductMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (version: number, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/conduct-acceptance', {
          params: { path: { municipality } },
          body: { version },
        }),
      ),
  });
