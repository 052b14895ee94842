import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import {
  OverviewView,
  OwnContributionPage,
  OwnContributionQuery,
  TrailList,
  TrailQuery,
  WaitingView,
} from './insights.dto.js';
import { OverviewService } from './overview.service.js';
import { TrailsService } from './trails.service.js';
import { WaitingService } from './waiting.service.js';

@ApiTags('insights')
@Controller('api/municipalities/:municipality')
export class InsightsController {
  constructor(
    private readonly trails: TrailsService,
    private readonly overview: OverviewService,
    private readonly waiting: WaitingService,
  ) {}

  @Get('overview')
  @Access('anyone')
  @ApiOkResponse({ type: OverviewView })
  show(@Ctx() ctx: RequestContext): Promise<OverviewView> {
    return this.overview.show(ctx);
  }

  /** What became of these contributions. */
  @Get('trails')
  @Access('anyone')
  @ApiOkResponse({ type: TrailList })
  trailsOf(@Ctx() ctx: RequestContext, @Query() { ids }: TrailQuery): Promise<TrailList> {
    return this.trails.trails(ctx, ids);
  }

  @Get('contributions/mine')
  @Access('signed-in')
  @ApiOkResponse({ type: OwnContributionPage })
  mine(@Ctx() ctx: RequestContext, @Query() query: OwnContributionQuery): Promise<OwnContributionPage> {
    return this.trails.own(ctx, query);
  }

  @Get('waiting')
  @Access('moderator', 'staff', 'administrator')
  @ApiOkResponse({ type: WaitingView })
  waitingFor(@Ctx() ctx: RequestContext): Promise<WaitingView> {
    return this.waiting.show(ctx);
  }
}
