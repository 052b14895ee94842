import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const isUnderWay = ({ status }: Schema<'PlanExportView'>): boolean =>
  status === 'waiting' || status === 'running';

/** The documents made of a plan; asked for again while one is being written. */
export const exportsQuery = (municipality: string, planId: string) =>
  queryOptions({
    queryKey: ['exports', municipality, planId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/plans/{planId}/exports', {
          params: { path: { municipality, planId } },
          signal: ctx.signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 700 : false),
  });

export const startExport = (municipality: string, planId: string) =>
  mutationOptions({
    mutationFn: (format: Schema<'NewExport'>['format'], ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/plans/{planId}/exports', {
          params: { path: { municipality, planId } },
          body: { format },
        }),
      ),
    onSuccess: (_begun, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: exportsQuery(municipality, planId).queryKey }),
  });

/** A plain address: the browser saves the file under the name the answer gives it. */
export const exportFile = (municipality: string, exportId: string): string =>
  `/api/municipalities/${municipality}/exports/${exportId}/file`;
