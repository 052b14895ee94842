import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { PapersService, type PaperKind } from './papers.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  /** A poster (A4) with a QR code to its page, in the municipality's language and colours. */
  @Get('poster.pdf')
  @Access('anyone')
  @Limited(60)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  poster(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send(ctx, id, 'poster', reply);
  }

  /** A sheet (A4) on which people support it by hand. */
  @Get('support-sheet.pdf')
  @Access('anyone')
  @Limited(60)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  supportSheet(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send(ctx, id, 'support-sheet', reply);
  }

  private async send(ctx: RequestContext, id: string, kind: PaperKind, reply: FastifyReply) {
    const { fileName, content } = await this.papers.print(ctx, id, kind);
    void reply.header('content-disposition', `inline; filename="${fileName}"`);
    return new StreamableFile(content, { type: 'application/pdf', length: content.byteLength });
  }
}
