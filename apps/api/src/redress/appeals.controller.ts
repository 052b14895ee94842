import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  AppealableView,
  AppealAnswerInput,
  AppealCaseView,
  AppealInput,
  OwnDecisionPage,
} from './appeals.dto.js';
import { OpenedQuarantine, OpeningInput } from '../moderation/quarantines.dto.js';
import { AppealsService } from './appeals.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality')
export class AppealsController {
  constructor(private readonly appeals: AppealsService) {}

  /** What was decided about me and what I wrote. */
  @Get('me/decisions')
  @Access('signed-in')
  @ApiOkResponse({ type: OwnDecisionPage })
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<OwnDecisionPage> {
    return this.appeals.mine(ctx, query);
  }

  @Get('decisions/:decisionId/appeal')
  @Access('signed-in')
  @ApiOkResponse({ type: AppealableView })
  show(@Ctx() ctx: RequestContext, @IdParam('decisionId') id: string): Promise<AppealableView> {
    return this.appeals.show(ctx, 'decision', id);
  }

  @Post('decisions/:decisionId/appeal')
  @Access('signed-in')
  @ApiCreatedResponse({ type: AppealableView })
  appeal(
    @Ctx() ctx: RequestContext,
    @IdParam('decisionId') id: string,
    @Body() input: AppealInput,
  ): Promise<AppealableView> {
    return this.appeals.appeal(ctx, 'decision', id, input);
  }

  @Post('restrictions/:restrictionId/appeal')
  @Access('signed-in')
  @ApiCreatedResponse({ type: AppealableView })
  appealRestriction(
    @Ctx() ctx: RequestContext,
    @IdParam('restrictionId') id: string,
    @Body() input: AppealInput,
  ): Promise<AppealableView> {
    return this.appeals.appeal(ctx, 'restriction', id, input);
  }

  @Get('moderation/appeals/:appealId')
  @Access('moderator')
  @ApiOkResponse({ type: AppealCaseView })
  case(@Ctx() ctx: RequestContext, @IdParam('appealId') id: string): Promise<AppealCaseView> {
    return this.appeals.case(ctx, id);
  }

  /** The original of what was removed, for whoever decides the appeal; who opened it and why is kept. */
  @Post('moderation/appeals/:appealId/openings')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: OpenedQuarantine })
  open(
    @Ctx() ctx: RequestContext,
    @IdParam('appealId') id: string,
    @Body() input: OpeningInput,
  ): Promise<OpenedQuarantine> {
    return this.appeals.open(ctx, id, input);
  }

  @Post('moderation/appeals/:appealId/decision')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: AppealCaseView })
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam('appealId') id: string,
    @Body() input: AppealAnswerInput,
  ): Promise<AppealCaseView> {
    return this.appeals.decide(ctx, id, input);
  }
}
