import { api } from '../../../lib/api.js';
import type { Asking } from './asking.js';

/** The thread a comment stands in now; null: there is none such. */
export async function askThreadOf(ctx: Asking, municipality: string, commentId: string) {
  const { data: comment } = await api(ctx).GET('/api/municipalities/{municipality}/comments/{commentId}', {
    params: { path: { municipality, commentId } },
    signal: ctx.signal,
  });
  if (!comment) return null;
  const { data: thread } = await api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}', {
    params: { path: { municipality, threadId: comment.threadId } },
    signal: ctx.signal,
  });
  return thread ?? null;
}

/** Where on which page that is. */
export async function askPlaceOf(ctx: Asking, municipality: string, commentId: string) {
  const thread = await askThreadOf(ctx, municipality, commentId);
  return thread && { title: thread.title, path: `${thread.path}?comment=${commentId}` };
}
