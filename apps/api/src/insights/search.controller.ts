import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { SearchPage, SearchQuery } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('insights')
@Controller('api/municipalities/:municipality')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Everything everyone can read here, the best match first. */
  @Get('search')
  @Access('anyone')
  @ApiOkResponse({ type: SearchPage })
  find(@Ctx() ctx: RequestContext, @Query() query: SearchQuery): Promise<SearchPage> {
    return this.search.find(ctx, query);
  }
}
