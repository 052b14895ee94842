import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Language, Role } from '@medvind/contracts';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../src/app.js';
import { ConductAcceptance } from '../src/identity/conduct-acceptance.entity.js';
import { PeopleService } from '../src/identity/people.service.js';
import { SessionsService } from '../src/identity/sessions.service.js';
import { ContributionRules } from '../src/moderation/contribution-rules.entity.js';
import { Municipality } from '../src/municipalities/municipality.entity.js';
import { CONFIG, type Config } from '../src/platform/config/config.js';
import { RequestContext } from '../src/platform/http/context.js';
import { Jobs } from '../src/platform/jobs/jobs.js';

/** The API on a database of its own, with the fixtures that tests speak in. */
export interface World {
  app: NestFastifyApplication;
  openapi: OpenAPIObject;
  source: DataSource;
  databaseUrl: string;
}

export interface Someone {
  id: string;
  name: string;
  cookie: string;
}

let made = 0;
const unique = () => `${process.env.JEST_WORKER_ID ?? 1}-${Date.now().toString(36)}-${made++}`;

/** Registers the world for a spec file: `const world = aWorld();` then `world.app` inside the tests. */
export function aWorld(
  options: {
    jobs?: boolean;
    config?: () => Partial<Config>;
    before?: (app: NestFastifyApplication) => Promise<void>;
  } = {},
): World {
  const world = {} as World;
  const database = `w${unique().replaceAll('-', '_')}`;

  beforeAll(async () => {
    const cluster = process.env.MEDVIND_TEST_CLUSTER;
    if (!cluster) throw new Error('the test cluster was not started: run with --selectProjects services');
    await administer(cluster, `CREATE DATABASE ${database} TEMPLATE template_medvind`);
    const config: Config = {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: null,
      // Letters nobody looks at are left there.
      dataDir: path.join(os.tmpdir(), `medvind-${database}`),
      publicUrl: 'http://localhost:3000',
      demoPassword: null,
      trustProxy: false,
      logLevel: 'silent',
      rateLimit: 10_000,
      smtpUrl: null,
      mailFrom: 'medvind@by.example',
      ballotKey: null,
      ...options.config?.(),
    };
    world.databaseUrl = cluster + database;
    const { app, openapi } = await createApp(config, world.databaseUrl);
    await options.before?.(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    if (options.jobs) await app.get(Jobs).start();
    Object.assign(world, { app, openapi, source: app.get(DataSource) });
  });

  afterAll(async () => {
    await world.app?.close();
    await administer(
      process.env.MEDVIND_TEST_CLUSTER ?? '',
      `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    );
  });

  return world;
}

/** Another process on the world's database, listening; whoever asks for it closes it. */
export async function anotherProcess(world: World): Promise<NestFastifyApplication> {
  const { app } = await createApp(world.app.get<Config>(CONFIG), world.databaseUrl);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Runs what is about whole databases. */
export async function administer(cluster: string, sql: string) {
  const client = new pg.Client(`${cluster}postgres`);
  await client.connect();
  try {
    // Copying a template waits for nobody: only one at a time may do it.
    await client.query('SELECT pg_advisory_lock(7233643)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A municipality whose rules let everything through, however fast it comes. */
export async function aMunicipality(world: World, wishes: Partial<Municipality> = {}): Promise<Municipality> {
  const slug = wishes.slug ?? `by-${unique()}`;
  const municipalities = world.source.getRepository(Municipality);
  const municipality = await municipalities.save(
    municipalities.create({
      slug,
      name: `Kommune ${slug}`,
      language: 'da',
      theme: 'helsingor',
      ladder: [
        { key: 'inform', name: 'Informere', promise: 'Vi fortæller, hvad der sker.' },
        { key: 'involve', name: 'Involvere', promise: 'Vi arbejder med det, I siger.' },
      ],
      contact: {
        unit: 'Borgerservice',
        address: 'Havnepladsen 1',
        phone: '12 34 56 78',
        email: 'post@by.example',
      },
      ...wishes,
    }),
  );
  await world.source.getRepository(ContributionRules).insert({ municipalityId: municipality.id, version: 1 });
  return municipality;
}

/** A person who has accepted the conduct, with these roles in the municipality (none: an account without membership), signed in. */
export async function someone(
  world: World,
  municipality: Municipality | null,
  roles: Role[] = ['resident'],
  wishes: { name?: string; language?: Language } = {},
): Promise<Someone> {
  const people = world.app.get(PeopleService);
  const name = wishes.name ?? `Ida ${unique()}`;
  const id = await people.register(world.source.manager, {
    name,
    email: `${unique()}@borger.example`,
    password: 'et langt kodeord',
    language: wishes.language ?? 'da',
  });
  const granted: Role[] = roles.length && !roles.includes('resident') ? ['resident', ...roles] : roles;
  if (municipality && granted.length) {
    await people.grant(world.source.manager, id, municipality.id, granted);
    await world.source
      .getRepository(ConductAcceptance)
      .insert({ personId: id, municipalityId: municipality.id, version: 1 });
  }
  const token = await world.app.get(SessionsService).begin(world.source.manager, id);
  return { id, name, cookie: `medvind_session=${token}` };
}

/** The context a request of this person would have, for speaking with services directly. */
export const contextOf = (
  world: World,
  municipality: Municipality | null,
  person?: Someone,
): Promise<RequestContext> => world.app.get(SessionsService).contextOf(person?.cookie, municipality);

interface Asked {
  as?: Someone | null;
  body?: object;
  headers?: Record<string, string>;
}

/** Asks the API as that person and gives the status and the answer. */
export async function ask(world: World, route: string, { as, body, headers }: Asked = {}) {
  const [method = 'GET', url = ''] = route.split(' ');
  const response = await world.app.inject({
    method: method as 'GET',
    url,
    headers: { ...(as ? { cookie: as.cookie } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  });
  const isJson = /json($|;)/.test(String(response.headers['content-type']));
  return {
    status: response.statusCode,
    // Tests look into answers of every shape; the contract itself is checked elsewhere.
    // oxlint-disable-next-line typescript/no-explicit-any
    body: (isJson ? response.json() : response.body) as any,
    headers: response.headers,
  };
}
