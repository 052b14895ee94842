import { Controller, Delete, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../discussions/stored-file.js';
import { uploadedAttachment } from '../discussions/uploaded-attachment.js';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { InvitationQuery } from './initiatives.dto.js';
import { PictureFileQuery, PictureInput, PictureList, PictureView } from './pictures.dto.js';
import { PicturesService } from './pictures.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get('initiatives/:initiativeId/pictures')
  @Access('anyone')
  @ApiOkResponse({ type: PictureList })
  list(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() { invitation }: InvitationQuery,
  ): Promise<PictureList> {
    return this.pictures.list(ctx, id, invitation);
  }

  /** A picture (JPEG, PNG, WebP) of a draft, with what it shows in words. */
  @Post('initiatives/:initiativeId/pictures')
  @Access('resident')
  @Limited(30)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: PictureView })
  async add(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Query() { alt }: PictureInput,
    @Req() request: FastifyRequest,
  ): Promise<PictureView> {
    return this.pictures.add(ctx, id, alt, await uploadedAttachment(request));
  }

  @Delete('initiatives/:initiativeId/pictures/:pictureId')
  @Access('resident')
  @ApiOkResponse({ type: PictureList })
  remove(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @IdParam('pictureId') pictureId: string,
  ): Promise<PictureList> {
    return this.pictures.remove(ctx, id, pictureId);
  }

  @Get('initiative-pictures/:pictureId')
  @Access('anyone')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(
    @Ctx() ctx: RequestContext,
    @IdParam('pictureId') id: string,
    @Query() { size = 'content', invitation }: PictureFileQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.pictures.file(ctx, id, size, invitation), request, reply);
  }
}
