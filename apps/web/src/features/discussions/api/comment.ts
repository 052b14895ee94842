import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
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

export const revisionsQuery = (municipality: string, commentId: string, revision: number) =>
  queryOptions({
    queryKey: ['comment-revisions', municipality, commentId, revision],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/comments/{commentId}/revisions', {
          params: { path: { municipality, commentId } },
          signal: ctx.signal,
        }),
      ),
  });
