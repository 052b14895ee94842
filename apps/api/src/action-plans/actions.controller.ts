import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { ActionInputsService } from './action-inputs.service.js';
import { ActionEdit, ActionInputPage, ActionInputs, ActionView, PlannedActionPage } from './actions.dto.js';
import { ActionsService } from './actions.service.js';

@ApiTags('action-plans')
@Controller('api/municipalities/:municipality')
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly inputs: ActionInputsService,
  ) {}

  /** What published plans do about a goal and those below it. */
  @Get('goals/:goalId/actions')
  @Access('anyone')
  @ApiOkResponse({ type: PlannedActionPage })
  ofGoal(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Query() query: PageQuery,
  ): Promise<PlannedActionPage> {
    return this.actions.ofGoal(ctx, goalId, query);
  }

  @Get('actions/:actionId')
  @Access('anyone')
  @ApiOkResponse({ type: ActionView })
  show(@Ctx() ctx: RequestContext, @IdParam('actionId') actionId: string): Promise<ActionView> {
    return this.actions.show(ctx, actionId);
  }

  @Put('actions/:actionId')
  @Access('staff')
  @ApiOkResponse({ type: ActionView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('actionId') actionId: string,
    @Body() edit: ActionEdit,
  ): Promise<ActionView> {
    return this.actions.edit(ctx, actionId, edit);
  }

  @Delete('actions/:actionId')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  remove(@Ctx() ctx: RequestContext, @IdParam('actionId') actionId: string): Promise<void> {
    return this.actions.remove(ctx, actionId);
  }

  /** Everything the action builds on, in the order it was linked. */
  @Get('actions/:actionId/inputs')
  @Access('anyone')
  @ApiOkResponse({ type: ActionInputPage })
  listInputs(
    @Ctx() ctx: RequestContext,
    @IdParam('actionId') actionId: string,
    @Query() query: PageQuery,
  ): Promise<ActionInputPage> {
    return this.inputs.list(ctx, actionId, query);
  }

  @Put('actions/:actionId/inputs')
  @Access('staff')
  @ApiOkResponse({ type: ActionView })
  link(
    @Ctx() ctx: RequestContext,
    @IdParam('actionId') actionId: string,
    @Body() inputs: ActionInputs,
  ): Promise<ActionView> {
    return this.inputs.link(ctx, actionId, inputs);
  }
}
