import { Controller, Get, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { AttachmentView } from './attachments.dto.js';
import { AttachmentsService } from './attachments.service.js';
import { sendFile } from './stored-file.js';
import { uploadedAttachment } from './uploaded-attachment.js';

@ApiTags('discussions')
@Controller('api/municipalities/:municipality/attachments')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  /** A picture (JPEG, PNG, WebP) or a document (PDF) for the comment one is writing. Unused, it is gone after a day. */
  @Post()
  @Access('resident')
  @Limited()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: AttachmentView })
  async upload(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest): Promise<AttachmentView> {
    return this.attachments.upload(ctx, await uploadedAttachment(request));
  }

  @Get(':attachmentId')
  @Access('anyone')
  @ApiProduces('image/webp', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(
    @Ctx() ctx: RequestContext,
    @IdParam('attachmentId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.attachments.file(ctx, id, 'content'), request, reply);
  }

  /** A picture small enough for the thread. */
  @Get(':attachmentId/preview')
  @Access('anyone')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async preview(
    @Ctx() ctx: RequestContext,
    @IdParam('attachmentId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.attachments.file(ctx, id, 'preview'), request, reply);
  }
}
