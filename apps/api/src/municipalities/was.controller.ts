import { Controller, Get, Param, Redirect, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { MunicipalitiesService } from './municipalities.service.js';

/** `/was`, the short address Danish authorities give their statement of accessibility. */
@ApiExcludeController()
@Controller()
export class WasController {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  @Get('was')
  @Access('anyone')
  @Redirect()
  async ofHost(@Req() request: FastifyRequest) {
    const slug = await this.municipalities.slugOfHost(request.hostname);
    return { url: await this.municipalities.accessibilityStatement(slug) };
  }

  @Get(':municipality/was')
  @Access('anyone')
  @Redirect()
  async ofMunicipality(@Param('municipality') slug: string) {
    return { url: await this.municipalities.accessibilityStatement(slug) };
  }
}
