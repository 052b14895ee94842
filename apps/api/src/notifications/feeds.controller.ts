import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { updatedOf } from './feed.rules.js';
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
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.feeds.ofMunicipality(ctx));
  }

  @Get('policies/:policySlug/feed.atom')
  @Access('anyone')
  async ofPolicy(
    @Ctx() ctx: RequestContext,
    @Param('policySlug') slug: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.feeds.ofPolicy(ctx, slug));
  }

  @Get('threads/:threadId/feed.atom')
  @Access('anyone')
  async ofThread(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.feeds.ofThread(ctx, threadId));
  }
}

/** Only the tag says that nothing changed: hiding a comment makes a feed different and not newer. */
function send(reply: FastifyReply, known: string | undefined, { atom, entries }: MadeFeed) {
  const tag = `"${createHash('sha256').update(atom).digest('base64url').slice(0, 27)}"`;
  void reply.headers({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
    etag: tag,
    ...(entries.length && { 'last-modified': updatedOf(entries).toUTCString() }),
  });
  // A proxy that compressed it has made the tag a weak one.
  const tags = known?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(tag) || tags.includes('*') ? reply.status(304).send() : reply.send(atom);
}
