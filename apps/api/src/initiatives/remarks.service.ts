import { Injectable } from '@nestjs/common';
import type { CommentView, RemarkPage } from '../discussions/comments.dto.js';
import { CommentsService } from '../discussions/comments.service.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { conflict, invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import type { PageQuery } from '../platform/http/paging.js';
import { CoProposer } from './co-proposer.entity.js';
import { can } from './initiatives.access.js';
import { InitiativesService } from './initiatives.service.js';
import { LivesService } from './lives.service.js';
import type { RemarkInput } from './remarks.dto.js';

/** What is published is not edited: what its proposers want to add stands beside it, with its date. */
@Injectable()
export class RemarksService {
  constructor(
    private readonly initiatives: InitiativesService,
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
    private readonly lives: LivesService,
  ) {}

  async list(ctx: RequestContext, initiativeId: string, query: PageQuery): Promise<RemarkPage> {
    const initiative = await this.initiatives.find(ctx, initiativeId);
    // Before it is published nobody speaks of it.
    if (!initiative.publishedAt || initiative.hiddenAt) return { items: [], next: null };
    return this.comments.remarks(ctx, await this.threadOf(ctx, initiativeId), query);
  }

  async add(ctx: RequestContext, initiativeId: string, input: RemarkInput): Promise<CommentView> {
    allow(ctx, can.participate(ctx));
    return this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      const stands = { initiativeId, personId: ctx.me.id };
      allow(ctx, can.remark(ctx, initiative) || (await ctx.db.getRepository(CoProposer).existsBy(stands)));
      if (initiative.hiddenAt) throw conflict('contribution-hidden');
      if (!initiative.publishedAt) throw conflict('conflict');
      const max = (await this.lives.schemeOf(ctx, initiative)).lengths.remark;
      if (input.body.length > max) throw invalidField('body', 'too-long', { max });
      const remark = await this.comments.post(ctx, await this.threadOf(ctx, initiativeId), input, true);
      await this.initiatives.change(ctx, initiative, {});
      return remark;
    });
  }

  private async threadOf(ctx: RequestContext, initiativeId: string): Promise<string> {
    return (await this.threads.ofSubject(ctx, `initiative:${initiativeId}`)).id;
  }
}
