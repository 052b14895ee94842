import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { violates } from '../platform/database/database.js';
import { invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { together } from '../platform/http/together.js';
import { can } from './municipalities.access.js';
import { mapMunicipality, mapSummary, mapUnit, type UnitInput } from './municipalities.dto.js';
import { MunicipalityHost } from './municipality-host.entity.js';
import { Municipality } from './municipality.entity.js';
import { OrganisationUnit } from './organisation-unit.entity.js';

/** Every request asks for its municipality; the row seldom changes. */
const REMEMBER_MS = 5_000;

@Injectable()
export class MunicipalitiesService {
  private readonly remembered = new Map<string, { municipality: Municipality | null; until: number }>();
  private readonly shared = together<Municipality | null>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async bySlug(slug: string): Promise<Municipality | null> {
    const known = this.remembered.get(slug);
    if (known && known.until > Date.now()) return known.municipality;
    const find = () => this.source.getRepository(Municipality).findOneBy({ slug });
    const municipality = await this.shared(slug, find);
    // Only what exists is remembered: anyone can ask for any name.
    if (municipality) this.remembered.set(slug, { municipality, until: Date.now() + REMEMBER_MS });
    return municipality;
  }

  /** After a change the next request asks anew. */
  forget(ctx: RequestContext) {
    if (ctx.municipality) this.remembered.delete(ctx.municipality.slug);
  }

  async list(ctx: RequestContext, host: string) {
    const municipalities = await ctx.db.getRepository(Municipality).find({ order: { name: 'ASC' } });
    return { items: municipalities.map(mapSummary), byHost: await this.slugOfHost(host) };
  }

  /** The municipality a host name leads straight to. */
  async slugOfHost(host: string): Promise<string | null> {
    const municipality = await this.source
      .getRepository(Municipality)
      .createQueryBuilder('municipality')
      .innerJoin(MunicipalityHost, 'host', 'host.municipalityId = municipality.id')
      .where('host.host = lower(:host)', { host })
      .getOne();
    return municipality?.slug ?? null;
  }

  /** Where the municipality's statement of accessibility is: its own, or the page that says how things are. */
  async accessibilityStatement(slug: string | null): Promise<string> {
    const municipality = slug ? await this.bySlug(slug) : null;
    if (!municipality) return '/';
    return municipality.accessibilityStatementUrl ?? `/${municipality.slug}/accessibility`;
  }

  async show(ctx: RequestContext) {
    const municipality = await ctx.db.getRepository(Municipality).findOneBy({ id: ctx.here });
    if (!municipality) throw notFound();
    return mapMunicipality(ctx, municipality);
  }

  async units(ctx: RequestContext) {
    const units = await ctx.db
      .getRepository(OrganisationUnit)
      .createQueryBuilder('unit')
      .where('unit.municipalityId = :here', { here: ctx.here })
      .orderBy(`unit.name COLLATE "${ctx.municipality?.language === 'sv' ? 'sv-x-icu' : 'da-x-icu'}"`)
      .getMany();
    return { items: units.map(mapUnit) };
  }

  async addUnit(ctx: RequestContext, input: UnitInput) {
    allow(ctx, can.administer(ctx));
    const units = ctx.db.getRepository(OrganisationUnit);
    return this.saveUnit(ctx, units.create({ ...input, municipalityId: ctx.here }));
  }

  /** Under another name it is the same unit: what it owns stays its. */
  async editUnit(ctx: RequestContext, unitId: string, input: UnitInput) {
    allow(ctx, can.administer(ctx));
    const unit = await ctx.db
      .getRepository(OrganisationUnit)
      .findOneBy({ id: unitId, municipalityId: ctx.here });
    if (!unit) throw notFound();
    return this.saveUnit(ctx, Object.assign(unit, input));
  }

  /** The unit of that name, made when it is new: a document names its owner. */
  async unitNamed(ctx: RequestContext, name: string): Promise<string> {
    const units = ctx.db.getRepository(OrganisationUnit);
    await units
      .createQueryBuilder()
      .insert()
      .values({ municipalityId: ctx.here, name, kind: 'department' })
      .orIgnore()
      .execute();
    return (await units.findOneByOrFail({ municipalityId: ctx.here, name })).id;
  }

  /** @throws 422 on `field` when the unit is not one of this municipality. */
  async requireUnit(ctx: RequestContext, unitId: string, field: string) {
    const exists = await ctx.db
      .getRepository(OrganisationUnit)
      .existsBy({ id: unitId, municipalityId: ctx.here });
    if (!exists) throw invalidField(field, 'unknown');
  }

  private async saveUnit(ctx: RequestContext, unit: OrganisationUnit) {
    try {
      return mapUnit(await ctx.db.getRepository(OrganisationUnit).save(unit));
    } catch (error) {
      if (violates(error, 'organisation_unit_municipality_id_name_key')) throw invalidField('name', 'taken');
      throw error;
    }
  }
}
