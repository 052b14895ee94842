import { Body, Controller, Get, Header, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../action-plans/file-name.rules.js';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { NewRecord, RecordFileQuery, RecordList, RecordView } from './records.dto.js';
import { RECORD_TYPES } from './records.writer.js';
import { RecordsService } from './records.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get('records')
  @Access('staff', 'administrator')
  @ApiOkResponse({ type: RecordList })
  list(@Ctx() ctx: RequestContext): Promise<RecordList> {
    return this.records.list(ctx);
  }

  /** Everything said in a thread, or by a person, and everything that happened to it; for a request for access. */
  @Post('records')
  @Access('staff', 'administrator')
  @ApiCreatedResponse({ type: RecordView })
  order(@Ctx() ctx: RequestContext, @Body() input: NewRecord): Promise<RecordView> {
    return this.records.order(ctx, input);
  }

  @Get('me/records')
  @Access('signed-in')
  @ApiOkResponse({ type: RecordList })
  listOwn(@Ctx() ctx: RequestContext): Promise<RecordList> {
    return this.records.listOwn(ctx);
  }

  /** Everything this municipality knows of me. */
  @Post('me/records')
  @Access('signed-in')
  @ApiCreatedResponse({ type: RecordView })
  orderOwn(@Ctx() ctx: RequestContext): Promise<RecordView> {
    return this.records.orderOwn(ctx);
  }

  @Get('records/:recordId/file')
  @Access('signed-in')
  @Header('cache-control', 'no-store')
  @ApiProduces(...Object.values(RECORD_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Ctx() ctx: RequestContext,
    @IdParam('recordId') id: string,
    @Query() { format = 'html' }: RecordFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.records.file(ctx, id, format);
    void reply.header('content-disposition', contentDisposition(fileName));
    return new StreamableFile(content, { type: RECORD_TYPES[format] });
  }
}
