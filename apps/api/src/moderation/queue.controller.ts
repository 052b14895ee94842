import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { FiltersService } from './filters.service.js';
import { CaseView } from './moderation.dto.js';
import {
  CaseContext,
  CasePage,
  ClaimInput,
  ContributionQuery,
  FilterInput,
  QueueCount,
  QueueEntry,
  QueuePage,
  QueueQuery,
  SavedFilter,
  SavedFilters,
  ThreadOptions,
  ThreadQuery,
} from './queue.dto.js';
import { QueueService } from './queue.service.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality/moderation')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly filters: FiltersService,
  ) {}

  @Get('queue')
  @Access('moderator')
  @ApiOkResponse({ type: QueuePage })
  page(@Ctx() ctx: RequestContext, @Query() query: QueueQuery): Promise<QueuePage> {
    return this.queue.page(ctx, query);
  }

  @Get('queue/count')
  @Access('moderator')
  @ApiOkResponse({ type: QueueCount })
  count(@Ctx() ctx: RequestContext): Promise<QueueCount> {
    return this.queue.count(ctx);
  }

  /** Contributions of every state, the newest first: what is hidden can be found here. */
  @Get('contributions')
  @Access('moderator')
  @ApiOkResponse({ type: CasePage })
  search(@Ctx() ctx: RequestContext, @Query() query: ContributionQuery): Promise<CasePage> {
    return this.queue.search(ctx, query);
  }

  /** Threads a contribution could be moved to. */
  @Get('threads')
  @Access('moderator')
  @ApiOkResponse({ type: ThreadOptions })
  threads(@Ctx() ctx: RequestContext, @Query() { search }: ThreadQuery): Promise<ThreadOptions> {
    return this.queue.threads(ctx, search);
  }

  @Get('comments/:commentId')
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  comment(@Ctx() ctx: RequestContext, @IdParam('commentId') commentId: string): Promise<CaseView> {
    return this.queue.show(ctx, { commentId, initiativeId: null });
  }

  @Get('initiatives/:initiativeId')
  @Access('moderator')
  @ApiOkResponse({ type: CaseView })
  initiative(@Ctx() ctx: RequestContext, @IdParam('initiativeId') initiativeId: string): Promise<CaseView> {
    return this.queue.show(ctx, { commentId: null, initiativeId });
  }

  /** What stands around it, and what its author has been told before. */
  @Get('comments/:commentId/context')
  @Access('moderator')
  @ApiOkResponse({ type: CaseContext })
  commentContext(@Ctx() ctx: RequestContext, @IdParam('commentId') commentId: string): Promise<CaseContext> {
    return this.queue.around(ctx, { commentId, initiativeId: null });
  }

  @Get('initiatives/:initiativeId/context')
  @Access('moderator')
  @ApiOkResponse({ type: CaseContext })
  initiativeContext(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') initiativeId: string,
  ): Promise<CaseContext> {
    return this.queue.around(ctx, { commentId: null, initiativeId });
  }

  /** Says that one looks at it, for five minutes. */
  @Post('cases/:caseId/claim')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: QueueEntry })
  claim(
    @Ctx() ctx: RequestContext,
    @IdParam('caseId') caseId: string,
    @Body() { takeOver }: ClaimInput,
  ): Promise<QueueEntry> {
    return this.queue.claim(ctx, caseId, takeOver);
  }

  @Delete('cases/:caseId/claim')
  @HttpCode(204)
  @Access('moderator')
  @ApiNoContentResponse()
  release(@Ctx() ctx: RequestContext, @IdParam('caseId') caseId: string): Promise<void> {
    return this.queue.release(ctx, caseId);
  }

  /** The moderator's own ways of looking at the queue. */
  @Get('filters')
  @Access('moderator')
  @ApiOkResponse({ type: SavedFilters })
  savedFilters(@Ctx() ctx: RequestContext): Promise<SavedFilters> {
    return this.filters.list(ctx);
  }

  @Post('filters')
  @Access('moderator')
  @ApiCreatedResponse({ type: SavedFilter })
  saveFilter(@Ctx() ctx: RequestContext, @Body() input: FilterInput): Promise<SavedFilter> {
    return this.filters.save(ctx, input);
  }

  @Delete('filters/:filterId')
  @HttpCode(204)
  @Access('moderator')
  @ApiNoContentResponse()
  forgetFilter(@Ctx() ctx: RequestContext, @IdParam('filterId') filterId: string): Promise<void> {
    return this.filters.forget(ctx, filterId);
  }
}
