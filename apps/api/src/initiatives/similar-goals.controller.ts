import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { SimilarGoals, SimilarGoalsQuery } from './similar-goals.dto.js';
import { SimilarGoalsService } from './similar-goals.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/similar-goals')
export class SimilarGoalsController {
  constructor(private readonly goals: SimilarGoalsService) {}

  /** Goals that say something like the initiative being written. */
  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: SimilarGoals })
  find(@Ctx() ctx: RequestContext, @Query() query: SimilarGoalsQuery): Promise<SimilarGoals> {
    return this.goals.find(ctx, query);
  }
}
