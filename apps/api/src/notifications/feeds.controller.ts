import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { hasEdition } from './feed.rules.js';
import { FeedsService, type MadeFeed } from './feeds.service.js';

/** What is new, for feed readers; only what everybody can read, signed in or not. */
@ApiExcludeController()
@Controller(':municipality')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Get('feed.atom')
  @Access('anyone')
  async ofMunicipality(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await send(request, reply, await this.feeds.ofMunicipality(ctx));
  }

  @Get('policies/:policySlug/feed.atom')
  @Access('anyone')
  async ofPolicy(
    @Ctx() ctx: RequestContext,
    @Param('policySlug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await send(request, reply, await this.feeds.ofPolicy(ctx, slug));
  }

  @Get('threads/:threadId/feed.atom')
  @Access('anyone')
  async ofThread(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await send(request, reply, await this.feeds.ofThread(ctx, threadId));
  }
}

function send({ headers }: FastifyRequest, reply: FastifyReply, { atom, tag, changedAt }: MadeFeed) {
  void reply.headers({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
    etag: tag,
    // Not in the future, where several editions fell into one second.
    ...(changedAt.getTime() <= Date.now() && { 'last-modified': changedAt.toUTCString() }),
  });
  return hasEdition(headers, tag, changedAt) ? reply.status(304).send() : reply.send(atom);
}
