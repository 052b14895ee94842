import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROLES } from '@medvind/contracts';
import { io, type Socket } from 'socket.io-client';
import { Addresses, describedBy, exampleOf } from '../test/addresses.js';
import { aPdf, upload } from '../test/files.js';
import { aComment, aPolicy, aProcess, anInitiative, type PublishedPolicy } from '../test/fixtures.js';
import { workOff } from '../test/jobs.js';
import { routesOf, type Route } from '../test/routes.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../test/world.js';
import { uuidv7 } from './platform/database/uuid.js';
import { idOfToken } from './identity/session-cookie.js';

/*
 * Each class of vulnerability that was published for the platforms of this field, attacked here. The CVE named above a
 * block is where the class comes from; docs/security.md says which classes are shown elsewhere, and where.
 */

// Every address with everything bad: some thousand requests.
jest.setTimeout(300_000);

const world = aWorld();
let place: PublishedPolicy;
let at: string;
let everyone: Someone;
let addresses: Addresses;

beforeAll(async () => {
  place = await aPolicy(world);
  at = `/api/municipalities/${place.municipality.slug}`;
  everyone = await someone(world, place.municipality, [...ROLES]);
  await aComment(world, place);
  await anInitiative(world, place);
  await aProcess(world, place);
  addresses = await Addresses.of(world, place.municipality.id, {
    slug: [place.policy.slug],
    policySlug: [place.policy.slug],
    token: ['ingen-har-det'],
  });
});

/** An address of the route that leads somewhere, where there is one. */
const urlOf = ({ path }: Pick<Route, 'path'>): string => {
  const here = path.replace(':municipality', place.municipality.slug);
  return addresses.all(here)[0] ?? here.replaceAll(/:\w+/g, place.policy.id);
};
const queriesOf = (route: Route) =>
  (describedBy(world.openapi, route)?.parameters ?? []).filter((parameter) => parameter.in === 'query');
const schemaOf = (route: Route) =>
  describedBy(world.openapi, route)?.requestBody?.content['application/json']?.schema;
const readings = () => routesOf(world).filter(({ method }) => method === 'GET');
const writings = () => routesOf(world).filter(({ method }) => method !== 'GET');

/** The state of every table but those given. */
const everything = async (...except: string[]) => {
  const tables: { name: string }[] = await world.source.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1) ORDER BY 1`,
    [except],
  );
  const state: string[] = [];
  for (const { name } of tables) {
    const [row] = await world.source.query<{ hash: string | null }[]>(
      `SELECT md5(string_agg(row::text, '|' ORDER BY row::text)) AS hash FROM "${name}" AS row`,
    );
    state.push(`${name} ${row?.hash}`);
  }
  return state;
};

// CVE-2026-45376 (Decidim): a search of administrators wrote what was typed into ORDER BY.
describe('SQL in what is asked', () => {
  const ATTACKS = [
    "'",
    "'; SELECT pg_sleep(3)--",
    "') OR 1=1--",
    '\\',
    "%' OR '%'='",
    '$1',
    '{"a":1}',
    '\u0000',
  ];

  it('is only text, in every question the API takes', async () => {
    const before = await everything();
    const wrong: string[] = [];
    let asked = 0;
    for (const route of readings())
      for (const { name } of queriesOf(route))
        for (const attack of ATTACKS) {
          const began = Date.now();
          const { status } = await ask(
            world,
            `GET ${urlOf(route)}?${new URLSearchParams({ [name]: attack })}`,
            { as: everyone },
          );
          asked++;
          if (status >= 500 || Date.now() - began > 2900)
            wrong.push(`${route.path}?${name}=${attack}: ${status} after ${Date.now() - began} ms`);
        }
    expect(asked).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is only text in addresses and in what points to the next page', async () => {
    const wrong: string[] = [];
    for (const route of readings()) {
      for (const attack of ATTACKS) {
        const url = route.path
          .replace(':municipality', place.municipality.slug)
          .replaceAll(/:\w+/g, encodeURIComponent(attack));
        const { status } = await ask(world, `GET ${url}`, { as: everyone });
        if (status >= 500) wrong.push(`${url}: ${status}`);
      }
      if (!queriesOf(route).some(({ name }) => name === 'after')) continue;
      for (const length of [1, 2, 3])
        for (const part of ["') OR 1=1--", 'x', 1e300, -1]) {
          const after = Buffer.from(JSON.stringify(Array.from({ length }, () => part))).toString('base64url');
          const { status } = await ask(world, `GET ${urlOf(route)}?q=by&search=by&after=${after}`, {
            as: everyone,
          });
          if (status >= 500) wrong.push(`${route.path} after ${length} × ${part}: ${status}`);
        }
    }
    expect(wrong).toEqual([]);
  });
});

// CVE-2023-34090 (Decidim): a filter on a field nobody is shown tells it letter by letter.
describe('a filter nobody offers', () => {
  it('is refused, so that no hidden field can be guessed', async () => {
    const taken: string[] = [];
    for (const route of readings()) {
      if (queriesOf(route).length === 0) continue;
      for (const filter of [
        'author.email',
        'email_start',
        'q[author_email_cont]',
        'where',
        'include',
        'fields',
      ]) {
        const { status, body } = await ask(world, `GET ${urlOf(route)}?${filter}=a`, { as: everyone });
        const fields: string[] = (body.details?.fields ?? []).map(
          ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
        );
        if (status !== 422 || !fields.some((field) => field.endsWith(' unknown')))
          taken.push(`${route.path}?${filter}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
  });
});

