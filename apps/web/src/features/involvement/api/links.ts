import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const PATH = '/api/municipalities/{municipality}/processes/{processId}/links';

export const linkMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ processId, ...body }: Schema<'LinkInput'> & { processId: string }, ctx) =>
      unwrap(api(ctx).POST(PATH, { params: { path: { municipality, processId } }, body })),
  });

export const changeLinksMutation = (municipality: string, processId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'LinkChange'>, ctx) =>
      unwrap(api(ctx).PUT(PATH, { params: { path: { municipality, processId } }, body })),
  });

export const unlinkMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ processId, linkIds }: { processId: string; linkIds: string[] }, ctx) =>
      unwrap(api(ctx).DELETE(PATH, { params: { path: { municipality, processId } }, body: { linkIds } })),
  });
