import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { SettingsInput, SettingsView } from './municipalities.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('municipalities')
@Controller('api/municipalities/:municipality')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get('settings')
  @Access('administrator')
  @ApiOkResponse({ type: SettingsView })
  show(@Ctx() ctx: RequestContext): Promise<SettingsView> {
    return this.settings.show(ctx);
  }

  @Put()
  @Access('administrator')
  @ApiOkResponse({ type: SettingsView })
  change(@Ctx() ctx: RequestContext, @Body() input: SettingsInput): Promise<SettingsView> {
    return this.settings.change(ctx, input);
  }
}
