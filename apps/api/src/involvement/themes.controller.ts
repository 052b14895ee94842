import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { ThemesService } from './themes.service.js';
import { ResponseInput, ThemeInput, ThemeOrder, WorkView } from './work.dto.js';

@ApiTags('involvement')
@Controller('api/municipalities/:municipality')
export class ThemesController {
  constructor(private readonly themes: ThemesService) {}

  @Post('processes/:processId/themes')
  @Access('staff')
  @ApiCreatedResponse({ type: WorkView })
  add(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() { title }: ThemeInput,
  ): Promise<WorkView> {
    return this.themes.add(ctx, processId, title);
  }

  @Put('processes/:processId/themes')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  reorder(
    @Ctx() ctx: RequestContext,
    @IdParam('processId') processId: string,
    @Body() { themeIds }: ThemeOrder,
  ): Promise<WorkView> {
    return this.themes.reorder(ctx, processId, themeIds);
  }

  @Put('themes/:themeId')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  rename(
    @Ctx() ctx: RequestContext,
    @IdParam('themeId') themeId: string,
    @Body() { title }: ThemeInput,
  ): Promise<WorkView> {
    return this.themes.rename(ctx, themeId, title);
  }

  @Delete('themes/:themeId')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  remove(@Ctx() ctx: RequestContext, @IdParam('themeId') themeId: string): Promise<WorkView> {
    return this.themes.remove(ctx, themeId);
  }

  @Put('themes/:themeId/response')
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  respond(
    @Ctx() ctx: RequestContext,
    @IdParam('themeId') themeId: string,
    @Body() input: ResponseInput,
  ): Promise<WorkView> {
    return this.themes.respond(ctx, themeId, input);
  }

  @Post('themes/:themeId/response/publish')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: WorkView })
  publish(@Ctx() ctx: RequestContext, @IdParam('themeId') themeId: string): Promise<WorkView> {
    return this.themes.publish(ctx, themeId);
  }
}
