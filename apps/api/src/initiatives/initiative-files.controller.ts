import { Body, Controller, Get, Header, HttpCode, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { InitiativeFileInput, InitiativeFileList } from './initiative-files.dto.js';
import { InitiativeFilesService } from './initiative-files.service.js';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId/case/files')
export class InitiativeFilesController {
  constructor(private readonly files: InitiativeFilesService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ type: InitiativeFileList })
  list(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeFileList> {
    return this.files.list(ctx, id);
  }

  /** Begins a document for the council. */
  @Post()
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: InitiativeFileList })
  order(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() { format }: InitiativeFileInput,
  ): Promise<InitiativeFileList> {
    return this.files.order(ctx, id, format);
  }

  @Get(':fileId/file')
  @Access('staff')
  @Header('cache-control', 'no-store')
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @IdParam('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { content, fileName, format } = await this.files.file(ctx, id, fileId);
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    return new StreamableFile(content, { type: TYPES[format], length: content.length });
  }
}
