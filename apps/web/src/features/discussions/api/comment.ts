import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const postCommentMutation = (municipality: string, threadId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'CommentInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/threads/{threadId}/comments', {
          params: { path: { municipality, threadId } },
          body,
        }),
      ),
  });

/** null takes one's vote back. */
export const voteMutation = (municipality: string, commentId: string) =>
  mutationOptions({
    mutationFn: (vote: Schema<'Vote'> | null, ctx) => {
      const url = '/api/municipalities/{municipality}/comments/{commentId}/vote';
      const params = { path: { municipality, commentId } };
      return vote === null
        ? unwrap(api(ctx).DELETE(url, { params }))
        : unwrap(api(ctx).PUT(url, { params, body: { vote } }));
    },
  });
