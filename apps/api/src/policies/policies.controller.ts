import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { GoalInput, GoalView, PolicyInput, PolicyList, PolicyView } from './policies.dto.js';
import { PoliciesService } from './policies.service.js';

@ApiTags('policies')
@Controller('api/municipalities/:municipality')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get('policies')
  @Access('anyone')
  @ApiOkResponse({ type: PolicyList })
  list(@Ctx() ctx: RequestContext): Promise<PolicyList> {
    return this.policies.list(ctx);
  }

  @Get('policies/:slug')
  @Access('anyone')
  @ApiOkResponse({ type: PolicyView })
  show(@Ctx() ctx: RequestContext, @Param('slug') slug: string): Promise<PolicyView> {
    return this.policies.show(ctx, slug);
  }

  @Put('policies/:policyId')
  @Access('staff')
  @ApiOkResponse({ type: PolicyView })
  correctPolicy(
    @Ctx() ctx: RequestContext,
    @IdParam('policyId') policyId: string,
    @Body() input: PolicyInput,
  ): Promise<PolicyView> {
    return this.policies.correctPolicy(ctx, policyId, input);
  }

  @Get('goals/:goalId')
  @Access('anyone')
  @ApiOkResponse({ type: GoalView })
  showGoal(@Ctx() ctx: RequestContext, @IdParam('goalId') goalId: string): Promise<GoalView> {
    return this.policies.showGoal(ctx, goalId);
  }

  @Put('goals/:goalId')
  @Access('staff')
  @ApiOkResponse({ type: GoalView })
  correctGoal(
    @Ctx() ctx: RequestContext,
    @IdParam('goalId') goalId: string,
    @Body() input: GoalInput,
  ): Promise<GoalView> {
    return this.policies.correctGoal(ctx, goalId, input);
  }
}
