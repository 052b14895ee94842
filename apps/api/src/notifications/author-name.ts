import { Person } from '../identity/person.entity.js';
import type { RequestContext } from '../platform/http/context.js';

/** Who wrote something: not always who asks, for a moderator may have published what was held back. */
export async function authorName(ctx: RequestContext, authorId: string | null): Promise<{ name?: string }> {
  if (authorId === null) return {};
  if (ctx.person?.id === authorId) return { name: ctx.person.name };
  const author = await ctx.db.getRepository(Person).findOneBy({ id: authorId });
  return author ? { name: author.name } : {};
}