// CVE-2024-32469 (Decidim): `per_page` went into the page as it was sent.
describe('the size of a page', () => {
  it('is a small number or refused', async () => {
    const taken: string[] = [];
    const paged = readings().filter((route) => queriesOf(route).some(({ name }) => name === 'limit'));
    expect(paged.length).toBeGreaterThan(15);
    for (const route of paged)
      for (const limit of ['0', '-1', '1000000000', '1e9', 'NaN', '<script>', '1&limit=2', '50;DROP TABLE']) {
        const url = `${urlOf(route)}?limit=${limit.includes('&') ? limit : encodeURIComponent(limit)}`;
        const { status, body } = await ask(world, `GET ${url}`, { as: everyone });
        const fields: { field: string }[] = body.details?.fields ?? [];
        if (status !== 422 || !fields.some(({ field }) => field === 'limit')) taken.push(`${url}: ${status}`);
        if (JSON.stringify(body).includes('<script>')) taken.push(`${url} comes back`);
      }
    expect(taken).toEqual([]);
  });
});

// CVE-2012-2055 (GitHub): fields that no form has were written because they were sent.
describe('a field no form has', () => {
  it('is refused by every address that takes a body', async () => {
    const taken: string[] = [];
    let attacked = 0;
    for (const route of writings()) {
      const schema = schemaOf(route);
      if (!schema) continue;
      const idOf = (name: string) => addresses.valuesOf(name)[0] ?? place.policy.id;
      const example = exampleOf(world.openapi, schema, idOf) as object;
      for (const field of ['id', 'role', 'roles', 'authorId', 'municipalityId', 'hiddenAt', 'isAdmin']) {
        if (field in example) continue;
        attacked++;
        const { status, body } = await ask(world, `${route.method} ${urlOf(route)}`, {
          as: everyone,
          body: { ...example, [field]: 'administrator' },
        });
        const fields: { field: string; code: string }[] = body.details?.fields ?? [];
        if (status !== 422 || !fields.some((one) => one.field === field && one.code === 'unknown'))
          taken.push(`${route.method} ${route.path} ${field}: ${status}`);
      }
    }
    expect(attacked).toBeGreaterThan(200);
    expect(taken).toEqual([]);
  });

  it('changes no object of ours by its prototype', async () => {
    for (const payload of [
      '{"__proto__":{"roles":["administrator"]},"email":"a@b.example","password":"x"}',
      '{"constructor":{"prototype":{"roles":["administrator"]}},"email":"a@b.example","password":"x"}',
    ]) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': 'application/json' },
        payload,
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
  });

  it('joins nobody as anything but a resident', async () => {
    const { slug } = await aMunicipality(world);
    const input = {
      name: 'Eva Holm',
      email: `${slug}@x.example`,
      password: 'mange bække små',
      municipality: slug,
      language: 'da',
    };
    const refused = await ask(world, 'POST /api/people', { body: { ...input, roles: ['administrator'] } });
    expect(refused.body.details.fields).toEqual([{ field: 'roles', code: 'unknown' }]);
  });
});

