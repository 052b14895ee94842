import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { InitiativeMergeInput, MergeList, MergeView } from './merges.dto.js';
import { MergesService } from './merges.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Get('initiatives/:initiativeId/merges')
  @Access('anyone')
  @ApiOkResponse({ type: MergeList })
  list(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<MergeList> {
    return this.merges.list(ctx, id);
  }

  /** Asks both proposers whether this one may be merged into another. */
  @Post('initiatives/:initiativeId/merges')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: MergeList })
  propose(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: InitiativeMergeInput,
  ): Promise<MergeList> {
    return this.merges.propose(ctx, id, input);
  }

  /** By a proposer; with the second one's it is done. */
  @Post('merges/:mergeId/agree')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: MergeView })
  agree(@Ctx() ctx: RequestContext, @IdParam('mergeId') id: string): Promise<MergeView> {
    return this.merges.agree(ctx, id);
  }

  @Post('merges/:mergeId/decline')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ type: MergeView })
  decline(@Ctx() ctx: RequestContext, @IdParam('mergeId') id: string): Promise<MergeView> {
    return this.merges.decline(ctx, id);
  }

  /** As long as nothing was decided. */
  @Post('merges/:mergeId/undo')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: MergeView })
  undo(@Ctx() ctx: RequestContext, @IdParam('mergeId') id: string): Promise<MergeView> {
    return this.merges.undo(ctx, id);
  }
}
