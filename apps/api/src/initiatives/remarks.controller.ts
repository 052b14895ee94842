import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CommentView, RemarkPage } from '../discussions/comments.dto.js';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { RemarkInput } from './remarks.dto.js';
import { RemarksService } from './remarks.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId/remarks')
export class RemarksController {
  constructor(private readonly remarks: RemarksService) {}

  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: RemarkPage })
  list(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() query: PageQuery,
  ): Promise<RemarkPage> {
    return this.remarks.list(ctx, id, query);
  }

  /** By its proposers, once it is published; it cannot be edited or taken back. */
  @Post()
  @Access('resident')
  @ApiCreatedResponse({ type: CommentView })
  add(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: RemarkInput,
  ): Promise<CommentView> {
    return this.remarks.add(ctx, id, input);
  }
}
