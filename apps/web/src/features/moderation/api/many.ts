import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** One decision about several. */
export const decideManyMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ManyInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/decisions', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const undoMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (decisionIds: string[], ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/undo', {
          params: { path: { municipality } },
          body: { decisionIds },
        }),
      ),
  });
