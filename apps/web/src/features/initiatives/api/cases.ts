import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type CaseSummary = Schema<'InitiativeCaseSummary'>;
export type Case = Schema<'InitiativeCaseView'>;

export const casesQuery = (municipality: string, filter: Schema<'CaseFilter'>, after?: string) =>
  infiniteQueryOptions({
    queryKey: ['initiative-cases', municipality, 'list', filter, after ?? ''],
    initialPageParam: after as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-cases', {
          params: { path: { municipality }, query: { filter, after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const caseCountsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['initiative-cases', municipality, 'counts'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-cases/counts', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const caseChoicesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['initiative-case-choices', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-cases/choices', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const caseQuery = (municipality: string, initiativeId: string) =>
  queryOptions({
    queryKey: ['initiative-case', municipality, initiativeId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/{initiativeId}/case', {
          params: { path: { municipality, initiativeId } },
          signal: ctx.signal,
        }),
      ),
  });

/** Lists and counts ask again. */
export const casesChanged = (client: QueryClient, municipality: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['initiative-cases', municipality] }),
    client.invalidateQueries({ queryKey: ['waiting', municipality] }),
  ]);

/** Every change of a case answers with the case as it is now. */
const kept =
  (municipality: string) =>
  (changed: Case, _: unknown, __: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(caseQuery(municipality, changed.id).queryKey, changed);
    void casesChanged(client, municipality);
  };

export const changeCaseMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'CaseInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/initiatives/{initiativeId}/case', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: kept(municipality),
  });

export const noteMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'CaseNoteInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/case/notes', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: kept(municipality),
  });

export const askMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'OpinionInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/case/opinions', {
          params: { path: { municipality, initiativeId } },
          body,
        }),
      ),
    onSuccess: kept(municipality),
  });

export const adviseMutation = (municipality: string, initiativeId: string, opinionId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'OpinionAnswerInput'>, ctx) =>
      unwrap(
        api(ctx).PUT(
          '/api/municipalities/{municipality}/initiatives/{initiativeId}/case/opinions/{opinionId}',
          { params: { path: { municipality, initiativeId, opinionId } }, body },
        ),
      ),
    onSuccess: kept(municipality),
  });

export const ownUnitsMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (unitIds: string[], ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/initiative-cases/units', {
          params: { path: { municipality } },
          body: { unitIds },
        }),
      ),
    onSuccess: (choices, _, __, { client }) => {
      client.setQueryData(caseChoicesQuery(municipality).queryKey, choices);
      void casesChanged(client, municipality);
    },
  });
