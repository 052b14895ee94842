import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { AppealsService } from './appeals.service.js';
import {
  HearingAnswerInput,
  LiftInput,
  OwnRestrictionView,
  RestrictionCaseView,
  RestrictionDecisionInput,
  RestrictionInput,
  RestrictionPage,
  RestrictionProspect,
} from './restrictions.dto.js';
import { RestrictionsService } from './restrictions.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality')
export class RestrictionsController {
  constructor(
    private readonly restrictions: RestrictionsService,
    private readonly appeals: AppealsService,
  ) {}

  /** What is considered or decided about me, and what I say to it. */
  @Get('restrictions/:restrictionId')
  @Access('signed-in')
  @ApiOkResponse({ type: OwnRestrictionView })
  async own(@Ctx() ctx: RequestContext, @IdParam('restrictionId') id: string): Promise<OwnRestrictionView> {
    const restriction = await this.restrictions.own(ctx, id);
    const appealable = restriction.decidedAt ? await this.appeals.show(ctx, 'restriction', id) : null;
    return { ...restriction, appealable };
  }

  @Put('restrictions/:restrictionId/answer')
  @Access('signed-in')
  @ApiOkResponse({ type: OwnRestrictionView })
  async answer(
    @Ctx() ctx: RequestContext,
    @IdParam('restrictionId') id: string,
    @Body() { text }: HearingAnswerInput,
  ): Promise<OwnRestrictionView> {
    return { ...(await this.restrictions.answer(ctx, id, text)), appealable: null };
  }

  @Get('moderation/comments/:commentId/restriction-prospect')
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionProspect })
  ofComment(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') commentId: string,
  ): Promise<RestrictionProspect> {
    return this.restrictions.prospect(ctx, { commentId, initiativeId: null });
  }

  @Get('moderation/initiatives/:initiativeId/restriction-prospect')
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionProspect })
  ofInitiative(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') initiativeId: string,
  ): Promise<RestrictionProspect> {
    return this.restrictions.prospect(ctx, { commentId: null, initiativeId });
  }

  @Post('moderation/people/:personId/restrictions')
  @Access('moderator')
  @ApiCreatedResponse({ type: RestrictionCaseView })
  open(
    @Ctx() ctx: RequestContext,
    @IdParam('personId') personId: string,
    @Body() input: RestrictionInput,
  ): Promise<RestrictionCaseView> {
    return this.restrictions.open(ctx, personId, input);
  }

  /** All of them, the last first. */
  @Get('moderation/restrictions')
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<RestrictionPage> {
    return this.restrictions.list(ctx, query);
  }

  @Get('moderation/restrictions/:restrictionId')
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionCaseView })
  show(@Ctx() ctx: RequestContext, @IdParam('restrictionId') id: string): Promise<RestrictionCaseView> {
    return this.restrictions.show(ctx, id);
  }

  @Post('moderation/restrictions/:restrictionId/decision')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionCaseView })
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam('restrictionId') id: string,
    @Body() input: RestrictionDecisionInput,
  ): Promise<RestrictionCaseView> {
    return this.restrictions.decide(ctx, id, input);
  }

  @Post('moderation/restrictions/:restrictionId/lift')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: RestrictionCaseView })
  lift(
    @Ctx() ctx: RequestContext,
    @IdParam('restrictionId') id: string,
    @Body() { reason }: LiftInput,
  ): Promise<RestrictionCaseView> {
    return this.restrictions.lift(ctx, id, reason);
  }
}
