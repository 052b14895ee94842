import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { contentDisposition } from '../action-plans/file-name.rules.js';
import { Limited } from '../platform/http/limited.js';
import { TransparencyQuery, TransparencyView } from './transparency.dto.js';
import { TransparencyService } from './transparency.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality/transparency')
export class TransparencyController {
  constructor(private readonly transparency: TransparencyService) {}

  /** What moderation did in a year; this year where none is named. */
  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: TransparencyView })
  show(@Ctx() ctx: RequestContext, @Query() { year }: TransparencyQuery): Promise<TransparencyView> {
    return this.transparency.show(ctx, year);
  }

  @Get('file')
  @Access('anyone')
  @Limited(60)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(
    @Ctx() ctx: RequestContext,
    @Query() { year }: TransparencyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { fileName, content } = await this.transparency.file(ctx, year);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition(fileName));
    return content;
  }
}
