import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const editCommentMutation = (municipality: string, commentId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'CommentEdit'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/comments/{commentId}', {
          params: { path: { municipality, commentId } },
          body,
        }),
      ),
  });

export const removeCommentMutation = (municipality: string, commentId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/comments/{commentId}', {
          params: { path: { municipality, commentId } },
        }),
      ),
  });

/** Pins it as the official answer to a comment, or (null) to the thread; undefined unpins it. */
export const pinMutation = (municipality: string, commentId: string) =>
  mutationOptions({
    mutationFn: (answersId: string | null | undefined, ctx) => {
      const url = '/api/municipalities/{municipality}/comments/{commentId}/official';
      const params = { path: { municipality, commentId } };
      return answersId === undefined
        ? unwrap(api(ctx).DELETE(url, { params }))
        : unwrap(api(ctx).PUT(url, { params, body: { answersId } }));
    },
  });
