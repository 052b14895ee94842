import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { initiativeQuery } from './initiative.js';

const AT = '/api/municipalities/{municipality}/initiatives/{initiativeId}/pictures';

export const picturesQuery = (municipality: string, initiativeId: string, invitation?: string | null) =>
  queryOptions({
    queryKey: [...initiativeQuery(municipality, initiativeId).queryKey, 'pictures'],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET(AT, {
          params: { path: { municipality, initiativeId }, query: invitation ? { invitation } : {} },
          signal: ctx.signal,
        }),
      ),
  });

interface Added {
  initiativeId: string;
  file: File | null;
  alt: string;
}

export const addPictureMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ initiativeId, file, alt }: Added, ctx) => {
      const form = new FormData();
      if (file) form.append('file', file);
      return unwrap(
        api(ctx).POST(AT, {
          params: { path: { municipality, initiativeId }, query: { alt } },
          // The browser writes the boundaries of the parts.
          body: {},
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: (_, { initiativeId }, __, { client }) =>
      client.invalidateQueries({ queryKey: picturesQuery(municipality, initiativeId).queryKey }),
  });

export const removePictureMutation = (municipality: string, initiativeId: string) =>
  mutationOptions({
    mutationFn: (pictureId: string, ctx) =>
      unwrap(
        api(ctx).DELETE(`${AT}/{pictureId}`, { params: { path: { municipality, initiativeId, pictureId } } }),
      ),
    onSuccess: (list, _, __, { client }) =>
      client.setQueryData(picturesQuery(municipality, initiativeId).queryKey, list),
  });
