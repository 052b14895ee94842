import { Injectable } from '@nestjs/common';
import type { FindOptionsSelect } from 'typeorm';
import { Database, violates } from '../platform/database/database.js';
import { invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { District } from './district.entity.js';
import {
  mapDistrict,
  mapDistricts,
  type DistrictInput,
  type DistrictList,
  type DistrictMap,
  type DistrictView,
  type ImportedDistricts,
} from './districts.dto.js';
import { can } from './municipalities.access.js';
import { isWithin, readDistricts, type Position } from './outline.rules.js';

@Injectable()
export class DistrictsService {
  constructor(private readonly database: Database) {}

  /** All of them, the retired ones too, without what is only for the map. */
  async list(ctx: RequestContext): Promise<DistrictList> {
    return mapDistricts(ctx, await this.all(ctx, { id: true, name: true, number: true, retiredAt: true }));
  }

  async map(ctx: RequestContext): Promise<DistrictMap> {
    const districts = await this.all(ctx, { id: true, name: true, outline: true as never, retiredAt: true });
    return {
      items: districts.flatMap(({ id, name, outline, retiredAt }) =>
        outline && !retiredAt ? [{ id, name, coordinates: JSON.stringify(outline.coordinates) }] : [],
      ),
    };
  }

  async show(ctx: RequestContext, districtId: string): Promise<DistrictView> {
    return mapDistrict(await this.find(ctx, districtId));
  }

  /** @throws 422 on `file` with what is wrong in the file, and where */
  async import(ctx: RequestContext, collection: string): Promise<ImportedDistricts> {
    allow(ctx, can.administer(ctx));
    const read = readDistricts(collection);
    if (!Array.isArray(read)) throw invalidField('file', read.code, read.limits);
    const rows = read.map((district, position) => ({ ...district, position }));
    return this.database.transaction(ctx, async ({ db, here }) => {
      const written = await db.query<{ added: boolean }[]>(
        `INSERT INTO district (municipality_id, name, number, outline, position)
         SELECT $1, given.name, given.number, given.outline, given.position
         FROM jsonb_to_recordset($2) AS given(name text, number text, outline jsonb, position integer)
         ORDER BY given.name
         ON CONFLICT (municipality_id, name) DO UPDATE SET outline = excluded.outline, position = excluded.position,
           number = coalesce(excluded.number, district.number), retired_at = NULL
         RETURNING xmax = 0 AS added`,
        [here, JSON.stringify(rows)],
      );
      const added = written.filter((row) => row.added).length;
      return { added, redrawn: written.length - added };
    });
  }

  async edit(
    ctx: RequestContext,
    districtId: string,
    { name, number, retired }: DistrictInput,
  ): Promise<DistrictView> {
    allow(ctx, can.administer(ctx));
    const district = await this.find(ctx, districtId);
    const retiredAt = retired ? (district.retiredAt ?? new Date()) : null;
    Object.assign(district, { name, number: number || null, retiredAt });
    try {
      return mapDistrict(await ctx.db.getRepository(District).save(district));
    } catch (error) {
      if (violates(error, 'district_municipality_id_name_key')) throw invalidField('name', 'taken');
      throw error;
    }
  }

  /**
   * Something new may be placed there.
   * @throws 422 on `districtId` when it is none of this municipality's, or retired; on `point` when it lies elsewhere
   */
  async requirePlace(ctx: RequestContext, districtId: string, point: Position | null): Promise<void> {
    const district = await ctx.db
      .getRepository(District)
      .findOneBy({ id: districtId, municipalityId: ctx.here });
    if (!district || district.retiredAt) throw invalidField('districtId', 'unknown');
    if (point && !(district.outline && isWithin(district.outline, point)))
      throw invalidField('point', 'elsewhere');
  }

  private async find(ctx: RequestContext, districtId: string): Promise<District> {
    const district = await ctx.db
      .getRepository(District)
      .findOneBy({ id: districtId, municipalityId: ctx.here });
    if (!district) throw notFound();
    return district;
  }

  private all(ctx: RequestContext, select: FindOptionsSelect<District>): Promise<District[]> {
    return ctx.db.getRepository(District).find({
      select,
      where: { municipalityId: ctx.here },
      order: { position: 'ASC', name: 'ASC' },
    });
  }
}
