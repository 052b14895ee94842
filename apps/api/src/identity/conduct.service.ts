import { Injectable } from '@nestjs/common';
import { conflict } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { ConductAcceptance } from './conduct-acceptance.entity.js';
import { can } from './identity.access.js';

/** The rules of conduct, accepted before one first contributes, and again when they have changed. */
@Injectable()
export class ConductService {
  /** @throws 409 `conduct-not-accepted` with the version that is not */
  async require(ctx: RequestContext) {
    const version = versionOf(ctx);
    const accepted = await ctx.db
      .getRepository(ConductAcceptance)
      .existsBy({ personId: ctx.me.id, municipalityId: ctx.here, version });
    if (!accepted) throw conflict('conduct-not-accepted', { version });
  }

  /** @param version the one that was read; @throws 409 where there is a newer one */
  async accept(ctx: RequestContext, version: number) {
    allow(ctx, can.acceptConduct(ctx));
    if (version !== versionOf(ctx)) throw conflict('changed-meanwhile');
    await ctx.db
      .createQueryBuilder()
      .insert()
      .into(ConductAcceptance)
      .values({ personId: ctx.me.id, municipalityId: ctx.here, version })
      .orIgnore()
      .execute();
  }
}

const versionOf = (ctx: RequestContext): number => ctx.municipality?.conductVersion ?? 0;
