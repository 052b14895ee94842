import { Inject, Injectable } from '@nestjs/common';
import { MunicipalityHost } from '../municipalities/municipality-host.entity.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { RequestContext } from '../platform/http/context.js';
import { locate } from './notice.rules.js';

export interface Located {
  commentId: string | null;
  initiativeId: string | null;
}

/** Finds what an address or a reference means. */
@Injectable()
export class LocationsService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** null: it is no place here. Neither id: a page of this municipality, but no contribution. */
  async find(ctx: RequestContext, written: string): Promise<Located | null> {
    const own = await ctx.db.getRepository(MunicipalityHost).findBy({ municipalityId: ctx.here });
    const hosts = [new URL(this.config.publicUrl).host, ...own.map(({ host }) => host)];
    const place = locate(written, ctx.municipality?.slug ?? '', hosts);
    if (!place) return null;
    const [found] = await ctx.db.query<Located[]>(
      `SELECT
         (SELECT id FROM comment WHERE municipality_id = $1 AND (id = $2 OR number = $3)) AS "commentId",
         (SELECT id FROM initiative WHERE municipality_id = $1 AND status <> 'draft' AND (id = $4 OR number = $5))
           AS "initiativeId"`,
      [ctx.here, place.commentId, place.commentNumber, place.initiativeId, place.initiativeNumber],
    );
    const located = found ?? { commentId: null, initiativeId: null };
    const named = Object.values(place).some((part) => part !== null);
    return named && !located.commentId && !located.initiativeId ? null : located;
  }
}
