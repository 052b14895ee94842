import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const joinMutation = () =>
  mutationOptions({
    mutationFn: (body: Schema<'JoinInput'>, ctx) => unwrap(api(ctx).POST('/api/people', { body })),
  });
