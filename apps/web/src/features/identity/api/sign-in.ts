import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const signInMutation = () =>
  mutationOptions({
    mutationFn: (body: Schema<'SignInInput'>, ctx) => unwrap(api(ctx).POST('/api/session', { body })),
  });