// CVE-2023-47635 (Decidim): a page elsewhere could make a person's browser change something here.
describe('a request from another site', () => {
  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
    { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    { origin: 'https://evil.example', 'x-http-method-override': 'GET' },
  ];

  it('changes nothing, at any address', async () => {
    const before = await everything();
    const taken: string[] = [];
    for (const route of writings())
      for (const headers of FOREIGN) {
        const answer = await world.app.inject({
          method: route.method as 'POST',
          url: urlOf(route),
          headers: { ...headers, cookie: everyone.cookie },
          ...(headers['content-type'] && route.method !== 'DELETE' ? { payload: 'a=b' } : {}),
        });
        if (answer.statusCode !== 403) taken.push(`${route.method} ${route.path}: ${answer.statusCode}`);
      }
    expect(taken).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('finds no address that changes something by being read', async () => {
    // When a feed was first seen to have changed is remembered for whoever asks next; it is nobody's and says nothing.
    const remembered = 'feed_edition';
    const before = await everything(remembered);
    for (const route of readings()) await ask(world, `GET ${urlOf(route)}`, { as: everyone });
    expect(await everything(remembered)).toEqual(before);
  });
});

// CVE-2023-48220 (Decidim, devise_invitable): what had run out was still taken. And CWE-384: sessions an attacker chose.
describe('a session', () => {
  const password = 'mange bække små';
  const joined = async () => {
    const { slug } = await aMunicipality(world);
    const email = `${slug}@borger.example`;
    await ask(world, 'POST /api/people', {
      body: { name: 'Ida Lund', email, password, municipality: slug, language: 'da' },
    });
    return email;
  };
  const personOf = async (token: string) =>
    (await ask(world, 'GET /api/session', { headers: { cookie: `medvind_session=${token}` } })).body.person;
  const signIn = async (email: string, headers: Record<string, string> = {}) => {
    const answer = await ask(world, 'POST /api/session', { body: { email, password }, headers });
    return /medvind_session=([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
  };

  it('is never the one somebody planted before', async () => {
    const email = await joined();
    const planted = 'A'.repeat(43);
    const given = await signIn(email, { cookie: `medvind_session=${planted}` });
    expect(given).toMatch(/^[\w-]{43}$/);
    expect(given).not.toBe(planted);
    expect(await personOf(planted)).toBeNull();
    // Nor does signing in as another raise the session one came with.
    const eve = await someone(world, null);
    const raised = await signIn(email, { cookie: eve.cookie });
    expect((await personOf(eve.cookie.split('=')[1]!)).name).toBe(eve.name);
    expect((await personOf(raised)).email).toBe(email);
  });

  it('is nobody’s once it has run out or was ended, and cannot be made of what the database holds', async () => {
    const email = await joined();
    const [ended, expired, running] = [await signIn(email), await signIn(email), await signIn(email)];
    await ask(world, 'DELETE /api/session', { headers: { cookie: `medvind_session=${ended}` } });
    await world.source.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      idOfToken(expired),
    ]);
    expect(await personOf(running)).not.toBeNull();
    for (const token of [ended, expired, idOfToken(running), idOfToken(running).slice(0, 43)])
      expect(await personOf(token)).toBeNull();
  });

  it('is in a cookie that scripts cannot read and other sites do not send', async () => {
    const email = await joined();
    const answer = await ask(world, 'POST /api/session', { body: { email, password } });
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  describe('where people use an https address', () => {
    const secure = aWorld({ config: () => ({ publicUrl: 'https://medvind.example' }) });

    it('is in a cookie that is only sent encrypted, whatever stands in front', async () => {
      const { slug } = await aMunicipality(secure);
      const answer = await ask(secure, 'POST /api/people', {
        body: { name: 'Ida Lund', email: `${slug}@x.example`, password, municipality: slug, language: 'da' },
      });
      expect(answer.status).toBe(204);
      expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
      expect(answer.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    });
  });
});

// CVE-2026-45573 (Decidim), CVE-2021-21288 (CarrierWave): an address that somebody gave was asked by the server.
describe('an address of the inner network', () => {
  const asked: string[] = [];
  const inner = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('inner');
  });
  let address: string;
  beforeAll(async () => {
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');
    address = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
  });
  afterAll(() => void inner.close());

  it('is asked by nobody, wherever it is written', async () => {
    const { municipality, threads, goals } = place;
    const said = `Se ${address}/kommentar og ![billede](${address}/billede.png) <img src="${address}/img">`;
    await ask(world, `POST ${at}/threads/${threads[0]!.id}/comments`, { as: everyone, body: { body: said } });
    const draft = await ask(world, `POST ${at}/goals/${goals[0]!.id}/initiatives`, {
      as: everyone,
      body: { title: `Se ${address}/titel`, text: said },
    });
    expect(draft.status).toBe(201);
    await ask(world, `POST ${at}/notices`, {
      body: {
        location: `${address}/anmeldelse`,
        reasonCode: 'illegal',
        text: said,
        name: 'Eva Holm',
        email: 'eva@127.0.0.1.example',
        goodFaith: true,
      },
    });
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${address}/xxe">]><svg xmlns="http://www.w3.org/2000/svg"><image href="${address}/svg"/>&e;</svg>`;
    const svg = await upload(world, municipality, everyone, Buffer.from(xml));
    expect(svg.status).toBe(422);
    const pdf = await aPdf((document) => {
      document.catalog.set(
        document.context.obj('OpenAction') as never,
        document.context.obj({ S: 'URI', URI: `${address}/pdf` }),
      );
    });
    await upload(world, municipality, everyone, pdf);
    const settings = (await ask(world, `GET ${at}/settings`, { as: everyone })).body;
    await ask(world, `PUT ${at}`, {
      as: everyone,
      body: { ...settings, accessibilityStatementUrl: `${address}/was` },
    });
    await workOff(world);
    expect(asked).toEqual([]);
  });
});

// CVE-2025-56200 (validator.js): an address that passed for https and ran as a script.
describe('a link of the municipality', () => {
  it('leads to a page and runs nothing', async () => {
    const settings = (await ask(world, `GET ${at}/settings`, { as: everyone })).body;
    for (const link of [
      'javascript:alert(1)',
      'javascript://example.com/%0aalert(1)',
      'javascript:alert(1)//https://example.com',
      'JaVaScRiPt:https://example.com',
      'data:text/html,<script>alert(1)</script>',
      'java\tscript:alert(1)//https://x.example',
      'vbscript:https://example.com',
      '//evil.example',
      'https:evil.example\r\nSet-Cookie: a=b',
    ]) {
      const { status, body } = await ask(world, `PUT ${at}`, {
        as: everyone,
        body: { ...settings, accessibilityStatementUrl: link },
      });
      expect([link, status, body.details?.fields]).toEqual([
        link,
        422,
        [{ field: 'accessibilityStatementUrl', code: 'not-a-link' }],
      ]);
    }
  });
});

// CVE-2023-32693, CVE-2026-45572 (Decidim): links and embedded HTML in what people and staff write.
describe('a script in what is written', () => {
  const SCRIPTS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[klik](javascript:alert(1))',
    '[klik](JAVASCRIPT:alert(1))',
    '[klik](java&#115;cript:alert(1))',
    '[klik](\u0001javascript:alert(1))',
    '[klik](data:text/html;base64,PHNjcmlwdD4=)',
    '[klik](vbscript:msgbox(1))',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '[a]: javascript:alert(1)\n\n[a]',
    'https://x.example/"onmouseover="alert(1)',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg/onload=alert(1)>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  ];
  const hrefsIn = (value: unknown): string[] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, part]) =>
          key === 'href' && typeof part === 'string' ? [part] : hrefsIn(part),
        )
      : [];

  it('is text, and no link leads to one', async () => {
    for (const script of SCRIPTS) {
      const { body, status } = await ask(world, `POST ${at}/threads/${place.threads[0]!.id}/comments`, {
        as: everyone,
        body: { body: script },
      });
      expect([script, status]).toEqual([script, 201]);
      expect(body.body).toBe(script.replaceAll('\u0000', '').trim());
      for (const href of hrefsIn(body))
        expect([script, href]).toEqual([script, expect.stringMatching(/^(https?:|mailto:|\/api\/)/)]);
    }
  });

  it('is in no answer that a browser would run', async () => {
    for (const route of readings()) {
      const url = `${urlOf(route)}?${new URLSearchParams({ x: '<script>alert(1)</script>' })}`;
      for (const address of [
        url,
        url.replace(place.municipality.slug, '%3Cscript%3Ealert(1)%3C%2Fscript%3E'),
      ]) {
        const { headers } = await ask(world, `GET ${address}`, { as: everyone });
        const type = String(headers['content-type'] ?? '');
        expect([address, type]).toEqual([address, expect.not.stringMatching(/html|svg|javascript/)]);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(String(headers['content-security-policy'])).toMatch(
          /default-src 'self'.*frame-ancestors 'none'|sandbox/,
        );
      }
    }
  });
});

