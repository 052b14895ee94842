import { describe, expect, it, jest } from '@jest/globals';
import type { Schema } from '@medvind/api-client';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, ask, join } from './support/asking.js';
import { eventually } from './support/eventually.js';
import { aText, commentWith, composer, open } from './support/goals.js';
import { aJourney, faultsOf, settled } from './support/journey.js';
import { onlyIn, TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

/** A red square, as a phone would send it but for its size. */
const PICTURE = {
  name: 'plads.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAMAAAAoLQ9TAAAAA1BMVEXMAAA/z1L+AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQYlWNgGAUMSAAAARAAAVGhZwQAAAAASUVORK5CYII=',
    'base64',
  ),
};
const DOCUMENT = {
  name: 'forslag.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
  ),
};

const journey = aJourney();

describe.each(TOWNS)('in $slug a resident', (town) => {
  const t = wordsOf(town.language);
  const [name] = town.residents;
  const language = { locale: town.language };

  const aGoal = async () => {
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, aText('Pladser'), ['Bænke']);
    return goals[0]!.id;
  };
  const chooser = (page: Page) => page.locator('input[type=file]:not([capture])');
  const send = (page: Page) => page.getByRole('button', { name: t('discussions:composer.send') }).click();

  it('shows a picture, with words for those who do not see it, and loses nothing on the way', async () => {
    const page = await journey.enter(name, language);
    await open(page, `/${town.slug}/goals/${await aGoal()}`);
    const text = aText('Sådan ser pladsen ud');
    await composer(page, t).fill(text);
    await page.getByRole('button', { name: t('discussions:attachment.choose') }).waitFor();
    await chooser(page).setInputFiles({ ...PICTURE, buffer: Buffer.from('<svg onload="alert(1)"/>') });
    await page.getByText(t('faults.file-kind')).waitFor();
    expect(await composer(page, t).inputValue()).toBe(text);
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await chooser(page).setInputFiles(PICTURE);
    const alt = page.getByRole('textbox', { name: t('attachments:alt') });
    await alt.waitFor();
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);

    await send(page);
    await page.getByText(t('faults.required')).waitFor();
    await eventually(() => alt.evaluate((field) => field === document.activeElement), true);
    await alt.fill('En tom plads');
    // A reload is no loss either.
    await page.reload();
    expect(await alt.inputValue()).toBe('En tom plads');
    await send(page);

    const picture = commentWith(page, text).getByRole('img', { name: 'En tom plads' });
    await picture.waitFor();
    expect(await picture.getAttribute('width')).toBe('16');
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 16);
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    const [full] = await Promise.all([page.context().waitForEvent('page'), picture.click()]);
    await full.waitForLoadState();
    expect(full.url()).toMatch(/\/attachments\/[\w-]+$/);
  });

  onlyIn(town, 'helsingor')('gives a document that is saved, and takes it away again before', async () => {
    const page = await journey.enter(name, language);
    await open(page, `/${town.slug}/goals/${await aGoal()}`);
    const text = aText('Her er forslaget');
    await composer(page, t).fill(text);
    await chooser(page).setInputFiles(DOCUMENT);
    await page.getByRole('link', { name: 'forslag.pdf' }).waitFor();
    await page.getByRole('button', { name: t('attachments:remove') }).click();
    const choose = page.getByRole('button', { name: t('discussions:attachment.choose') });
    await eventually(() => choose.evaluate((it) => it === document.activeElement), true);
    await chooser(page).setInputFiles(DOCUMENT);
    await page.getByRole('link', { name: 'forslag.pdf' }).waitFor();
    await send(page);
    const link = commentWith(page, text).getByRole('link', { name: 'forslag.pdf' });
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(saved.suggestedFilename()).toBe('forslag.pdf');
  });

  it('takes a telephone number out with one click, gets it back, and never sends an identity number', async () => {
    const page = await journey.enter(name, language);
    await open(page, `/${town.slug}/goals/${await aGoal()}`);
    const text = aText('Ring til mig på 26 12 34 56, så kommer jeg');
    const field = composer(page, t);
    await field.fill(text);
    await page.getByText(t('personal-data:ask.title')).waitFor();
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    const take = page.getByRole('button', {
      name: t('personal-data:removeThis', { written: '26 12 34 56' }),
    });
    await take.click();
    expect(await field.inputValue()).toBe(text.replace('26 12 34 56', t('personal-data:words.phone')));
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe(text);
    await page.getByRole('button', { name: t('personal-data:showThis', { written: '26 12 34 56' }) }).click();
    expect(await page.evaluate(() => String(document.getSelection()))).toBe('26 12 34 56');

    await field.fill(aText('Jeg hedder 010190-1234 hos jer'));
    await page.getByText(t('personal-data:never.title')).waitFor();
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await send(page);
    await page.getByText(t('faults.personal-data')).first().waitFor();
    expect(await field.inputValue()).toContain('010190-1234');
    await field.fill(text);
    await send(page);
    await commentWith(page, text).waitFor();
  });

  onlyIn(town, 'helsingborg')(
    'marks what tells too much of a person in a proposal and in a process too',
    async () => {
      const goal = await aGoal();
      const page = await journey.enter(name, language);
      await open(page, `/${town.slug}/goals/${goal}/propose`);
      const title = page.getByLabel(t('initiatives:propose.titleField'));
      await title.fill('Bænke, ring 26 12 34 56');
      const take = t('personal-data:removeThis', { written: '26 12 34 56' });
      await page.getByRole('button', { name: take }).click();
      expect(await title.inputValue()).toBe(`Bænke, ring ${t('personal-data:words.phone')}`);
      await page
        .getByLabel(t('initiatives:propose.textField'))
        .fill('Skriv til jens.hansen@mail.example om det.');
      await page.getByText(t('personal-data:kinds.email')).first().waitFor();
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);

      const staff = await journey.enter(town.staff, language);
      await open(staff, `/${town.slug}/staff/processes/new`);
      await staff.getByLabel(t('involvement-staff:record.titleLabel')).fill('Jens, 010190-1234');
      await staff.getByText(t('personal-data:never.title')).waitFor();
      await staff.getByLabel(t('involvement-staff:record.purpose')).fill('Spørg på 26 12 34 56');
      await staff.getByRole('button', { name: take }).waitFor();
      await settled(staff);
      expect(await faultsOf(staff)).toEqual([]);
    },
  );
});

