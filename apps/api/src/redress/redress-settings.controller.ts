import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { RedressSettingsView } from './redress-settings.dto.js';
import { RedressSettingsService } from './redress-settings.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality/redress-settings')
export class RedressSettingsController {
  constructor(private readonly settings: RedressSettingsService) {}

  @Get()
  @Access('moderator', 'administrator')
  @ApiOkResponse({ type: RedressSettingsView })
  show(@Ctx() ctx: RequestContext): Promise<RedressSettingsView> {
    return this.settings.show(ctx);
  }

  @Put()
  @Access('administrator')
  @ApiOkResponse({ type: RedressSettingsView })
  change(@Ctx() ctx: RequestContext, @Body() input: RedressSettingsView): Promise<RedressSettingsView> {
    return this.settings.change(ctx, input);
  }
}
