import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { FOLLOW_KINDS } from './follow.entity.js';
import { FollowPage, FollowState, NotificationSettings } from './follows.dto.js';
import { FollowsService } from './follows.service.js';

const KindParam = ApiParam({ name: 'kind', enum: FOLLOW_KINDS, enumName: 'FollowKind' });

@ApiTags('notifications')
@Controller('api/municipalities/:municipality')
export class FollowsController {
  constructor(private readonly follows: FollowsService) {}

  @Get('follows')
  @Access('signed-in')
  @ApiOkResponse({ type: FollowPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<FollowPage> {
    return this.follows.list(ctx, query);
  }

  @Get('follows/:kind/:subjectId')
  @Access('signed-in')
  @KindParam
  @ApiOkResponse({ type: FollowState })
  show(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @IdParam('subjectId') subjectId: string,
  ): Promise<FollowState> {
    return this.follows.show(ctx, kind, subjectId);
  }

  @Put('follows/:kind/:subjectId')
  @Access('resident')
  @KindParam
  @ApiOkResponse({ type: FollowState })
  follow(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @IdParam('subjectId') subjectId: string,
  ): Promise<FollowState> {
    return this.follows.follow(ctx, kind, subjectId);
  }

  @Delete('follows/:kind/:subjectId')
  @Access('signed-in')
  @KindParam
  @ApiOkResponse({ type: FollowState })
  unfollow(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @IdParam('subjectId') subjectId: string,
  ): Promise<FollowState> {
    return this.follows.unfollow(ctx, kind, subjectId);
  }

  @Get('notification-settings')
  @Access('signed-in')
  @ApiOkResponse({ type: NotificationSettings })
  settings(@Ctx() ctx: RequestContext): Promise<NotificationSettings> {
    return this.follows.settings(ctx);
  }

  @Put('notification-settings')
  @Access('resident')
  @ApiOkResponse({ type: NotificationSettings })
  change(@Ctx() ctx: RequestContext, @Body() settings: NotificationSettings): Promise<NotificationSettings> {
    return this.follows.change(ctx, settings);
  }
}
