import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Schema } from '@medvind/api-client';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, ask } from './support/asking.js';
import { aText, open } from './support/goals.js';
import { aJourney, settled } from './support/journey.js';
import { TOWNS } from './support/towns.js';

// Many pages, each opened in a real browser.
jest.setTimeout(300_000);

const journey = aJourney();
const [town] = TOWNS;
if (!town) throw new Error('there are two');
const at = `/municipalities/${town.slug}`;

const RUN = 'window.taken=1';
const SCRIPTS = [
  `</script><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `"><input autofocus onfocus=${RUN}>`,
  `' onmouseover='${RUN}`,
  `[klik](javascript:${RUN})`,
  `<iframe srcdoc="<script>parent.taken=1</script>"></iframe>`,
  `\${${RUN}} {{constructor.constructor('${RUN}')()}}`,
  `<!--<script>${RUN}//-->`,
];
const ALL = SCRIPTS.join('\n\n');

/** What of ours ran or became markup on the page, and where it stands as text. */
const faultsOn = async (page: Page, path: string): Promise<string[]> => {
  const faults: string[] = [];
  const sent = await (await page.request.get(path)).text();
  for (const script of SCRIPTS.filter((one) => one.includes('<')))
    if (sent.includes(script)) faults.push(`${path} is sent with ${script}`);
  await open(page, path);
  await settled(page);
  const found = await page.evaluate(() => ({
    taken: 'taken' in window,
    links: [...document.querySelectorAll('[href], [src], [action], [formaction]')]
      .flatMap((element) =>
        ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name) ?? ''),
      )
      .filter((value) => /^\s*(javascript|data|vbscript):/i.test(value) && !value.startsWith('data:image/')),
    handlers: [...document.querySelectorAll('[onerror], [onload], [onfocus], [onmouseover], iframe')].length,
  }));
  if (found.taken) faults.push(`${path} runs it`);
  if (found.handlers) faults.push(`${path} has ${found.handlers} elements of it`);
  return [...faults, ...found.links.map((link) => `${path} links to ${link}`)];
};

// CVE-2023-32693, CVE-2026-45572 (Decidim): what is written, by residents and by staff, became part of the page.
describe('a script that somebody writes', () => {
  it('is text on every page that shows it', async () => {
    const resident = await journey.enter(town.residents[0]);
    const staff = await journey.enter(town.staff);
    const { goals, slug: policy } = await aPolicy(staff, town, aText('Regler'), [`Et mål ${SCRIPTS[1]}`]);
    const goal = goals[0]!.id;
    const { id: comment } = await aComment(resident, town, goal, ALL);
    await aComment(resident, town, goal, ALL, comment);
    const title = `Bænke ${SCRIPTS[0]}`;
    const draft = await ask<Schema<'InitiativeView'>>(resident, 'POST', `${at}/goals/${goal}/initiatives`, {
      data: { title, text: `${ALL}\n\nDer er langt mellem bænkene, og mange vil sidde.` },
    });
    await ask(resident, 'POST', `${at}/initiatives/${draft.id}/publish`);
    const process = await ask<Schema<'WorkView'>>(staff, 'POST', `${at}/processes`, {
      data: {
        title: `Proces ${SCRIPTS[0]}`,
        kind: 'citizen',
        purpose: ALL,
        question: ALL,
        fixedFrame: ALL,
        level: 'involve',
        goalIds: [goal],
      },
    });
    const visitor = await journey.enter(null);
    const moderator = await journey.enter(town.moderator);
    const faults: string[] = [];
    for (const [who, path] of [
      [visitor, `/${town.slug}`],
      [visitor, `/${town.slug}/policies/${policy}`],
      [visitor, `/${town.slug}/goals/${goal}`],
      [visitor, `/${town.slug}/goals/${goal}?comment=${comment}`],
      [visitor, `/${town.slug}/initiatives/${draft.id}`],
      [visitor, `/${town.slug}/initiatives`],
      [visitor, `/${town.slug}/processes/${process.id}`],
      [visitor, `/${town.slug}/processes`],
      [visitor, `/${town.slug}/search?q=constructor`],
      [resident, `/${town.slug}/me`],
      [staff, `/${town.slug}/staff/inbox`],
      [staff, `/${town.slug}/staff/processes/${process.id}`],
      [moderator, `/${town.slug}/moderation`],
    ] as const)
      faults.push(...(await faultsOn(who, path)));
    expect(faults).toEqual([]);
    await open(visitor, `/${town.slug}/goals/${goal}`);
    expect(await visitor.locator('body').innerText()).toContain(`<svg onload=${RUN}>`);
  });
});

