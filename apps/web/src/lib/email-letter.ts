import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from './api.js';

/** Asks for the letter whose link confirms one's address. */
export const emailLetterMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/standing/email-letter', {
          params: { path: { municipality } },
        }),
      ),
  });
