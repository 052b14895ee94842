import type { Schema } from '@medvind/api-client';
import type { Branch, Discussion } from '../discussion.js';
import { askReplies, MOST, type Asked, type Asking } from './asking.js';

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

/** Loads replies until there are enough of them. */
async function openBranch(
  ctx: Asking,
  municipality: string,
  branch: Branch,
  enough: (branch: Branch) => boolean,
): Promise<void> {
  while (branch.nextReplies && !enough(branch)) {
    const more = await askReplies(ctx, municipality, branch.id, { after: branch.nextReplies });
    branch.replies.push(...more.items);
    branch.nextReplies = more.next;
  }
}

/** Opens a branch at one of its replies. Official answers are shown wherever one opens it. */
async function openBranchAt(ctx: Asking, municipality: string, branch: Branch, from: string): Promise<void> {
  const page = await askReplies(ctx, municipality, branch.id, { from });
  const beside = branch.replies.filter(
    ({ id, official }) => official && !page.items.some((reply) => reply.id === id),
  );
  branch.replies = [...beside, ...page.items];
  branch.nextReplies = page.next;
  branch.previousReplies = page.previous;
}