// decidim#2663, CWE-525: what is one's own is kept by a cache between and given to the next.
describe('what is one’s own', () => {
  it('is kept by no cache between', async () => {
    const wrong: string[] = [];
    for (const route of readings().filter(({ path }) => path.startsWith('/api/'))) {
      const { headers, status } = await ask(world, `GET ${urlOf(route)}`, { as: everyone });
      if (status < 300 && !/private|no-store/.test(String(headers['cache-control'])))
        wrong.push(`${route.path}: ${headers['cache-control']}`);
    }
    expect(wrong).toEqual([]);
  });
});

// CVE-2012-4520 (Django): links in letters were made of the Host header. And CWE-799: letters without end.
describe('a letter', () => {
  it('leads to our address, whatever the request says it came to', async () => {
    const { slug } = place.municipality;
    const email = `host-${slug}@borger.example`;
    await ask(world, 'POST /api/people', {
      body: { name: 'Ida Lund', email, password: 'mange bække små', municipality: slug, language: 'da' },
    });
    await ask(world, `POST ${at}/password/forgotten`, {
      body: { email },
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'http',
        forwarded: 'host=evil.example',
        'x-original-url': 'https://evil.example/',
      },
    });
    await workOff(world);
    const [letter] = await world.source.query<{ text: string; html: string }[]>(
      'SELECT text, html FROM mail WHERE recipient = $1',
      [email],
    );
    expect(letter?.text).toContain(`http://localhost:3000/${slug}/new-password?token=`);
    expect(letter!.text + letter!.html).not.toContain('evil.example');
  });

  it('is not sent over and over to somebody who never asked for one', async () => {
    const { reference } = await aComment(world, place);
    for (let number = 0; number < 15; number++)
      await ask(world, `POST ${at}/notices`, {
        body: {
          location: reference,
          reasonCode: 'unlawful-threat',
          text: 'Der står noget, som truer os alle.',
          name: 'Eva Holm',
          email: 'offer@borger.example',
          goodFaith: true,
        },
      });
    const letters = await world.source.query<{ id: string }[]>(
      "SELECT id FROM mail WHERE recipient = 'offer@borger.example'",
    );
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.length).toBeLessThanOrEqual(10);
  });
});

