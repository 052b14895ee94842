import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const isUnderway = ({ status }: Schema<'InitiativeFileView'>) => status === 'waiting' || status === 'running';

/** Asks again while one is being made. */
export const caseFilesQuery = (municipality: string, initiativeId: string) =>
  queryOptions({
    queryKey: ['initiative-files', municipality, initiativeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}/case/files', {
          params: { path: { municipality, initiativeId } },
          signal: ctx.signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderway) ? 1000 : false),
  });

export const orderFileMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (format: Schema<'InitiativeFileFormat'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/case/files', {
          params: { path: { municipality, initiativeId } },
          body: { format },
        }),
      ),
    onSuccess: (list, _, __, { client }) =>
      client.setQueryData(caseFilesQuery(municipality, initiativeId).queryKey, list),
  });

export const caseFileAddress = (municipality: string, initiativeId: string, fileId: string) =>
  `/api/municipalities/${municipality}/initiatives/${initiativeId}/case/files/${fileId}/file`;
