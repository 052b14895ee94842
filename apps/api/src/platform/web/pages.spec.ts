import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, someone } from '../../../test/world.js';
import { mountPages } from './pages.js';

/** A web whose page says whom the API took its reader for, and the how manieth rendering it is. */
const RENDER = `
let renderings = 0;
export async function render({ url, origin, fetch }) {
  const rendering = ++renderings;
  const session = await (await fetch(origin + '/api/session')).json();
  return { status: 200, headers: {}, html: JSON.stringify({ rendering, reader: session.person?.name ?? null }) };
}`;

describe('a page', () => {
  const web = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-web-'));
  beforeAll(() => {
    fs.mkdirSync(path.join(web, 'client/assets'), { recursive: true });
    fs.mkdirSync(path.join(web, 'client/.vite'));
    fs.mkdirSync(path.join(web, 'server'));
    fs.writeFileSync(path.join(web, 'client/index.html'), '');
    fs.writeFileSync(path.join(web, 'client/.vite/manifest.json'), '{}');
    fs.writeFileSync(path.join(web, 'server/entry-server.js'), RENDER);
    fs.writeFileSync(path.join(web, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => fs.rmSync(web, { recursive: true, force: true }));
  const world = aWorld({ before: (app) => mountPages(app, 'http://localhost:3000', async () => null, web) });

  const asked = async (url: string, cookie?: string) => {
    const answer = await world.app.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });
    return answer.json<{ rendering: number; reader: string | null }>();
  };

  it('is shared by visitors who ask for it at the same moment, and never shared with who is signed in', async () => {
    const ida = await someone(world, null);
    const [, first, second, own, disguised, other] = await Promise.all([
      asked('/by'),
      asked('/by'),
      asked('/by'),
      asked('/by', ida.cookie),
      asked('/by', `language=da; medvind_session=; ${ida.cookie}`),
      asked('/anden-by'),
    ]);
    expect(first).toEqual(second);
    expect(first.reader).toBeNull();
    expect(own.reader).toBe(ida.name);
    expect(disguised.reader).toBe(ida.name);
    expect(new Set([first, own, disguised, other].map(({ rendering }) => rendering)).size).toBe(4);
    // Nothing is kept: whoever comes later gets what it is now.
    expect((await asked('/by')).rendering).toBe(6);
  });

  // CWE-601: whoever chooses a language is sent on, and never to another site. A browser leaves tabs and line ends out.
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\r/evil.example',
    '/\t\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/by/..//evil.example',
    '/å/€',
    '/\r\nSet-Cookie: medvind_session=planted',
    ' //evil.example',
  ])('does not lead to %p', async (to) => {
    const url = `/language/sv?${new URLSearchParams({ to })}`;
    const { headers, statusCode } = await world.app.inject({ method: 'GET', url });
    const location = String(headers.location ?? '/');
    expect(statusCode).toBe(303);
    expect(new URL(location, 'http://localhost:3000').origin).toBe('http://localhost:3000');
    expect([headers['set-cookie']].flat().join()).not.toContain('planted');
  });

  it('of ours is where one is sent on to', async () => {
    const { headers } = await world.app.inject({
      method: 'GET',
      url: '/language/sv?to=%2Fby%2Fgoals%3Fx%3D1',
    });
    expect(headers.location).toBe('/by/goals?x=1');
  });

  // CWE-22: a file outside those of the web.
  it.each([
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    '%2fetc%2fpasswd',
    '.%00.',
  ])('is no file at /assets/%s', async (name) => {
    const { payload } = await world.app.inject({ method: 'GET', url: `/assets/${name}` });
    expect(payload).not.toMatch(/"type":"module"|root:/);
  });

  it('is kept by its reader alone, and its files by everyone', async () => {
    fs.writeFileSync(path.join(web, 'client/assets/app-1.js'), '');
    const read = async (url: string) =>
      String((await world.app.inject({ method: 'GET', url })).headers['cache-control']);
    expect(await read('/by')).toMatch(/private/);
    expect(await read('/assets/app-1.js')).toMatch(/public.*immutable/);
  });
});