// CVE-2019-19844 (Django): the letter for a new password went to an address that only looked like the owner’s.
describe('an account', () => {
  it('that somebody made with another’s address is theirs again with a new password', async () => {
    const { slug } = place.municipality;
    const email = `forud-${slug}@borger.example`;
    const input = {
      name: 'Eve Lund',
      email,
      password: 'angriberens kodeord',
      municipality: slug,
      language: 'da',
    };
    const made = await ask(world, 'POST /api/people', { body: input });
    const planted = String(made.headers['set-cookie']).split(';')[0]!;
    await ask(world, `POST ${at}/password/forgotten`, { body: { email } });
    await workOff(world);
    const [letter] = await world.source.query<{ text: string }[]>(
      'SELECT text FROM mail WHERE recipient = $1',
      [email],
    );
    const token = /token=([\w-]+)/.exec(letter!.text)![1]!;
    const chosen = await ask(world, `POST ${at}/password`, { body: { token, password: 'mange bække små' } });
    expect(chosen.status).toBe(204);
    expect((await ask(world, 'GET /api/session', { headers: { cookie: planted } })).body.person).toBeNull();
    const old = await ask(world, 'POST /api/session', { body: { email, password: 'angriberens kodeord' } });
    expect(old.status).toBe(401);
  });

  it('gets its letter at its own address, not at one that looks like it', async () => {
    const { slug } = place.municipality;
    const email = `mikka-${slug}@borger.example`;
    await ask(world, 'POST /api/people', {
      body: { name: 'Mikka Lund', email, password: 'mange bække små', municipality: slug, language: 'da' },
    });
    for (const alike of [
      email.replace('mikka', 'mıkka'),
      email.replace('mikka', 'miKka'),
      `${email}, eve@evil.example`,
    ])
      await ask(world, `POST ${at}/password/forgotten`, { body: { email: alike } });
    await workOff(world);
    const letters = await world.source.query<{ recipient: string }[]>(
      `SELECT recipient FROM mail WHERE recipient LIKE '%${slug}@borger.example' AND recipient LIKE 'm%kka%' OR recipient LIKE '%evil%'`,
    );
    for (const { recipient } of letters) expect(recipient).toBe(email);
  });
});

