import type { Schema } from '@medvind/api-client';
import type { Discussion } from '../discussion.js';
import { MOST, openBranch, openBranchAt, type Asked, type Asking } from './asking.js';

/** As much of a thread as was there before. */
export async function askAgain(
  ctx: Asking,
  municipality: string,
  known: Discussion,
  ask: (at: Partial<Asked>) => Promise<Schema<'BranchPage'>>,
): Promise<Schema<'BranchPage'>> {
  const [first] = known.branches;
  const page = await ask({ from: known.previous === null ? null : first?.id, limit: MOST });
  while (page.items.length < known.branches.length && page.next) {
    const more = await ask({ after: page.next, limit: MOST });
    page.items.push(...more.items);
    page.next = more.next;
  }
  for (const branch of page.items) {
    const before = known.branches.find(({ id }) => id === branch.id);
    const shown = before?.replies.length ?? 0;
    const first = before?.previousReplies && before.replies.find(({ official }) => !official);
    if (first) await openBranchAt(ctx, municipality, branch, first.id);
    await openBranch(ctx, municipality, branch, ({ replies }) => replies.length >= shown);
  }
  return page;
}
