import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { initiativeQuery } from './initiative.js';

const AT = '/api/municipalities/{municipality}/initiatives/{initiativeId}/paper-supporters';

/** Who was keyed in, the last first. */
export const paperSupportersQuery = (municipality: string, initiativeId: string) =>
  pagedQuery([...initiativeQuery(municipality, initiativeId).queryKey, 'paper'], (query, ctx) =>
    unwrap(
      api(ctx).GET(AT, {
        params: {
          path: { municipality, initiativeId },
          query,
        },
        signal: ctx.signal,
      }),
    ),
  );

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