// CVE-2023-22796 (Active Support), CVE-2022-25844 (AngularJS): a text a pattern reads for minutes. And CWE-409: bodies that unpack.
describe('a text made to be slow', () => {
  const long = (piece: string, length = 3900) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const SLOW = [
    'a',
    ' ',
    '@',
    '1',
    '-',
    '0101',
    '010190 ',
    '[',
    '](',
    '![',
    '<',
    '*',
    '> ',
    '1. ',
    '`',
    '\\',
    '_',
    'http://',
    'www.',
    'a@a.',
    '&#',
    '\n ',
    '￿',
    'İ',
    '👨‍👩‍👧',
    '\u202E',
    ' \t',
    '((',
    '"',
  ];

  it('is read as fast as any other', async () => {
    const writer = await someone(world, place.municipality);
    const slow: string[] = [];
    const timed = async (what: string, route: string, asked: Parameters<typeof ask>[2]) => {
      const began = performance.now();
      const { status } = await ask(world, route, asked);
      const took = performance.now() - began;
      if (took > 2000 || status >= 500) slow.push(`${what}: ${status} after ${Math.round(took)} ms`);
    };
    for (const piece of SLOW) {
      const what = JSON.stringify(piece);
      const text = `x${long(piece)}!`;
      await timed(`comment ${what}`, `POST ${at}/threads/${place.threads[0]!.id}/comments`, {
        as: writer,
        body: { body: text },
      });
      await timed(`initiative ${what}`, `POST ${at}/goals/${place.goals[0]!.id}/initiatives`, {
        as: writer,
        body: { title: long(piece, 100), text },
      });
      await timed(`search ${what}`, `GET ${at}/search?${new URLSearchParams({ q: long(piece, 200) })}`, {});
      await timed(
        `similar ${what}`,
        `GET ${at}/initiatives/similar?${new URLSearchParams({ title: long(piece, 140) })}`,
        {},
      );
      await timed(
        `queue ${what}`,
        `GET ${at}/moderation/queue?${new URLSearchParams({ search: long(piece, 200) })}`,
        { as: everyone },
      );
      await timed(`inbox ${what}`, `GET ${at}/inbox?${new URLSearchParams({ search: long(piece, 200) })}`, {
        as: everyone,
      });
      await timed(
        `initiatives ${what}`,
        `GET ${at}/initiatives?${new URLSearchParams({ text: long(piece, 200) })}`,
        {},
      );
      await timed(`sign in ${what}`, 'POST /api/session', {
        body: { email: `${long(piece, 240)}@x.dk`, password: long(piece, 200) },
      });
      await timed(`notice ${what}`, `POST ${at}/notices`, {
        body: {
          location: `/${long(piece, 1900)}`,
          reasonCode: 'illegal',
          text,
          name: long(piece, 200),
          email: 'a@b.example',
          goodFaith: true,
        },
      });
    }
    expect(slow).toEqual([]);
  });

  it('is refused when it is too large, also when it only becomes so', async () => {
    const huge = JSON.stringify({ body: 'a'.repeat(50_000_000) });
    const post = (payload: Buffer | string, headers: Record<string, string>) =>
      world.app.inject({
        method: 'POST',
        url: `${at}/threads/${place.threads[0]!.id}/comments`,
        headers: { cookie: everyone.cookie, 'content-type': 'application/json', ...headers },
        payload,
      });
    expect((await post(huge, {})).statusCode).toBe(413);
    const packed = gzipSync(huge);
    expect(packed.length).toBeLessThan(60_000);
    const bomb = await post(packed, { 'content-encoding': 'gzip' });
    expect([400, 413, 415]).toContain(bomb.statusCode);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const nested = await post(`{"body":${deep}}`, {});
    expect(nested.statusCode).toBeGreaterThanOrEqual(400);
    expect(nested.statusCode).toBeLessThan(500);
  });
});

