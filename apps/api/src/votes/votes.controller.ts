import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  BallotInput,
  CallOffInput,
  GoalVotePage,
  VoteDraftInput,
  VotePage,
  VoteQuery,
  VoteView,
} from './votes.dto.js';
import { VotesService } from './votes.service.js';

@ApiTags('votes')
@Controller('api/municipalities/:municipality')
export class VotesController {
  constructor(private readonly votes: VotesService) {}

  /** Drafts are listed for staff alone, who ask for them. */
  @Get('votes')
  @Access('anyone')
  @ApiOkResponse({ type: VotePage })
  list(@Ctx() ctx: RequestContext, @Query() query: VoteQuery): Promise<VotePage> {
    return this.votes.list(ctx, query);
  }

  @Get('goals/:goalId/votes')
  @Access('anyone')
  @ApiOkResponse({ type: GoalVotePage })
  ofGoal(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Query() query: VoteQuery,
  ): Promise<GoalVotePage> {
    return this.votes.ofGoal(ctx, goalId, query);
  }

  @Get('votes/:voteId')
  @Access('anyone')
  @ApiOkResponse({ type: VoteView })
  show(@Ctx() ctx: RequestContext, @IdParam('voteId') id: string): Promise<VoteView> {
    return this.votes.show(ctx, id);
  }

  @Post('goals/:goalId/votes')
  @Access('staff')
  @ApiCreatedResponse({ type: VoteView })
  draft(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Body() input: VoteDraftInput,
  ): Promise<VoteView> {
    return this.votes.draft(ctx, goalId, input);
  }

  @Put('votes/:voteId')
  @Access('staff')
  @ApiOkResponse({ type: VoteView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('voteId') id: string,
    @Body() input: VoteDraftInput,
  ): Promise<VoteView> {
    return this.votes.edit(ctx, id, input);
  }

  /** A draft. */
  @Delete('votes/:voteId')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  remove(@Ctx() ctx: RequestContext, @IdParam('voteId') id: string): Promise<void> {
    return this.votes.remove(ctx, id);
  }

  @Post('votes/:voteId/publish')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: VoteView })
  publish(@Ctx() ctx: RequestContext, @IdParam('voteId') id: string): Promise<VoteView> {
    return this.votes.publish(ctx, id);
  }

  /** Ends it without a result; why is everyone's to read. */
  @Post('votes/:voteId/call-off')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: VoteView })
  callOff(
    @Ctx() ctx: RequestContext,
    @IdParam('voteId') id: string,
    @Body() { reason }: CallOffInput,
  ): Promise<VoteView> {
    return this.votes.callOff(ctx, id, reason);
  }

  /** Votes, or changes the vote there is. */
  @Put('votes/:voteId/ballot')
  @Access('resident')
  @ApiOkResponse({ type: VoteView })
  cast(
    @Ctx() ctx: RequestContext,
    @IdParam('voteId') id: string,
    @Body() { choice }: BallotInput,
  ): Promise<VoteView> {
    return this.votes.cast(ctx, id, choice);
  }

  @Delete('votes/:voteId/ballot')
  @Access('resident')
  @ApiOkResponse({ type: VoteView })
  withdraw(@Ctx() ctx: RequestContext, @IdParam('voteId') id: string): Promise<VoteView> {
    return this.votes.withdraw(ctx, id);
  }
}
