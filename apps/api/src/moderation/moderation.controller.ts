import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { DecisionsService } from './decisions.service.js';
import {
  CaseView,
  DecidedThread,
  DecisionInput,
  LockInput,
  LogPage,
  LogQuery,
  ManyInput,
  ManyResults,
  MergeInput,
  UndoInput,
} from './moderation.dto.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality')
export class ModerationController {
  constructor(private readonly decisions: DecisionsService) {}

  @Get('moderation/log')
  @Access('moderator')
  @ApiOkResponse({ type: LogPage })
  log(@Ctx() ctx: RequestContext, @Query() query: LogQuery): Promise<LogPage> {
    return this.decisions.entries(ctx, query);
  }

  @Post('moderation/comments/:commentId/decisions')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  decideComment(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') commentId: string,
    @Body() input: DecisionInput,
  ): Promise<CaseView> {
    return this.decisions.decide(ctx, { commentId, initiativeId: null }, input);
  }

  @Post('moderation/initiatives/:initiativeId/decisions')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  decideInitiative(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') initiativeId: string,
    @Body() input: DecisionInput,
  ): Promise<CaseView> {
    return this.decisions.decide(ctx, { commentId: null, initiativeId }, input);
  }

  /** One decision about several contributions; says of each whether it was made. */
  @Post('moderation/decisions')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: ManyResults })
  decideMany(@Ctx() ctx: RequestContext, @Body() input: ManyInput): Promise<ManyResults> {
    return this.decisions.decideMany(ctx, input);
  }

  /** Takes back what one decided within the last minutes. */
  @Post('moderation/undo')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: ManyResults })
  undo(@Ctx() ctx: RequestContext, @Body() { decisionIds }: UndoInput): Promise<ManyResults> {
    return this.decisions.undo(ctx, decisionIds);
  }

  /** Takes everything said in a thread to another one. */
  @Post('threads/:threadId/merge')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: DecidedThread })
  merge(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() input: MergeInput,
  ): Promise<DecidedThread> {
    return this.decisions.merge(ctx, threadId, input);
  }

  @Post('threads/:threadId/lock')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: DecidedThread })
  lock(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() { reason }: LockInput,
  ): Promise<DecidedThread> {
    return this.decisions.lock(ctx, threadId, reason ?? '');
  }

  @Post('threads/:threadId/unlock')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: DecidedThread })
  unlock(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() { reason }: LockInput,
  ): Promise<DecidedThread> {
    return this.decisions.unlock(ctx, threadId, reason ?? '');
  }
}