// CWE-1385: a socket opened by a page elsewhere; CWE-862: rooms anybody may listen in.
describe('the socket', () => {
  const opened: Socket[] = [];
  let address: string;
  beforeAll(async () => {
    await world.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => opened.forEach((socket) => socket.close()));

  const connect = (headers: Record<string, string>) => {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
    });
    opened.push(socket);
    return socket;
  };
  const connected = async (headers: Record<string, string>) => {
    const socket = connect(headers);
    await once(socket as never, 'connect');
    return socket;
  };
  const watches = async (socket: Socket, room: unknown): Promise<unknown> =>
    (
      await socket
        .timeout(2000)
        .emitWithAck('watch', { room })
        .catch(() => ({ watching: false }))
    ).watching;

  it('opens for no other site', async () => {
    const socket = connect({ origin: 'https://evil.example', cookie: everyone.cookie });
    await Promise.race(['connect', 'connect_error'].map((event) => once(socket as never, event)));
    expect(socket.connected).toBe(false);
  });

  it('tells nobody of another’s notifications, or of what waits for moderators', async () => {
    const { municipality } = place;
    const ida = await someone(world, municipality);
    const elsewhere = await someone(world, await aMunicipality(world), [...ROLES]);
    for (const as of [null, ida, elsewhere]) {
      const socket = await connected(as ? { cookie: as.cookie } : {});
      expect(await watches(socket, `person:${everyone.id}`)).toBe(false);
      expect(await watches(socket, `moderation:${municipality.id}`)).toBe(false);
    }
    const own = await connected({ cookie: ida.cookie });
    expect(await watches(own, `person:${ida.id}`)).toBe(true);
    expect(await watches(await connected({ cookie: everyone.cookie }), `moderation:${municipality.id}`)).toBe(
      true,
    );
  });

  it('survives whatever it is asked', async () => {
    const socket = await connected({ cookie: everyone.cookie });
    for (const room of [
      "moderation:'; SELECT 1--",
      'moderation:',
      '__proto__:x',
      'constructor:x',
      'person',
      '',
      null,
      {},
      ['thread:x'],
      'thread:'.padEnd(5000, 'x'),
    ])
      expect([room, await watches(socket, room)]).toEqual([room, false]);
    const rooms = await Promise.all(
      Array.from({ length: 60 }, (_, number) => watches(socket, `thread:${uuidv7(number)}`)),
    );
    expect(rooms.filter(Boolean).length).toBeLessThanOrEqual(31);
    expect((await ask(world, 'GET /health/ready')).status).toBe(200);
  });
});

