import { Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { hostNameOf } from './host.rules.js';
import { can } from './municipalities.access.js';
import { mapSettings, type SettingsInput, type SettingsView } from './municipalities.dto.js';
import { MunicipalitiesService } from './municipalities.service.js';
import { MunicipalityHost } from './municipality-host.entity.js';
import { Municipality } from './municipality.entity.js';

/** What a municipality decides about itself. */
@Injectable()
export class SettingsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async show(ctx: RequestContext): Promise<SettingsView> {
    allow(ctx, can.administer(ctx));
    return this.read(ctx.db, ctx.here);
  }

  async change(ctx: RequestContext, { hosts, contact, ...input }: SettingsInput): Promise<SettingsView> {
    allow(ctx, can.administer(ctx));
    const names = this.hostNames(hosts);
    return this.database.transaction(ctx, async (inner) => {
      const { db, here } = inner;
      // Two administrators saving at once follow each other.
      const before = await db
        .getRepository(Municipality)
        .findOneOrFail({ where: { id: here }, lock: { mode: 'pessimistic_write' } });
      await this.claim(db, here, names);
      await db.getRepository(Municipality).update(here, {
        ...input,
        contact: { ...contact, unit: contact.unit ?? '' },
        conductVersion: before.conductVersion + (before.conductText === input.conductText ? 0 : 1),
      });
      inner.whenCommitted(async () => this.municipalities.forget(inner));
      return this.read(db, here);
    });
  }

  /** @throws 422 on `hosts` with the name that is none, or that everybody shares. */
  private hostNames(written: readonly string[]): string[] {
    const shared = hostNameOf(new URL(this.config.publicUrl).hostname);
    const names = written.map((host) => {
      const name = hostNameOf(host);
      if (!name) throw invalidField('hosts', 'not-a-host', { value: host });
      if (name === shared) throw invalidField('hosts', 'taken', { value: host });
      return name;
    });
    // In one order, so that two who want the same names wait for each other in it.
    return [...new Set(names)].sort();
  }

  /** @throws 422 on `hosts` with the first name that leads to another municipality. */
  private async claim(db: EntityManager, municipalityId: string, names: string[]) {
    const hosts = db.getRepository(MunicipalityHost);
    await hosts.delete({ municipalityId, ...(names.length && { host: Not(In(names)) }) });
    if (names.length === 0) return;
    const rows = names.map((host) => ({ host, municipalityId }));
    await hosts.createQueryBuilder().insert().values(rows).orIgnore().execute();
    const claimed = await hosts.findBy({ host: In(names), municipalityId });
    const taken = names.find((name) => claimed.every(({ host }) => host !== name));
    if (taken) throw invalidField('hosts', 'taken', { value: taken });
  }

  private async read(db: EntityManager, municipalityId: string): Promise<SettingsView> {
    const municipality = await db.getRepository(Municipality).findOneByOrFail({ id: municipalityId });
    const hosts = await db
      .getRepository(MunicipalityHost)
      .find({ where: { municipalityId }, order: { host: 'ASC' } });
    return mapSettings(
      municipality,
      hosts.map(({ host }) => host),
    );
  }
}
