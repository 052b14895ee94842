import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const saveImportMutation = (municipality: string, importId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'PolicyImportInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/policy-imports/{importId}', {
          params: { path: { municipality, importId } },
          body,
        }),
      ),
  });

export const publishImportMutation = (municipality: string, importId: string) =>
  mutationOptions({
    mutationFn: (revision: number, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/policy-imports/{importId}/publish', {
          params: { path: { municipality, importId } },
          body: { revision },
        }),
      ),
    onSuccess: (_policies, _revision, _result, ctx) =>
      Promise.all([
        ctx.client.invalidateQueries({ queryKey: ['policies', municipality] }),
        ctx.client.invalidateQueries({ queryKey: ['policy-imports', municipality] }),
      ]),
  });

export const removeImportMutation = (municipality: string, importId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/policy-imports/{importId}', {
          params: { path: { municipality, importId } },
        }),
      ),
    onSuccess: (_nothing, _input, _result, ctx) =>
      ctx.client.invalidateQueries({ queryKey: ['policy-imports', municipality] }),
  });
