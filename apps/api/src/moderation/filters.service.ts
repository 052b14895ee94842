import { Injectable } from '@nestjs/common';
import { invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { ModerationFilter } from './moderation-filter.entity.js';
import { can } from './moderation.access.js';
import type { FilterInput, SavedFilter, SavedFilters } from './queue.dto.js';

/** Nobody chooses among more. */
const MOST = 30;

/** A moderator's own ways of looking at the queue. */
@Injectable()
export class FiltersService {
  async list(ctx: RequestContext): Promise<SavedFilters> {
    allow(ctx, can.moderate(ctx));
    const items = await ctx.db.getRepository(ModerationFilter).find({
      where: { municipalityId: ctx.here, personId: ctx.me.id },
      order: { name: 'ASC' },
    });
    return { items: items.map(({ id, name, query }) => ({ id, name, query })) };
  }

  /** Under a name that is in use it takes its place. @throws 422 when there are too many */
  async save(ctx: RequestContext, { name, query = '' }: FilterInput): Promise<SavedFilter> {
    allow(ctx, can.moderate(ctx));
    const filters = ctx.db.getRepository(ModerationFilter);
    const own = { municipalityId: ctx.here, personId: ctx.me.id };
    if ((await filters.countBy(own)) >= MOST && !(await filters.existsBy({ ...own, name })))
      throw invalidField('name', 'too-many', { max: MOST });
    await filters.upsert({ ...own, name, query }, ['personId', 'municipalityId', 'name']);
    const { id } = await filters.findOneByOrFail({ ...own, name });
    return { id, name, query };
  }

  async forget(ctx: RequestContext, id: string): Promise<void> {
    allow(ctx, can.moderate(ctx));
    const own = { id, municipalityId: ctx.here, personId: ctx.me.id };
    const { affected } = await ctx.db.getRepository(ModerationFilter).delete(own);
    if (!affected) throw notFound();
  }
}
