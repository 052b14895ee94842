import { describe, expect, it, jest } from '@jest/globals';
import { aJourney, awake, faultsOf } from './support/journey.js';
import { onTo } from './support/proposal.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SAID = {
  helsingor: {
    district: 'Helsingør By',
    title: 'Et læskur hvor man venter på færgen',
    text: 'Der er ingen steder at stå i læ ved kajen. Byg et lille skur af det træ, der alligevel fældes.',
    shows: 'En kaj uden læ',
    remark: 'Havnen har sagt god for placeringen.',
    argument: 'Flere lader bilen stå, når det er rart at vente.',
  },
  helsingborg: {
    district: 'Råå',
    title: 'Ett vindskydd där man väntar på färjan',
    text: 'Det finns ingenstans att stå i lä vid kajen. Bygg ett litet skjul av det virke som ändå avverkas.',
    shows: 'En kaj utan lä',
    remark: 'Hamnen har godkänt platsen.',
    argument: 'Fler låter bilen stå när det är skönt att vänta.',
  },
} as const;

describe.each(TOWNS)('proposing in $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const said = SAID[town.slug];

  it('has a place found without the map, a picture in words, a remark, an argument and a poster', async () => {
    const page = await journey.enter(town.residents[0], { locale: town.language });
    const api = `/api/municipalities/${town.slug}`;
    const origin = new URL(journey.address('/')).origin;
    const { conductVersion } = await (await page.request.get(api)).json();
    await page.request.put(`${api}/conduct-acceptance`, {
      data: { version: conductVersion },
      headers: { origin },
    });
    const { items } = await (await page.request.get(`${api}/initiatives`)).json();
    await page.goto(`/${town.slug}/goals/${items[0].goal.id}/propose`);
    await awake(page);
    await page.getByLabel(t('initiatives:propose.titleField')).fill(said.title);
    await page.getByLabel(t('initiatives:propose.textField')).fill(said.text);
    await onTo(page, t, 'place');
    await page.getByLabel(t('districts:place.district')).selectOption({ label: said.district });
    await page.getByRole('button', { name: t('districts:place.point') }).click();
    await page.getByRole('button', { name: t('districts:place.north') }).press('Enter');
    await page.getByText(t('districts:place.put', { name: said.district })).waitFor();
    await page.getByRole('button', { name: t('proposing:pictures.add') }).click();
    await page
      .getByLabel(t('proposing:pictures.file'), { exact: true })
      .setInputFiles({ name: 'kaj.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByLabel(t('proposing:pictures.alt')).fill(said.shows);
    await page.getByRole('button', { name: t('proposing:pictures.submit') }).click();
    await page.getByRole('button', { name: t('proposing:pictures.removeOf', { alt: said.shows }) }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await onTo(page, t, 'people');
    await onTo(page, t, 'review');
    await page.getByRole('button', { name: t('initiatives:propose.publish') }).click();
    await page.waitForURL(/\/initiatives\/[\da-f-]{36}/);

    await page.getByRole('img', { name: said.shows }).waitFor();
    await page.getByRole('img', { name: t('districts:place.mapPoint', { name: said.district }) }).waitFor();
    await page.getByRole('button', { name: t('proposing:remarks.add') }).click();
    await page.getByLabel(t('proposing:remarks.label')).fill(said.remark);
    await page.getByRole('button', { name: t('proposing:remarks.submit') }).click();
    await page.locator('.mv-remarks').getByText(said.remark).waitFor();
    await page.getByRole('button', { name: t('arguments:for.write') }).click();
    await page.getByLabel(t('arguments:for.label')).fill(said.argument);
    await page.getByRole('button', { name: t('arguments:submit') }).click();
    const argument = page.locator('.mv-argument', { hasText: said.argument });
    await argument.waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const other = await journey.enter(town.residents[1], { locale: town.language });
    await other.goto(page.url());
    await awake(other);
    await other
      .locator('.mv-argument', { hasText: said.argument })
      .getByRole('button', { name: t('arguments:supported', { count: 0 }) })
      .click();
    // It is told to the pages that are open.
    await argument.getByRole('button', { name: t('arguments:supported', { count: 1 }) }).waitFor();
    const poster = await other.request.get(
      String(await other.getByRole('link', { name: t('proposing:papers.poster') }).getAttribute('href')),
    );
    expect((await poster.body()).subarray(0, 4).toString()).toBe('%PDF');
  });
});
