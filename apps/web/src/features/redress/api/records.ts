import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const isUnderWay = ({ status }: Schema<'RecordView'>): boolean =>
  status === 'waiting' || status === 'running';

const whileUnderWay = ({ state }: { state: { data?: Schema<'RecordList'> | undefined } }) =>
  state.data?.items.some(isUnderWay) ? 700 : false;

/** The files staff have had made; asked for again while one is being written. */
export const recordsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['records', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/records', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
    refetchInterval: whileUnderWay,
  });

export const orderRecord = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'NewRecord'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/records', {
          params: { path: { municipality } },
          body,
        }),
      ),
    onSuccess: (_begun, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: recordsQuery(municipality).queryKey }),
  });

export const ownRecordsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['own-records', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/me/records', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
    refetchInterval: whileUnderWay,
  });

export const orderOwnRecord = (municipality: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/me/records', {
          params: { path: { municipality } },
        }),
      ),
    onSuccess: (_begun, _sent, _result, { client }) =>
      client.invalidateQueries({ queryKey: ownRecordsQuery(municipality).queryKey }),
  });

export const RECORD_FORMATS = ['html', 'csv', 'json'] as const satisfies Schema<'RecordFormat'>[];

/** A plain address: the browser saves the file under the name the answer gives it. */
export const recordFile = (municipality: string, id: string, format: Schema<'RecordFormat'>): string =>
  `/api/municipalities/${municipality}/records/${id}/file?format=${format}`;
