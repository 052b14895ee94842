import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const districtQuery = (municipality: string, districtId: string) =>
  queryOptions({
    queryKey: ['districts', municipality, districtId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/districts/{districtId}', {
          params: { path: { municipality, districtId } },
          signal: ctx.signal,
        }),
      ),
  });

export const importDistrictsMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ file }: { file: File | null }, ctx) => {
      const form = new FormData();
      if (file) form.append('file', file);
      return unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/districts/import', {
          params: { path: { municipality } },
          // The browser writes the boundaries of the parts.
          body: {},
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: ['districts', municipality] }),
  });

export const editDistrictMutation = (municipality: string, districtId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'DistrictInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/districts/{districtId}', {
          params: { path: { municipality, districtId } },
          body,
        }),
      ),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: ['districts', municipality] }),
  });
