import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { MatterPage } from './matters.dto.js';
import { MattersService } from './matters.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality/moderation/matters')
export class MattersController {
  constructor(private readonly matters: MattersService) {}

  @Get()
  @Access('moderator')
  @ApiOkResponse({ type: MatterPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<MatterPage> {
    return this.matters.list(ctx, query);
  }
}
