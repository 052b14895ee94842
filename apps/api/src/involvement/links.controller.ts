import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { LinksService } from './links.service.js';
import {
  ChangedView,
  LinkChange,
  LinkedView,
  LinkInput,
  LinkQuery,
  LinkRemoval,
  WorkLinkPage,
} from './work.dto.js';

@ApiTags('involvement')
@Controller('api/municipalities/:municipality/processes/:processId/links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ type: WorkLinkPage })
  list(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Query() query: LinkQuery,
  ): Promise<WorkLinkPage> {
    return this.links.list(ctx, processId, query);
  }

  @Post()
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: LinkedView })
  link(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() input: LinkInput,
  ): Promise<LinkedView> {
    return this.links.link(ctx, processId, input);
  }

  @Put()
  @Access('staff')
  @ApiOkResponse({ type: ChangedView })
  change(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() input: LinkChange,
  ): Promise<ChangedView> {
    return this.links.change(ctx, processId, input);
  }

  @Delete()
  @Access('staff')
  @ApiOkResponse({ type: ChangedView })
  unlink(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() { linkIds }: LinkRemoval,
  ): Promise<ChangedView> {
    return this.links.unlink(ctx, processId, linkIds);
  }
}
