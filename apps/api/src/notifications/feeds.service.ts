import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ThreadsService } from '../discussions/threads.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { notFound } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { Policy } from '../policies/policy.entity.js';
import { atomOf } from './feed.rules.js';
import { editionOf, entriesOf, type FeedOf } from './feeds.repository.js';
import { subjectsOf } from './subjects.repository.js';

export interface MadeFeed {
  atom: string;
  tag: string;
  changedAt: Date;
}

@Injectable()
export class FeedsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly threads: ThreadsService,
  ) {}

  ofMunicipality(ctx: RequestContext): Promise<MadeFeed> {
    return this.make(ctx, { municipalityId: ctx.here }, 'feed.atom', '', null);
  }

  async ofPolicy(ctx: RequestContext, slug: string): Promise<MadeFeed> {
    const policy = await ctx.db.getRepository(Policy).findOneBy({ slug, municipalityId: ctx.here });
    if (!policy) throw notFound();
    const path = `policies/${policy.slug}`;
    const of = { municipalityId: ctx.here, policyId: policy.id };
    return this.make(ctx, of, `${path}/feed.atom`, path, policy.title);
  }

  async ofThread(ctx: RequestContext, threadId: string): Promise<MadeFeed> {
    await this.threads.byId(ctx, threadId);
    const [about] = await subjectsOf(ctx.db, ctx.here, [{ kind: 'thread', id: threadId }]);
    if (!about) throw notFound();
    const of = { municipalityId: ctx.here, threadId };
    return this.make(ctx, of, `threads/${threadId}/feed.atom`, about.path, about.title);
  }

  private async make(
    ctx: RequestContext,
    of: FeedOf,
    feed: string,
    page: string,
    title: string | null,
  ): Promise<MadeFeed> {
    const entries = await entriesOf(ctx.db, of);
    const { slug = '', name = '', language = 'da' } = ctx.municipality ?? {};
    const url = `${this.config.publicUrl}/${slug}`;
    const atom = atomOf({
      self: `${url}/${feed}`,
      page: page ? `${url}/${page}` : url,
      url,
      title: [title, name].filter(Boolean).join(' – '),
      // The municipality's: a feed is the same whoever asks for it.
      language,
      entries,
    });
    const tag = `"${createHash('sha256').update(atom).digest('base64url').slice(0, 27)}"`;
    return { atom, tag, changedAt: await editionOf(ctx.db, ctx.here, feed, tag) };
  }
}