// CVE-2023-34089, CVE-2024-32469, CVE-2024-41673 (Decidim): what stands in an address became part of the page.
describe('a script in an address', () => {
  it('is run by no page', async () => {
    const visitor = await journey.enter(null);
    const staff = await journey.enter(town.staff);
    const moderator = await journey.enter(town.moderator);
    const goal = (await ask<{ active: { path: string }[] }>(visitor, 'GET', `${at}/overview`)).active.find(
      ({ path }) => path.startsWith('goals/'),
    )!.path;
    const faults: string[] = [];
    for (const script of SCRIPTS.slice(0, 4)) {
      const said = encodeURIComponent(script);
      for (const [who, path] of [
        [visitor, `search?q=${said}`],
        [visitor, `search?q=by&kind=${said}&after=${said}`],
        [visitor, `initiatives?text=${said}&state=${said}&order=${said}`],
        [visitor, `processes?state=${said}&per_page=${said}`],
        [visitor, `${goal}?order=${said}&filter=${said}&comment=${said}&discuss=${said}`],
        [visitor, `sign-in?next=${said}`],
        [visitor, `new-password?token=${said}`],
        [visitor, `unsubscribe?token=${said}`],
        [visitor, `ingen-side/${said}`],
        [staff, `staff/inbox?search=${said}&policy=${said}`],
        [moderator, `moderation?search=${said}&kind=${said}`],
      ] as const)
        faults.push(...(await faultsOn(who, `/${town.slug}/${path}`)));
    }
    for (const next of ['javascript:window.taken=1', 'data:text/html,x'])
      faults.push(...(await faultsOn(visitor, `/${town.slug}/sign-in?next=${encodeURIComponent(next)}`)));
    expect(faults).toEqual([]);
  });
});

describe('another site', () => {
  let hostile: string;
  let page: (target: string) => string = () => '';
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(journey.address('')));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // Ours is "localhost": to a browser that is another site, not only another port.
    hostile = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => void server.close());

  // CVE-2023-47635 (Decidim): a form elsewhere, sent with the reader's own cookie.
  it('changes nothing for who is signed in here', async () => {
    const resident = await journey.enter(town.residents[0]);
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, aText('Fremmed'), ['Et mål']);
    const { id } = await aComment(staff, town, goals[0]!.id, aText('Stem ikke på mig'));
    page = (target) => `<!doctype html><title>Gratis is</title>
      <form method="post" action="${target}/api/session" target="out"><input name="a"></form><iframe name="out"></iframe>
      <script>
        const url = '${target}/api${at}/comments/${id}/vote';
        const tries = [
          fetch(url, { method: 'PUT', credentials: 'include', headers: { 'content-type': 'application/json' }, body: '{"vote":"agree"}' }),
          fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"vote":"agree"}' }),
          fetch('${target}/api/session', { method: 'DELETE', credentials: 'include' }),
          fetch('${target}/api/session', { credentials: 'include' }).then((answer) => answer.text()).then((text) => { window.read = text; }),
        ];
        document.forms[0].submit();
        Promise.allSettled(tries).then(() => { document.title = 'Færdig'; });
      </script>`;
    await resident.goto(hostile);
    await resident.waitForFunction(() => document.title === 'Færdig');
    expect(await resident.evaluate(() => 'read' in window)).toBe(false);
    const session = await ask<Schema<'SessionView'>>(resident, 'GET', '/session');
    expect(session.person?.email).toBe(town.residents[0]);
    const seen = await ask<Schema<'CommentView'>>(resident, 'GET', `${at}/comments/${id}`);
    expect([seen.agree, seen.myVote]).toEqual([0, null]);
  });

  // CWE-1021: a button of ours under a picture of theirs.
  it('shows no page of ours in a frame', async () => {
    const resident = await journey.enter(town.residents[0]);
    page = (target) => `<!doctype html><title>Ramme</title><iframe src="${target}/${town.slug}"></iframe>`;
    await resident.goto(hostile);
    await resident.waitForLoadState('networkidle');
    const framed = resident.frames().find((frame) => frame !== resident.mainFrame());
    expect(await framed?.evaluate(() => document.body.innerText).catch(() => '')).not.toContain('Helsingør');
  });

  // CWE-601: a link to the page where one signs in that leads elsewhere afterwards.
  it('is not where one ends after signing in', async () => {
    for (const next of [
      '//evil.example/',
      '/\\evil.example/',
      '/\t/evil.example/',
      'https://evil.example/',
    ]) {
      const reader = await journey.enter(null);
      const left: string[] = [];
      await reader.route('**://evil.example/**', (route) => {
        left.push(route.request().url());
        return route.abort();
      });
      await open(reader, `/${town.slug}/sign-in?next=${encodeURIComponent(next)}`);
      await reader.locator('main input[type=email]').fill(town.residents[0]);
      await reader.locator('main input[type=password]').fill(process.env.MEDVIND_JOURNEY_PASSWORD ?? '');
      await reader.locator('main form button[type=submit]').click();
      await reader.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
      expect([next, new URL(reader.url()).origin]).toEqual([next, journey.address('')]);
      expect(left).toEqual([]);
    }
  });
});
