import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { PublicRejectionPage } from './rejections.dto.js';
import { RejectionsService } from './rejections.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class RejectionsController {
  constructor(private readonly rejections: RejectionsService) {}

  /** What was not published, where the rule has everyone read why. */
  @Get('initiatives/rejected')
  @Access('anyone')
  @ApiOkResponse({ type: PublicRejectionPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<PublicRejectionPage> {
    return this.rejections.list(ctx, query);
  }
}
