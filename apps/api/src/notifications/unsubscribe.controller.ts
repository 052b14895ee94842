import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { UnsubscribeForm, UnsubscribeQuery, UnsubscribeView } from './unsubscribe.dto.js';
import { UnsubscribeService } from './unsubscribe.service.js';

/** The link at the foot of every letter: it works without signing in, for whoever holds the letter. */
@ApiTags('notifications')
@Controller()
export class UnsubscribeController {
  constructor(private readonly unsubscribe: UnsubscribeService) {}

  /** What the link ends; looking ends nothing. */
  @Get('api/municipalities/:municipality/unsubscribe')
  @Access('anyone')
  @ApiOkResponse({ type: UnsubscribeView })
  show(@Ctx() ctx: RequestContext, @Query() { token }: UnsubscribeQuery): Promise<UnsubscribeView> {
    return this.unsubscribe.show(ctx, token);
  }

  @Post('api/municipalities/:municipality/unsubscribe')
  @HttpCode(204)
  @Access('anyone')
  @ApiNoContentResponse()
  async end(@Ctx() ctx: RequestContext, @Query() { token }: UnsubscribeQuery): Promise<void> {
    await this.unsubscribe.end(ctx, token);
  }

  /** The same address as the page: one click in a mail program (RFC 8058), or the page's button without a script. */
  @Post(':municipality/unsubscribe')
  @HttpCode(200)
  @Access('anyone')
  @ApiExcludeEndpoint()
  async oneClick(
    @Ctx() ctx: RequestContext,
    @Query() { token }: UnsubscribeQuery,
    @Body() form: UnsubscribeForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.unsubscribe.end(ctx, token);
    if (!form['List-Unsubscribe'])
      await reply.redirect(
        `/${ctx.municipality?.slug}/unsubscribe?token=${encodeURIComponent(token)}&done=true`,
        303,
      );
    return '';
  }
}
