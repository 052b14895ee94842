import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { DecidedPage, DecidedQuery } from './decided.dto.js';
import { DecidedService } from './decided.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality/moderation/decided')
export class DecidedController {
  constructor(private readonly decided: DecidedService) {}

  /** Notices (where no kind is named), appeals or removal orders that are decided. */
  @Get()
  @Access('moderator')
  @ApiOkResponse({ type: DecidedPage })
  page(@Ctx() ctx: RequestContext, @Query() query: DecidedQuery): Promise<DecidedPage> {
    return this.decided.page(ctx, query);
  }
}
