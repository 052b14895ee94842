import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The bodies, departments and companies that own goals, processes and actions. */
export const unitsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['units', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/units', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const editUnitMutation = (municipality: string, unitId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'UnitInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/units/{unitId}', {
          params: { path: { municipality, unitId } },
          body,
        }),
      ),
  });

export const addUnitMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'UnitInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/units', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
