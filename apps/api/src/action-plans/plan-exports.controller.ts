import { Body, Controller, Get, Header, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { contentDisposition } from './file-name.rules.js';
import { NewExport, PlanExportList, PlanExportView } from './plan-exports.dto.js';
import { PlanExportsService } from './plan-exports.service.js';
import { CONTENT_TYPES } from './plan-file.js';

@ApiTags('action-plans')
@Controller('api/municipalities/:municipality')
export class PlanExportsController {
  constructor(private readonly exports: PlanExportsService) {}

  @Get('plans/:planId/exports')
  @Access('staff')
  @ApiOkResponse({ type: PlanExportList })
  list(@Ctx() ctx: RequestContext, @IdParam('planId') planId: string): Promise<PlanExportList> {
    return this.exports.list(ctx, planId);
  }

  @Post('plans/:planId/exports')
  @Access('staff')
  @ApiCreatedResponse({ type: PlanExportView })
  start(
    @Ctx() ctx: RequestContext,
    @IdParam('planId') planId: string,
    @Body() { format }: NewExport,
  ): Promise<PlanExportView> {
    return this.exports.start(ctx, planId, format);
  }

  @Get('exports/:exportId')
  @Access('staff')
  @ApiOkResponse({ type: PlanExportView })
  show(@Ctx() ctx: RequestContext, @IdParam('exportId') exportId: string): Promise<PlanExportView> {
    return this.exports.show(ctx, exportId);
  }

  @Get('exports/:exportId/file')
  @Access('staff')
  @Header('cache-control', 'no-store')
  @ApiProduces(...Object.values(CONTENT_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Ctx() ctx: RequestContext,
    @IdParam('exportId') exportId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { content, fileName, format } = await this.exports.file(ctx, exportId);
    void reply.header('content-disposition', contentDisposition(fileName));
    return new StreamableFile(content, { type: CONTENT_TYPES[format], length: content.length });
  }
}
