import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const createProcessMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ProcessInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/processes', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const updateProcessMutation = (municipality: string, processId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ProcessInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/processes/{processId}', {
          params: { path: { municipality, processId } },
          body,
        }),
      ),
  });

export const closeProcessMutation = (municipality: string, processId: string) =>
  mutationOptions({
    mutationFn: (action: 'close' | 'reopen', ctx) =>
      unwrap(
        api(ctx).POST(`/api/municipalities/{municipality}/processes/{processId}/${action}`, {
          params: { path: { municipality, processId } },
        }),
      ),
  });
