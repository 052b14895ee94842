import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { NotificationPage, ReadInput, UnreadCount } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@Controller('api/municipalities/:municipality/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Access('signed-in')
  @ApiOkResponse({ type: NotificationPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<NotificationPage> {
    return this.notifications.list(ctx, query);
  }

  @Get('count')
  @Access('signed-in')
  @ApiOkResponse({ type: UnreadCount })
  count(@Ctx() ctx: RequestContext): Promise<UnreadCount> {
    return this.notifications.count(ctx);
  }

  @Post('read')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ type: UnreadCount })
  read(@Ctx() ctx: RequestContext, @Body() input: ReadInput): Promise<UnreadCount> {
    return this.notifications.read(ctx, input);
  }
}
