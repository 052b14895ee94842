import { Body, Controller, Get, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { MunicipalityList, MunicipalityView, UnitInput, UnitList, UnitView } from './municipalities.dto.js';
import { MunicipalitiesService } from './municipalities.service.js';

@ApiTags('municipalities')
@Controller('api/municipalities')
export class MunicipalitiesController {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: MunicipalityList })
  list(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest): Promise<MunicipalityList> {
    return this.municipalities.list(ctx, request.hostname);
  }

  @Get(':municipality')
  @Access('anyone')
  @ApiOkResponse({ type: MunicipalityView })
  show(@Ctx() ctx: RequestContext): Promise<MunicipalityView> {
    return this.municipalities.show(ctx);
  }

  @Get(':municipality/units')
  @Access('anyone')
  @ApiOkResponse({ type: UnitList })
  units(@Ctx() ctx: RequestContext): Promise<UnitList> {
    return this.municipalities.units(ctx);
  }

  @Post(':municipality/units')
  @Access('administrator')
  @ApiCreatedResponse({ type: UnitView })
  addUnit(@Ctx() ctx: RequestContext, @Body() input: UnitInput): Promise<UnitView> {
    return this.municipalities.addUnit(ctx, input);
  }

  @Put(':municipality/units/:unitId')
  @Access('administrator')
  @ApiOkResponse({ type: UnitView })
  editUnit(
    @Ctx() ctx: RequestContext,
    @IdParam('unitId') unitId: string,
    @Body() input: UnitInput,
  ): Promise<UnitView> {
    return this.municipalities.editUnit(ctx, unitId, input);
  }
}
