// The very statements the API runs, taken from its own code, so that a peer answers the same question.
import { branchesOf, firstReplies } from '../../apps/api/dist/discussions/comments.repository.js';
import { threadById } from '../../apps/api/dist/discussions/threads.repository.js';

const recorder = (municipality) => {
  const statements = [];
  const db = {
    query: async (sql, values) => {
      statements.push({ sql, values });
      return [];
    },
  };
  return { statements, ctx: { db, here: municipality, person: null, has: () => false } };
};

/** What a page of a thread asks: the thread, its branches, their first replies. */
export const threadPageQueries = async (thread, municipality, rootIds, limit) => {
  const { statements, ctx } = recorder(municipality);
  await threadById(ctx, thread);
  await branchesOf(ctx, thread, { order: 'oldest' }, null, limit + 1);
  await firstReplies(ctx, rootIds);
  return statements;
};
