import type { Schema } from '@medvind/api-client';
import type { Discussion } from '../discussion.js';
import { MOST, openBranch, type Asked, type Asking } from './asking.js';

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
    const shown = known.branches.find(({ id }) => id === branch.id)?.replies.length ?? 0;
    await openBranch(ctx, municipality, branch, ({ replies }) => replies.length >= shown);
  }
  return page;
}
