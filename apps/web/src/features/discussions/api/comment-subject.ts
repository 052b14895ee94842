import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { SubjectRef } from './discussion.js';

/** What a comment speaks of; null: there is none such, or none is meant. */
export const commentSubjectQuery = (municipality: string, commentId: string | null) =>
  queryOptions({
    queryKey: ['comment-subject', municipality, commentId],
    queryFn: async (ctx): Promise<SubjectRef | null> => {
      if (!commentId) return null;
      const { data: comment } = await api(ctx).GET(
        '/api/municipalities/{municipality}/comments/{commentId}',
        { params: { path: { municipality, commentId } }, signal: ctx.signal },
      );
      if (!comment) return null;
      const { data: thread } = await api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}', {
        params: { path: { municipality, threadId: comment.threadId } },
        signal: ctx.signal,
      });
      return thread ? `${thread.subjectKind}:${thread.subjectId}` : null;
    },
    initialData: commentId ? undefined : null,
    staleTime: Infinity,
  });
