import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  ArgumentPage,
  ArgumentQuery,
  BranchPage,
  BranchQuery,
  ChangesQuery,
  ChangesView,
  CommentInput,
  CommentView,
  GoalCommentCounts,
  SubjectQuery,
  ThreadView,
} from './comments.dto.js';
import { CommentsService } from './comments.service.js';
import { ThreadsService } from './threads.service.js';

@ApiTags('discussions')
@Controller('api/municipalities/:municipality')
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
  ) {}

  /** The discussion of a goal, an initiative, a process, a theme or an action. */
  @Get('threads')
  @Access('anyone')
  @ApiOkResponse({ type: ThreadView })
  ofSubject(@Ctx() ctx: RequestContext, @Query() { subject }: SubjectQuery): Promise<ThreadView> {
    return this.threads.ofSubject(ctx, subject);
  }

  /** How much is said at each goal of a policy and below it; goals nobody has spoken of are left out. */
  @Get('policies/:policyId/comment-counts')
  @Access('anyone')
  @ApiOkResponse({ type: GoalCommentCounts })
  ofPolicy(@Ctx() ctx: RequestContext, @IdParam('policyId') policyId: string): Promise<GoalCommentCounts> {
    return this.threads.countsOfPolicy(ctx, policyId);
  }

  @Get('threads/:threadId')
  @Access('anyone')
  @ApiOkResponse({ type: ThreadView })
  show(@Ctx() ctx: RequestContext, @IdParam('threadId') threadId: string): Promise<ThreadView> {
    return this.threads.show(ctx, threadId);
  }

  @Get('threads/:threadId/comments')
  @Access('anyone')
  @ApiOkResponse({ type: BranchPage })
  branches(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Query() query: BranchQuery,
  ): Promise<BranchPage> {
    return this.comments.branches(ctx, threadId, query);
  }

  /** What speaks for an initiative, or against it: comments of its thread with a stance. */
  @Get('threads/:threadId/arguments')
  @Access('anyone')
  @ApiOkResponse({ type: ArgumentPage })
  arguments(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Query() query: ArgumentQuery,
  ): Promise<ArgumentPage> {
    return this.comments.arguments(ctx, threadId, query);
  }

  /** What changed since a revision: what a page asks when the socket says so, and after every reconnect. */
  @Get('threads/:threadId/changes')
  @Access('anyone')
  @ApiOkResponse({ type: ChangesView })
  changes(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Query() { since }: ChangesQuery,
  ): Promise<ChangesView> {
    return this.comments.changes(ctx, threadId, since);
  }

  @Post('threads/:threadId/comments')
  @Access('resident')
  @ApiCreatedResponse({ type: CommentView })
  post(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() input: CommentInput,
  ): Promise<CommentView> {
    return this.comments.post(ctx, threadId, input);
  }
}
