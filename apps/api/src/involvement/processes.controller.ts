import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  ContributionPage,
  ProcessInput,
  ProcessList,
  ProcessPage,
  ProcessQuery,
  ProcessView,
} from './processes.dto.js';
import { ProcessesService } from './processes.service.js';
import { WorkView } from './work.dto.js';

@ApiTags('involvement')
@Controller('api/municipalities/:municipality')
export class ProcessesController {
  constructor(private readonly processes: ProcessesService) {}

  @Get('processes')
  @Access('anyone')
  @ApiOkResponse({ type: ProcessPage })
  list(@Ctx() ctx: RequestContext, @Query() query: ProcessQuery): Promise<ProcessPage> {
    return this.processes.list(ctx, query);
  }

  @Get('goals/:goalId/processes')
  @Access('anyone')
  @ApiOkResponse({ type: ProcessList })
  ofGoal(@Ctx() ctx: RequestContext, @IdParam('goalId') goalId: string): Promise<ProcessList> {
    return this.processes.ofGoal(ctx, goalId);
  }

  @Get('processes/:processId')
  @Access('anyone')
  @ApiOkResponse({ type: ProcessView })
  show(@Ctx() ctx: RequestContext, @IdParam('processId') processId: string): Promise<ProcessView> {
    return this.processes.show(ctx, processId);
  }

  @Get('themes/:themeId/contributions')
  @Access('anyone')
  @ApiOkResponse({ type: ContributionPage })
  contributions(
    @Ctx() ctx: RequestContext,
    @IdParam('themeId') themeId: string,
    @Query() query: PageQuery,
  ): Promise<ContributionPage> {
    return this.processes.contributions(ctx, themeId, query);
  }

  @Post('processes')
  @Access('staff')
  @ApiCreatedResponse({ type: WorkView })
  create(@Ctx() ctx: RequestContext, @Body() input: ProcessInput): Promise<WorkView> {
    return this.processes.create(ctx, input);
  }

  @Put('processes/:processId')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  update(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() input: ProcessInput,
  ): Promise<WorkView> {
    return this.processes.update(ctx, processId, input);
  }

  @Get('processes/:processId/work')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  work(@Ctx() ctx: RequestContext, @IdParam('processId') processId: string): Promise<WorkView> {
    return this.processes.work(ctx, processId);
  }

  @Post('processes/:processId/close')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  close(@Ctx() ctx: RequestContext, @IdParam('processId') processId: string): Promise<WorkView> {
    return this.processes.close(ctx, processId);
  }

  @Post('processes/:processId/reopen')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  reopen(@Ctx() ctx: RequestContext, @IdParam('processId') processId: string): Promise<WorkView> {
    return this.processes.reopen(ctx, processId);
  }
}
