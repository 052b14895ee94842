import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { InboxCounts, InboxFilter, InboxPage } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';

@ApiTags('involvement')
@Controller('api/municipalities/:municipality/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ type: InboxPage })
  list(@Ctx() ctx: RequestContext, @Query() filter: InboxFilter): Promise<InboxPage> {
    return this.inbox.list(ctx, filter);
  }

  @Get('counts')
  @Access('staff')
  @ApiOkResponse({ type: InboxCounts })
  counts(@Ctx() ctx: RequestContext, @Query() filter: InboxFilter): Promise<InboxCounts> {
    return this.inbox.counts(ctx, filter);
  }
}
