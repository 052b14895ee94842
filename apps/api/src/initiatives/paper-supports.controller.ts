import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  KeyedSheet,
  PaperSheetInput,
  PaperSupporterPage,
  PaperWithdrawalInput,
} from './paper-supports.dto.js';
import { PaperSupportsService } from './paper-supports.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId/paper-supporters')
export class PaperSupportsController {
  constructor(private readonly papers: PaperSupportsService) {}

  /** Who was keyed in, from which sheet, by whom and when. */
  @Get()
  @Access('staff')
  @ApiOkResponse({ type: PaperSupporterPage })
  list(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() query: PageQuery,
  ): Promise<PaperSupporterPage> {
    return this.papers.list(ctx, id, query);
  }

  /** The lines of one sheet; those that cannot count are named with why, and the others count. */
  @Post()
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: KeyedSheet })
  keyIn(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: PaperSheetInput,
  ): Promise<KeyedSheet> {
    return this.papers.keyIn(ctx, id, input);
  }

  @Post(':paperId/withdraw')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @IdParam('paperId') paperId: string,
    @Body() { reason }: PaperWithdrawalInput,
  ): Promise<void> {
    return this.papers.withdraw(ctx, id, paperId, reason);
  }
}
