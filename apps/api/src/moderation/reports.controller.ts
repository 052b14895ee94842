import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { ReportInput, ReportReceipt } from './moderation.dto.js';
import { ReportsService } from './reports.service.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Post('comments/:commentId/reports')
  @Access('anyone')
  @Limited()
  @ApiCreatedResponse({ type: ReportReceipt })
  reportComment(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') commentId: string,
    @Body() input: ReportInput,
  ): Promise<ReportReceipt> {
    return this.reports.report(ctx, { commentId, initiativeId: null }, input);
  }

  @Post('initiatives/:initiativeId/reports')
  @Access('anyone')
  @Limited()
  @ApiCreatedResponse({ type: ReportReceipt })
  reportInitiative(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') initiativeId: string,
    @Body() input: ReportInput,
  ): Promise<ReportReceipt> {
    return this.reports.report(ctx, { commentId: null, initiativeId }, input);
  }
}