// decidim#355, CWE-307: guessing without end, by one who gives themselves many names.
describe('guessing', () => {
  const limited = aWorld({ config: () => ({ rateLimit: 3 }) });

  const times = async (count: number, route: string, of: (number: number) => Parameters<typeof ask>[2]) => {
    const statuses: number[] = [];
    for (let number = 0; number < count; number++)
      statuses.push((await ask(limited, route, of(number))).status);
    return statuses;
  };

  it('is slowed at every address that changes something for visitors', async () => {
    const { slug } = await aMunicipality(limited);
    const open = routesOf(limited).filter(
      ({ method, grants, name }) =>
        method !== 'GET' &&
        grants?.includes('anyone') &&
        // One ends one's own session, chooses a language, or holds a signed link.
        !/signOut|chooseLanguage|Unsubscribe/.test(name),
    );
    expect(open.length).toBeGreaterThan(5);
    const free: string[] = [];
    for (const { method, path } of open) {
      const url = path
        .replace(':municipality', slug)
        .replaceAll(/:\w+/g, '01890a5d-ac96-774b-bcce-b302099a8057');
      const statuses = await times(5, `${method} ${url}`, () => ({ body: {} }));
      if (statuses.at(-1) !== 429) free.push(`${method} ${path}: ${statuses.join(' ')}`);
    }
    expect(free).toEqual([]);
  });

  it('is not begun anew under another forwarded address', async () => {
    const { slug } = await aMunicipality(limited);
    const statuses = await times(5, `POST /api/municipalities/${slug}/password/forgotten`, (number) => ({
      body: { email: 'ida@borger.example' },
      headers: { 'x-forwarded-for': `10.0.0.${number}`, 'x-real-ip': `10.0.0.${number}` },
    }));
    expect(statuses.at(-1)).toBe(429);
  });

  it('is not begun anew from another address of the same connection', async () => {
    const { slug } = await aMunicipality(limited);
    const statuses: number[] = [];
    for (let number = 1; number < 6; number++)
      statuses.push(
        (
          await limited.app.inject({
            method: 'POST',
            url: `/api/municipalities/${slug}/password/forgotten`,
            payload: { email: 'ida@borger.example' },
            remoteAddress: `2001:db8:1:1::${number}`,
          })
        ).statusCode,
      );
    expect(statuses.at(-1)).toBe(429);
  });

  it('says when one may try again, and nothing else', async () => {
    const answers = [];
    for (let number = 0; number < 5; number++)
      answers.push(
        await ask(limited, 'POST /api/session', { body: { email: 'a@b.example', password: 'x' } }),
      );
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests', details: { retryAfterSeconds: expect.any(Number) } },
    });
  });

  describe('behind a proxy', () => {
    const proxied = aWorld({ config: () => ({ rateLimit: 3, trustProxy: true }) });

    it('is not begun anew by one who writes an address before the one the proxy writes', async () => {
      const { slug } = await aMunicipality(proxied);
      const forgotten = async (forwarded: string) =>
        (
          await ask(proxied, `POST /api/municipalities/${slug}/password/forgotten`, {
            body: { email: 'ida@borger.example' },
            headers: { 'x-forwarded-for': forwarded },
          })
        ).status;
      const statuses: number[] = [];
      for (let number = 0; number < 5; number++)
        statuses.push(await forgotten(`10.0.0.${number}, 203.0.113.7`));
      expect(statuses).toEqual([204, 204, 204, 429, 429]);
      expect(await forgotten('203.0.113.8')).toBe(204);
    });
  });
});
