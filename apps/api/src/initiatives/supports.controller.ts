import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { OwnDistrictInput } from '../identity/standings.dto.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { InitiativeView } from './initiatives.dto.js';
import { SupporterPage, SupportInput, SupportLedgerView, SupportView } from './supports.dto.js';
import { SupportsService } from './supports.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId')
export class SupportsController {
  constructor(private readonly supports: SupportsService) {}

  @Put('support')
  @Access('resident')
  @ApiOkResponse({ type: SupportView })
  support(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() input: SupportInput,
  ): Promise<SupportView> {
    return this.supports.support(ctx, id, input);
  }

  /** Where the reader lives, for this support and from now on. */
  @Put('support/district')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  liveIn(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() { districtId }: OwnDistrictInput,
  ): Promise<void> {
    return this.supports.liveIn(ctx, id, districtId);
  }

  /** Where it is counted, and the reader's own receipt. */
  @Get('support/ledger')
  @Access('anyone')
  @ApiOkResponse({ type: SupportLedgerView })
  ledger(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<SupportLedgerView> {
    return this.supports.ledger(ctx, id);
  }

  /** Those who agreed to be named, where the rule names supporters. */
  @Get('supporters')
  @Access('anyone')
  @ApiOkResponse({ type: SupporterPage })
  supporters(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() query: PageQuery,
  ): Promise<SupporterPage> {
    return this.supports.named(ctx, id, query);
  }

  @Delete('support')
  @Access('resident')
  @ApiOkResponse({ type: SupportView })
  withdrawSupport(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<SupportView> {
    return this.supports.withdrawSupport(ctx, id);
  }

  /** "I will take part". */
  @Put('participation')
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  takePart(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeView> {
    return this.supports.takePart(ctx, id);
  }

  @Delete('participation')
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  stepBack(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeView> {
    return this.supports.stepBack(ctx, id);
  }
}