describe('a name', () => {
  const XSS = '<img src=x onerror=alert(1)>';
  const [town] = TOWNS;
  if (!town) throw new Error('there are two');

  it('is text on every page it stands on, whatever it says', async () => {
    const page = await journey.enter(null);
    const alarms: string[] = [];
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
    const email = `${aText('x').replace(/\W/g, '')}@borger.example`;
    await join(page, town, XSS, email);
    const staff = await journey.enter(town.staff);
    const { goals, slug: policy } = await aPolicy(staff, town, aText('Navne'), ['Et mål']);
    const goal = goals[0]!.id;
    const { id: comment } = await aComment(page, town, goal, aText('Vi vil have bænke'));
    const at = `/municipalities/${town.slug}`;
    const draft = await ask<Schema<'InitiativeView'>>(page, 'POST', `${at}/goals/${goal}/initiatives`, {
      data: {
        title: aText('Bænke til alle'),
        text: 'Der er langt mellem bænkene, og mange vil gerne sidde.',
      },
    });
    await ask(page, 'POST', `${at}/initiatives/${draft.id}/publish`);
    const neighbour = await journey.enter(town.residents[0]);
    await aComment(neighbour, town, goal, aText('Godt tænkt'), comment);
    await ask(neighbour, 'POST', `${at}/comments/${comment}/reports`, {
      data: { reasonCode: 'other', text: XSS },
    });
    const administrator = await journey.enter(town.administrator);
    const moderator = await journey.enter(town.moderator);
    for (const who of [page, neighbour, staff, moderator, administrator])
      if (who !== page) who.on('dialog', (dialog) => alarms.push(dialog.message()));

    const seen: string[] = [];
    for (const [who, path] of [
      [page, `/${town.slug}/goals/${goal}`],
      [page, `/${town.slug}/goals/${goal}?comment=${comment}`],
      [page, `/${town.slug}/initiatives/${draft.id}`],
      [page, `/${town.slug}/initiatives`],
      [page, `/${town.slug}/policies/${policy}`],
      [page, `/${town.slug}/me`],
      [page, `/${town.slug}/notifications`],
      [page, `/${town.slug}`],
      [neighbour, `/${town.slug}/goals/${goal}`],
      [neighbour, `/${town.slug}/notifications`],
      [staff, `/${town.slug}/staff/inbox`],
      [moderator, `/${town.slug}/moderation`],
      [moderator, `/${town.slug}/goals/${goal}`],
      [administrator, `/${town.slug}/admin/people?search=onerror&role=resident`],
    ] as const) {
      // What the server sends, before any script: the name is nowhere a tag, nor does it end the page's own JSON.
      const sent = await (await who.request.get(path)).text();
      expect([path, sent.includes('<img src=x')]).toEqual([path, false]);
      await open(who, path);
      await settled(who);
      expect([path, await who.locator('img[src="x"]').count()]).toEqual([path, 0]);
      if ((await who.locator('body').innerText()).includes(XSS)) seen.push(path);
    }
    expect(alarms).toEqual([]);
    expect(seen).toEqual(
      expect.arrayContaining([
        `/${town.slug}/goals/${goal}`,
        `/${town.slug}/initiatives/${draft.id}`,
        `/${town.slug}/moderation`,
        `/${town.slug}/admin/people?search=onerror&role=resident`,
      ]),
    );
  });
});
