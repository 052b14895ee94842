import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Language } from '@medvind/contracts';
import type { Messages, MessageTree } from '../i18n/i18n.js';
import { ApiProblem } from '../lib/api-problem.js';
import type { PageModule } from '../lib/page.js';
import { createRender, type RenderRequest } from './render.js';
import { pageFile } from './routes.js';

const readMessages = (language: Language): Messages => {
  const folder = new URL(`../i18n/${language}/`, import.meta.url);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as MessageTree,
    ]),
  );
};

const messages = { da: readMessages('da'), sv: readMessages('sv'), en: readMessages('en') };

const render = createRender({
  messages,
  loadPage: (page) => import(`../${pageFile(page).replace(/tsx$/, 'js')}`) as Promise<PageModule>,
});

const helsingborg = {
  id: '0',
  slug: 'helsingborg',
  name: 'Helsingborgs stad',
  language: 'sv',
  theme: 'helsingborg',
  ladder: [],
  commentEditMinutes: 15,
  accessibilityStatementUrl: null,
  contact: { unit: '', address: 'Torget 1', phone: '+46 42', email: 'a@b.se' },
  visionTitle: 'Havet </script><script>alert(1)</script> $& nära',
  visionText: '',
  can: { participate: false, moderate: false, staff: false, administer: false },
};

const answers: Record<string, unknown> = {
  '/api/session': { person: null, memberships: [] },
  '/api/municipalities/helsingborg': helsingborg,
  '/api/municipalities/helsingborg/policies': { items: [] },
};

const fakeFetch =
  (extra: Record<string, unknown> = {}): typeof fetch =>
  async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const body = { ...answers, ...extra }[pathname];
    return body
      ? Response.json(body)
      : Response.json({ code: 'not-found', status: 404, details: {} }, { status: 404 });
  };

const request = (url: string, change: Partial<RenderRequest> = {}): RenderRequest => ({
  url,
  origin: 'https://medvind.example',
  language: undefined,
  colorScheme: undefined,
  fetch: fakeFetch(),
  template:
    '<html lang="da"><head><!--head--></head><body><div id="root"><!--app--></div><!--state--></body></html>',
  manifest: undefined,
  ...change,
});

const stateOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="state">(.*?)<\/script>/.exec(html)?.[1] ?? '') as {
    messages: Messages;
    queries: { queries: { queryKey: string[] }[] };
  };

describe('a page rendered on the server', () => {
  it('speaks the municipality’s language and wears its theme', async () => {
    const { status, html } = await render(request('/helsingborg'));
    expect(status).toBe(200);
    expect(html).toContain('<html lang="sv" data-color-scheme="auto">');
    expect(html).toContain('<title>Helsingborgs stad – Medvind</title>');
    expect(html).toContain('<link rel="canonical" href="https://medvind.example/helsingborg" />');
    expect(html).toContain('theme/helsingborg.css');
    expect(html).toContain('Logga in');
  });

  it('prefers the visitor’s own language and colours', async () => {
    const { html } = await render(request('/helsingborg', { language: 'en', colorScheme: 'dark' }));
    expect(html).toContain('<html lang="en" data-color-scheme="dark">');
    expect(html).toContain('Sign in');
  });

  it('brings its data and only the messages it used', async () => {
    const { queries, messages } = stateOf((await render(request('/helsingborg'))).html);
    expect(Object.keys(messages).sort()).toEqual(['app', 'insights', 'involvement', 'municipalities']);
    expect(queries.queries.map(({ queryKey }) => queryKey[0]).sort()).toEqual([
      'front',
      'municipality',
      'session',
    ]);
  });

  it('lets no text end the script that carries the data, nor be taken for a pattern', async () => {
    const { html } = await render(request('/helsingborg'));
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('$&amp; nära');
    expect(stateOf(html).queries).toBeTruthy();
  });

  it.each(['/helsingborg/nowhere', '/atlantis', '/atlantis/about'])('answers 404 for %s', async (url) => {
    const { status, html } = await render(request(url));
    expect(status).toBe(404);
    expect(html).toContain('noindex');
    expect(html).not.toContain('rel="canonical"');
  });

  it('answers 503 where the API cannot be reached', async () => {
    const broken = () => Promise.reject(new TypeError('fetch failed'));
    const { status, html } = await render(request('/helsingborg/about', { fetch: broken }));
    expect(status).toBe(503);
    expect(html).toContain('<h1');
  });

  it('leads somebody not signed in to sign in, and back', async () => {
    const strict = createRender({
      messages,
      loadPage: async () => ({
        default: () => null,
        load: () => Promise.reject(new ApiProblem({ code: 'not-signed-in', status: 401 })),
      }),
    });
    const { status, headers } = await strict(request('/helsingborg/about?tab=1'));
    expect(status).toBe(302);
    expect(headers.location).toBe('/helsingborg/sign-in?next=%2Fhelsingborg%2Fabout%3Ftab%3D1');
  });
});
