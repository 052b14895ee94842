import { Body, Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { Limited } from '../platform/http/limited.js';
import { LanguageInput, SessionView, SignInInput } from './identity.dto.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('identity')
@Controller('api/session')
export class SessionController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: SessionView })
  show(@Ctx() ctx: RequestContext): Promise<SessionView> {
    return this.sessions.show(ctx);
  }

  @Post()
  @HttpCode(204)
  @Access('anyone')
  @Limited()
  @ApiNoContentResponse()
  async signIn(
    @Ctx() ctx: RequestContext,
    @Body() input: SignInInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.sessions.signIn(ctx, input));
  }

  @Delete()
  @HttpCode(204)
  @Access('anyone')
  @ApiNoContentResponse()
  async signOut(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(ctx);
    clearSessionCookie(reply);
  }

  @Put('language')
  @HttpCode(204)
  @Access('anyone')
  @ApiNoContentResponse()
  async chooseLanguage(
    @Ctx() ctx: RequestContext,
    @Body() { language }: LanguageInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.chooseLanguage(ctx, language);
    reply.setCookie('language', language, { path: '/', sameSite: 'lax', maxAge: 31_536_000 });
  }
}
