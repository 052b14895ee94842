import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { initiativeQuery } from './initiative.js';

const AT = '/api/municipalities/{municipality}/initiatives/{initiativeId}/remarks';

/** What its proposers added; asked for anew with the initiative itself. */
export const remarksQuery = (municipality: string, initiativeId: string) =>
  pagedQuery([...initiativeQuery(municipality, initiativeId).queryKey, 'remarks'], (query, ctx) =>
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

export const addRemarkMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'RemarkInput'>, ctx) =>
      unwrap(api(ctx).POST(AT, { params: { path: { municipality, initiativeId } }, body })),
    onSuccess: (_, __, ___, { client }) =>
      client.invalidateQueries({ queryKey: initiativeQuery(municipality, initiativeId).queryKey }),
  });
