import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  DistrictInput,
  DistrictList,
  DistrictMap,
  DistrictView,
  ImportedDistricts,
} from './districts.dto.js';
import { uploadedOutlines } from './uploaded-outlines.js';
import { DistrictsService } from './districts.service.js';

@ApiTags('municipalities')
@Controller('api/municipalities/:municipality')
export class DistrictsController {
  constructor(private readonly districts: DistrictsService) {}

  @Get('districts')
  @Access('anyone')
  @ApiOkResponse({ type: DistrictList })
  list(@Ctx() ctx: RequestContext): Promise<DistrictList> {
    return this.districts.list(ctx);
  }

  /** Their outlines, for a map of one's own: no tiles, no foreign server. */
  @Get('district-map')
  @Access('anyone')
  @ApiOkResponse({ type: DistrictMap })
  map(@Ctx() ctx: RequestContext): Promise<DistrictMap> {
    return this.districts.map(ctx);
  }

  @Get('districts/:districtId')
  @Access('anyone')
  @ApiOkResponse({ type: DistrictView })
  show(@Ctx() ctx: RequestContext, @IdParam('districtId') id: string): Promise<DistrictView> {
    return this.districts.show(ctx, id);
  }

  /** From a GeoJSON FeatureCollection (RFC 7946); what is known by its name gets the new outline. */
  @Post('districts/import')
  @HttpCode(200)
  @Access('administrator')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: ImportedDistricts })
  async import(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest): Promise<ImportedDistricts> {
    return this.districts.import(ctx, await uploadedOutlines(request));
  }

  @Put('districts/:districtId')
  @Access('administrator')
  @ApiOkResponse({ type: DistrictView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('districtId') id: string,
    @Body() input: DistrictInput,
  ): Promise<DistrictView> {
    return this.districts.edit(ctx, id, input);
  }
}
