import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { PapersService } from './papers.service.js';

/** What one can type from a poster: "/helsingor/F-12". */
@Controller(':municipality')
export class ShortAddressesController {
  constructor(private readonly papers: PapersService) {}

  @Get(['F-:number', 'f-:number'])
  @Access('anyone')
  @ApiExcludeEndpoint()
  async lead(@Ctx() ctx: RequestContext, @Param('number') number: string, @Res() reply: FastifyReply) {
    void reply.redirect(await this.papers.pageOf(ctx, number), 302);
  }
}
