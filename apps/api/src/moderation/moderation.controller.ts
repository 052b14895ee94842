import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ThreadView } from '../discussions/comments.dto.js';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { DecisionsService } from './decisions.service.js';
import {
  CasePage,
  CaseView,
  DecisionInput,
  LockInput,
  LogPage,
  LogQuery,
  QueueCount,
  QueueQuery,
  ReasonTemplateList,
} from './moderation.dto.js';
import { ReportsService } from './reports.service.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality')
export class ModerationController {
  constructor(
    private readonly reports: ReportsService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get('moderation/queue')
  @Access('moderator')
  @ApiOkResponse({ type: CasePage })
  queue(@Ctx() ctx: RequestContext, @Query() query: QueueQuery): Promise<CasePage> {
    return this.reports.queue(ctx, query);
  }

  @Get('moderation/queue/count')
  @Access('moderator')
  @ApiOkResponse({ type: QueueCount })
  count(@Ctx() ctx: RequestContext): Promise<QueueCount> {
    return this.reports.count(ctx);
  }

  /** Reasons to begin from, in the municipality's language. */
  @Get('moderation/templates')
  @Access('moderator')
  @ApiOkResponse({ type: ReasonTemplateList })
  templates(@Ctx() ctx: RequestContext): ReasonTemplateList {
    return this.reports.templates(ctx);
  }

  @Get('moderation/log')
  @Access('moderator')
  @ApiOkResponse({ type: LogPage })
  log(@Ctx() ctx: RequestContext, @Query() query: LogQuery): Promise<LogPage> {
    return this.decisions.entries(ctx, query);
  }

  @Get('moderation/comments/:commentId')
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  comment(@Ctx() ctx: RequestContext, @IdParam('commentId') commentId: string): Promise<CaseView> {
    return this.reports.show(ctx, { commentId, initiativeId: null });
  }

  @Get('moderation/initiatives/:initiativeId')
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  initiative(@Ctx() ctx: RequestContext, @IdParam('initiativeId') initiativeId: string): Promise<CaseView> {
    return this.reports.show(ctx, { commentId: null, initiativeId });
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

  @Post('threads/:threadId/lock')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: ThreadView })
  lock(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() { reason }: LockInput,
  ): Promise<ThreadView> {
    return this.decisions.lock(ctx, threadId, reason ?? '');
  }

  @Post('threads/:threadId/unlock')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: ThreadView })
  unlock(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Body() { reason }: LockInput,
  ): Promise<ThreadView> {
    return this.decisions.unlock(ctx, threadId, reason ?? '');
  }
}
