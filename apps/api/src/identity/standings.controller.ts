import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { EmailTokenInput, OwnDistrictInput, StandingInput, StandingView } from './standings.dto.js';
import { StandingsService } from './standings.service.js';

@ApiTags('identity')
@Controller('api/municipalities/:municipality')
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  /** What is known here of the reader, and by what evidence. */
  @Get('standing')
  @Access('signed-in')
  @ApiOkResponse({ type: StandingView })
  mine(@Ctx() ctx: RequestContext): Promise<StandingView> {
    return this.standings.mine(ctx);
  }

  /** The district the reader says they live in. */
  @Put('standing/district')
  @Access('resident')
  @ApiOkResponse({ type: StandingView })
  liveIn(@Ctx() ctx: RequestContext, @Body() { districtId }: OwnDistrictInput): Promise<StandingView> {
    return this.standings.liveIn(ctx, districtId);
  }

  /** Sends the reader a letter whose link confirms their address. */
  @Post('standing/email-letter')
  @HttpCode(204)
  @Access('signed-in')
  @Limited()
  @ApiNoContentResponse()
  writeTo(@Ctx() ctx: RequestContext): Promise<void> {
    return this.standings.writeTo(ctx);
  }

  /** Opens that link. */
  @Post('standing/email')
  @HttpCode(204)
  @Access('anyone')
  @Limited()
  @ApiNoContentResponse()
  confirmEmail(@Ctx() ctx: RequestContext, @Body() { token }: EmailTokenInput): Promise<void> {
    return this.standings.confirmEmail(ctx, token);
  }

  @Get('members/:personId/standing')
  @Access('staff', 'administrator')
  @ApiOkResponse({ type: StandingView })
  show(@Ctx() ctx: RequestContext, @IdParam('personId') personId: string): Promise<StandingView> {
    return this.standings.show(ctx, personId);
  }

  /** Confirmed at a desk or by the register. */
  @Put('members/:personId/standing')
  @Access('staff', 'administrator')
  @ApiOkResponse({ type: StandingView })
  confirm(
    @Ctx() ctx: RequestContext,
    @IdParam('personId') personId: string,
    @Body() input: StandingInput,
  ): Promise<StandingView> {
    return this.standings.confirm(ctx, personId, input);
  }
}
