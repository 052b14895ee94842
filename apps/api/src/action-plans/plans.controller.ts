import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { ActionInputsService } from './action-inputs.service.js';
import { ActionView, CandidatePage, CandidateQuery, NewAction } from './actions.dto.js';
import { ActionsService } from './actions.service.js';
import { ActionOrder, NewPlan, PlanEdit, PlanList, PlanPage, PlanQuery, PlanView } from './plans.dto.js';
import { PlansService } from './plans.service.js';

@ApiTags('action-plans')
@Controller('api/municipalities/:municipality')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly actions: ActionsService,
    private readonly inputs: ActionInputsService,
  ) {}

  @Get('plans')
  @Access('anyone')
  @ApiOkResponse({ type: PlanPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PlanQuery): Promise<PlanPage> {
    return this.plans.list(ctx, query);
  }

  @Get('policies/:policyId/plans')
  @Access('anyone')
  @ApiOkResponse({ type: PlanList })
  ofPolicy(@Ctx() ctx: RequestContext, @IdParam('policyId') policyId: string): Promise<PlanList> {
    return this.plans.ofPolicy(ctx, policyId);
  }

  @Post('policies/:policyId/plans')
  @Access('staff')
  @ApiCreatedResponse({ type: PlanView })
  create(
    @Ctx() ctx: RequestContext,
    @IdParam('policyId') policyId: string,
    @Body() input: NewPlan,
  ): Promise<PlanView> {
    return this.plans.create(ctx, policyId, input);
  }

  @Get('plans/:planId')
  @Access('anyone')
  @ApiOkResponse({ type: PlanView })
  show(@Ctx() ctx: RequestContext, @IdParam('planId') planId: string): Promise<PlanView> {
    return this.plans.show(ctx, planId);
  }

  @Put('plans/:planId')
  @Access('staff')
  @ApiOkResponse({ type: PlanView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('planId') planId: string,
    @Body() edit: PlanEdit,
  ): Promise<PlanView> {
    return this.plans.edit(ctx, planId, edit);
  }

  @Post('plans/:planId/publish')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: PlanView })
  publish(@Ctx() ctx: RequestContext, @IdParam('planId') planId: string): Promise<PlanView> {
    return this.plans.publish(ctx, planId);
  }

  @Put('plans/:planId/order')
  @Access('staff')
  @ApiOkResponse({ type: PlanView })
  reorder(
    @Ctx() ctx: RequestContext,
    @IdParam('planId') planId: string,
    @Body() { actionIds }: ActionOrder,
  ): Promise<PlanView> {
    return this.plans.reorder(ctx, planId, actionIds);
  }

  @Post('plans/:planId/actions')
  @Access('staff')
  @ApiCreatedResponse({ type: ActionView })
  addAction(
    @Ctx() ctx: RequestContext,
    @IdParam('planId') planId: string,
    @Body() input: NewAction,
  ): Promise<ActionView> {
    return this.actions.add(ctx, planId, input);
  }

  /** What an action of the plan could build on: what a process took in first, then the newest. */
  @Get('plans/:planId/candidates')
  @Access('staff')
  @ApiOkResponse({ type: CandidatePage })
  candidates(
    @Ctx() ctx: RequestContext,
    @IdParam('planId') planId: string,
    @Query() query: CandidateQuery,
  ): Promise<CandidatePage> {
    return this.inputs.candidates(ctx, planId, query);
  }
}
