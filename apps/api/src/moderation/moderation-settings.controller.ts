import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../discussions/stored-file.js';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import { OpenedQuarantine, OpeningInput, QuarantinePage } from './quarantines.dto.js';
import { QuarantinesService } from './quarantines.service.js';
import {
  ModerationSettingsInput,
  ModerationSettingsView,
  ReasonTemplateInput,
  ReasonTemplateList,
} from './templates.dto.js';
import { TemplatesService } from './templates.service.js';
import { RemindersService } from './reminders.service.js';

/** What administrators decide about moderation, and what only they may read. */
@ApiTags('moderation')
@Controller('api/municipalities/:municipality/moderation')
export class ModerationSettingsController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly quarantines: QuarantinesService,
    private readonly reminders: RemindersService,
  ) {}

  /** Reasons to begin from, in the municipality's language. */
  @Get('templates')
  @Access('moderator', 'administrator')
  @ApiOkResponse({ type: ReasonTemplateList })
  list(@Ctx() ctx: RequestContext): Promise<ReasonTemplateList> {
    return this.templates.list(ctx);
  }

  @Put('templates/:code')
  @Access('administrator')
  @ApiOkResponse({ type: ReasonTemplateList })
  change(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Body() input: ReasonTemplateInput,
  ): Promise<ReasonTemplateList> {
    return this.templates.change(ctx, code, input);
  }

  @Get('settings')
  @Access('administrator')
  @ApiOkResponse({ type: ModerationSettingsView })
  settings(@Ctx() ctx: RequestContext): Promise<ModerationSettingsView> {
    return this.reminders.settings(ctx);
  }

  @Put('settings')
  @Access('administrator')
  @ApiOkResponse({ type: ModerationSettingsView })
  changeSettings(
    @Ctx() ctx: RequestContext,
    @Body() input: ModerationSettingsInput,
  ): Promise<ModerationSettingsView> {
    return this.reminders.change(ctx, input);
  }

  /** What nobody may see, without what it says. */
  @Get('quarantine')
  @Access('administrator')
  @ApiOkResponse({ type: QuarantinePage })
  quarantine(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<QuarantinePage> {
    return this.quarantines.list(ctx, query);
  }

  /** The original; who opened it and why is kept. */
  @Post('quarantine/:quarantineId/openings')
  @HttpCode(200)
  @Access('administrator')
  @ApiOkResponse({ type: OpenedQuarantine })
  open(
    @Ctx() ctx: RequestContext,
    @IdParam('quarantineId') id: string,
    @Body() { purpose }: OpeningInput,
  ): Promise<OpenedQuarantine> {
    return this.quarantines.open(ctx, id, purpose);
  }

  /** The picture or document, for whoever has opened it in the last hour. */
  @Get('quarantine/:quarantineId/attachment')
  @Access('moderator', 'administrator')
  @ApiProduces('image/webp', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async attachment(
    @Ctx() ctx: RequestContext,
    @IdParam('quarantineId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.quarantines.attachment(ctx, id), request, reply);
  }
}
