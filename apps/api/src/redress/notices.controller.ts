import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { AppealInput } from './appeals.dto.js';
import {
  NoticeCaseView,
  NoticeDecisionInput,
  NoticeInput,
  NoticeReceipt,
  NoticeView,
} from './notices.dto.js';
import { NoticesService } from './notices.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  /** Says that a contribution is against the law; no account is needed. */
  @Post('notices')
  @Access('anyone')
  @Limited()
  @ApiCreatedResponse({ type: NoticeReceipt })
  receive(@Ctx() ctx: RequestContext, @Body() input: NoticeInput): Promise<NoticeReceipt> {
    return this.notices.receive(ctx, input);
  }

  @Get('notices/:token')
  @Access('anyone')
  @Limited()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: NoticeView })
  follow(@Ctx() ctx: RequestContext, @Param('token') token: string): Promise<NoticeView> {
    return this.notices.follow(ctx, token);
  }

  @Post('notices/:token/appeal')
  @Access('anyone')
  @Limited()
  @ApiCreatedResponse({ type: NoticeView })
  appeal(
    @Ctx() ctx: RequestContext,
    @Param('token') token: string,
    @Body() input: AppealInput,
  ): Promise<NoticeView> {
    return this.notices.appeal(ctx, token, input);
  }

  @Get('moderation/notices/:noticeId')
  @Access('moderator')
  @ApiOkResponse({ type: NoticeCaseView })
  show(@Ctx() ctx: RequestContext, @IdParam('noticeId') id: string): Promise<NoticeCaseView> {
    return this.notices.show(ctx, id);
  }

  @Put('moderation/notices/:noticeId/seen')
  @Access('moderator')
  @ApiOkResponse({ type: NoticeCaseView })
  begin(@Ctx() ctx: RequestContext, @IdParam('noticeId') id: string): Promise<NoticeCaseView> {
    return this.notices.begin(ctx, id);
  }

  @Post('moderation/notices/:noticeId/decision')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: NoticeCaseView })
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam('noticeId') id: string,
    @Body() input: NoticeDecisionInput,
  ): Promise<NoticeCaseView> {
    return this.notices.decide(ctx, id, input);
  }
}
