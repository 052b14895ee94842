import { queryOptions } from '@tanstack/react-query';
import { askThreadOf } from './comment-place.js';
import type { SubjectRef } from './discussion.js';

/** What a comment speaks of; null: there is none such, or none is meant. */
export const commentSubjectQuery = (municipality: string, commentId: string | null) =>
  queryOptions({
    queryKey: ['comment-subject', municipality, commentId],
    queryFn: async (ctx): Promise<SubjectRef | null> => {
      const thread = commentId && (await askThreadOf(ctx, municipality, commentId));
      return thread ? `${thread.subjectKind}:${thread.subjectId}` : null;
    },
    initialData: commentId ? undefined : null,
    staleTime: Infinity,
  });
