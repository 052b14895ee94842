import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Asks for the letter with the link. */
export const forgottenMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ForgottenInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/password/forgotten', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const newPasswordMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'NewPasswordInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/password', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
