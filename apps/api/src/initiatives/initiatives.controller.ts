import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  AnswerInput,
  BackedInitiativePage,
  GoalInitiativePage,
  InitiativeInput,
  InitiativePage,
  InitiativeQuery,
  InitiativeView,
  InvitationInput,
  InvitationQuery,
  MoveInput,
  RejectionInput,
  SimilarInitiatives,
  SimilarQuery,
  WithdrawalInput,
} from './initiatives.dto.js';
import { InitiativesService } from './initiatives.service.js';
import { HandlingService } from './handling.service.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class InitiativesController {
  constructor(
    private readonly initiatives: InitiativesService,
    private readonly proposals: ProposalsService,
    private readonly handling: HandlingService,
  ) {}

  @Get('initiatives')
  @Access('anyone')
  @ApiOkResponse({ type: InitiativePage })
  list(@Ctx() ctx: RequestContext, @Query() query: InitiativeQuery): Promise<InitiativePage> {
    return this.initiatives.list(ctx, query);
  }

  /** Everything the reader proposed, drafts too. */
  @Get('initiatives/mine')
  @Access('signed-in')
  @ApiOkResponse({ type: InitiativePage })
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<InitiativePage> {
    return this.initiatives.mine(ctx, query);
  }

  /** What the reader supports or will take part in. Nobody else is told. */
  @Get('initiatives/backed')
  @Access('signed-in')
  @ApiOkResponse({ type: BackedInitiativePage })
  backed(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<BackedInitiativePage> {
    return this.initiatives.backed(ctx, query);
  }

  /** What resembles the initiative being written, in any inflection and spelling. */
  @Get('initiatives/similar')
  @Access('anyone')
  @ApiOkResponse({ type: SimilarInitiatives })
  similar(@Ctx() ctx: RequestContext, @Query() query: SimilarQuery): Promise<SimilarInitiatives> {
    return this.initiatives.similar(ctx, query);
  }

  @Get('goals/:goalId/initiatives')
  @Access('anyone')
  @ApiOkResponse({ type: GoalInitiativePage })
  ofGoal(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Query() query: InitiativeQuery,
  ): Promise<GoalInitiativePage> {
    return this.initiatives.ofGoal(ctx, goalId, query);
  }

  /** A draft: its proposer's alone until it is published. */
  @Post('goals/:goalId/initiatives')
  @Access('resident')
  @ApiCreatedResponse({ type: InitiativeView })
  draft(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Body() input: InitiativeInput,
  ): Promise<InitiativeView> {
    return this.proposals.draft(ctx, goalId, input);
  }

  @Get('initiatives/:initiativeId')
  @Access('anyone')
  @ApiOkResponse({ type: InitiativeView })
  show(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() { invitation }: InvitationQuery,
  ): Promise<InitiativeView> {
    return this.initiatives.show(ctx, id, invitation);
  }

  @Put('initiatives/:initiativeId')
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: InitiativeInput,
  ): Promise<InitiativeView> {
    return this.proposals.edit(ctx, id, input);
  }

  @Post('initiatives/:initiativeId/publish')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  publish(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeView> {
    return this.proposals.publish(ctx, id);
  }

  /** Asks co-proposers to confirm it, by a link its proposer passes on. */
  @Post('initiatives/:initiativeId/invitation')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  invite(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeView> {
    return this.proposals.invite(ctx, id);
  }

  /** The reader stands behind it beside its proposer. */
  @Post('initiatives/:initiativeId/co-proposers')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  confirm(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() { invitation }: InvitationInput,
  ): Promise<InitiativeView> {
    return this.proposals.confirm(ctx, id, invitation);
  }

  /** What was read before its publication is not published. */
  @Post('initiatives/:initiativeId/rejection')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: InitiativeView })
  reject(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: RejectionInput,
  ): Promise<InitiativeView> {
    return this.handling.reject(ctx, id, input);
  }

  /** A step of what was handed over: considered, extended, taken back, carried out. */
  @Post('initiatives/:initiativeId/steps')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: InitiativeView })
  move(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: MoveInput,
  ): Promise<InitiativeView> {
    return this.handling.move(ctx, id, input);
  }

  @Post('initiatives/:initiativeId/withdraw')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() { reason }: WithdrawalInput,
  ): Promise<InitiativeView> {
    return this.proposals.withdraw(ctx, id, reason || null);
  }

  /** The municipality's answer; sent again it corrects the one there is. */
  @Post('initiatives/:initiativeId/answer')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: InitiativeView })
  answer(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: AnswerInput,
  ): Promise<InitiativeView> {
    return this.handling.answer(ctx, id, input);
  }
}
