import type { Schema } from '@medvind/api-client';
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

const AT = '/api/municipalities/{municipality}/initiatives/{initiativeId}/paper-supporters';

/** Who was keyed in, the last first. */
export const paperSupportersQuery = (municipality: string, initiativeId: string) =>
  infiniteQueryOptions({
    queryKey: [...initiativeQuery(municipality, initiativeId).queryKey, 'paper'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET(AT, {
          params: {
            path: { municipality, initiativeId },
            query: ctx.pageParam ? { after: ctx.pageParam } : {},
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const keyInMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'PaperSheetInput'>, ctx) =>
      unwrap(api(ctx).POST(AT, { params: { path: { municipality, initiativeId } }, body })),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: initiativeQuery(municipality, initiativeId).queryKey }),
  });

export const withdrawPaperMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: ({ paperId, reason }: { paperId: string; reason: string }, ctx) =>
      unwrap(
        api(ctx).POST(`${AT}/{paperId}/withdraw`, {
          params: { path: { municipality, initiativeId, paperId } },
          body: { reason },
        }),
      ),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: initiativeQuery(municipality, initiativeId).queryKey }),
  });
