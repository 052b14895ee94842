import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anotherModerator, aComment, aPolicy } from './support/asking.js';
import { aJourney, awake, faultsOf } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

const SAID = {
  da: {
    policy: 'Politik for havn og bro',
    goal: 'Broen er åben for alle',
    comment: 'Hvis de lukker broen, går jeg i aktion.',
    notice: 'Der står, at nogen vil gå til angreb på broen.',
    hidden: 'Det læses som en trussel mod dem, der arbejder på broen.',
    appeal: 'Jeg mente en underskriftsindsamling. At gå i aktion er ikke en trussel.',
    upheld: 'Du har ret: det kan læses som en protest, og sådan skal vi læse det.',
    facts: 'Du har kaldt de ansatte tre ting, der ikke skal gentages her.',
    heard: 'Jeg var vred den aften og vil gerne sige undskyld.',
    reason: 'Du har sagt undskyld, så en advarsel er nok.',
  },
  sv: {
    policy: 'Policy för hamn och bro',
    goal: 'Bron är öppen för alla',
    comment: 'Om de stänger bron går jag till aktion.',
    notice: 'Där står att någon tänker angripa bron.',
    hidden: 'Det läses som ett hot mot dem som arbetar på bron.',
    appeal: 'Jag menade en namninsamling. Att gå till aktion är inget hot.',
    upheld: 'Du har rätt: det kan läsas som en protest, och så ska vi läsa det.',
    facts: 'Du har kallat de anställda tre saker som inte ska upprepas här.',
    heard: 'Jag var arg den kvällen och vill be om ursäkt.',
    reason: 'Du har bett om ursäkt, så en varning räcker.',
  },
};

describe.each(TOWNS)('redress in $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const said = SAID[town.language];

  /** A goal of the journey's own, and what somebody says there. */
  const aContribution = async (author: Page) => {
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, said.policy, [said.goal]);
    const comment = await aComment(author, town, goals[0]!.id, said.comment);
    return { comment, address: `/${town.slug}/goals/${goals[0]!.id}` };
  };

  const open = async (page: Page, path: string) => {
    await page.goto(`/${town.slug}/${path}`);
    await awake(page);
  };

  it('lets a visitor point out what is illegal and follow it, and the author have it looked at again', async () => {
    const author = await journey.enter(town.residents[0]);
    const visitor = await journey.enter(null, { viewport: { width: 360, height: 740 } });
    const moderator = await journey.enter(town.moderator);
    const { comment, address } = await aContribution(author);

    await visitor.goto(address);
    await awake(visitor);
    await visitor
      .getByRole('contentinfo')
      .getByRole('link', { name: t('app:footer.notice') })
      .click();
    await visitor.getByRole('heading', { level: 1, name: t('redress:notice.title') }).waitFor();
    await visitor.getByLabel(t('redress:notice.location')).fill(comment.reference);
    await visitor.getByRole('button', { name: t('redress:notice.send') }).click();
    await visitor.getByRole('alert').waitFor();
    await visitor.getByRole('radio', { name: t('redress:codes.unlawful-threat') }).check();
    await visitor.getByLabel(t('redress:notice.text')).fill(said.notice);
    await visitor.getByLabel(t('redress:notice.name')).fill('Kim Berg');
    await visitor.getByLabel(t('redress:notice.email')).fill('kim@anmelder.example');
    await visitor.getByRole('checkbox', { name: t('redress:notice.goodFaith') }).check();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: t('redress:notice.send') }).click();
    await visitor.getByRole('heading', { level: 1, name: t('redress:notice.thanks') }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor
      .getByRole('main')
      .getByRole('link', { name: t('redress:notice.follow', { number: 'A-' }).trim() })
      .click();
    await visitor.getByText(t('redress:follow.state.received')).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);

    await open(moderator, await waiting(moderator, comment.reference));
    await moderator.getByText(said.notice).waitFor();
    await moderator.getByRole('button', { name: t('redress-staff:notice.begin') }).click();
    await moderator.getByText(t('redress-staff:notice.states.looked-at')).waitFor();
    await visitor.reload();
    await visitor.getByText(t('redress:follow.state.looked-at')).waitFor();
    await moderator.getByRole('radio', { name: t('redress-staff:notice.choice.acted') }).check();
    await moderator.getByLabel(t('redress-staff:rule')).selectOption('threat');
    await moderator.getByLabel(t('redress-staff:notice.reasons')).fill(said.hidden);
    expect(await faultsOf(moderator)).toEqual([]);
    await moderator.getByRole('button', { name: t('redress-staff:decideIt') }).click();
    await moderator.getByText(t('redress-staff:notice.outcome.acted')).waitFor();
    await visitor.reload();
    await visitor.getByText(t('redress:follow.outcome.acted')).waitFor();

    await open(author, 'notifications');
    const told = author.getByRole('article').filter({ hasText: said.hidden });
    await told.getByRole('link', { name: t('notifications:appealLink') }).click();
    await author.getByRole('heading', { level: 1, name: t('redress:what.hide') }).waitFor();
    await author.getByText(t('redress:statement.sources.notice')).waitFor();
    await author.getByText(t('redress:statement.byPerson')).waitFor();
    await author.getByRole('link', { name: t('redress:own.title') }).click();
    await author.getByRole('heading', { level: 1, name: t('redress:own.title') }).waitFor();
    expect(await faultsOf(author)).toEqual([]);
    await author.getByRole('link', { name: `${t('redress:what.hide')} · ${comment.reference}` }).click();
    await author.getByText(said.hidden).waitFor();
    await author.getByText(said.comment).waitFor();
    await author.getByLabel(t('redress:appeal.text')).fill(said.appeal);
    expect(await faultsOf(author)).toEqual([]);
    await author.getByRole('button', { name: t('redress:appeal.send') }).click();
    await author.getByText(t('redress:appeal.waits')).waitFor();

    const appealAt = await waiting(moderator, comment.reference);
    await open(moderator, appealAt);
    await moderator.getByText(t('redress-staff:blockers.own-decision')).waitFor();
    await moderator.getByText(said.appeal).waitFor();
    expect(await moderator.getByRole('button', { name: t('redress-staff:decideIt') }).count()).toBe(0);

    const another = await anotherModerator(journey, town, 'Vibe Holm');
    await open(another, appealAt);
    await another.getByRole('radio', { name: t('redress-staff:appeal.choice.upheld') }).check();
    await another.getByLabel(t('redress-staff:appeal.text')).fill(said.upheld);
    expect(await faultsOf(another)).toEqual([]);
    await another.getByRole('button', { name: t('redress-staff:decideIt') }).click();
    await another.getByText(t('redress-staff:appeal.outcome.upheld')).waitFor();

    await visitor.goto(address);
    await visitor.getByText(said.comment).waitFor();
    await author.reload();
    await author.getByText(t('redress:appeal.outcome.upheld')).waitFor();
    await author.getByText(said.upheld).waitFor();
    expect(await faultsOf(author)).toEqual([]);
  });

  it('gives an order its hour, and says when it was carried out', async () => {
    const author = await journey.enter(town.residents[0]);
    const moderator = await journey.enter(town.moderator, { viewport: { width: 320, height: 740 } });
    const { comment, address } = await aContribution(author);
    await open(moderator, 'moderation/orders/new');
    const reference = `2026-${Date.now()}`;
    await moderator.getByLabel(t('redress-staff:order.authority'), { exact: true }).fill('PST');
    await moderator.getByLabel(t('redress-staff:order.reference')).fill(reference);
    await moderator.getByLabel(t('redress-staff:order.location')).fill(comment.reference);
    expect(await faultsOf(moderator)).toEqual([]);
    await moderator.getByRole('button', { name: t('redress-staff:order.register') }).click();
    await moderator.getByText(t('redress-staff:order.copy', { reference: comment.reference })).waitFor();
    expect(await faultsOf(moderator)).toEqual([]);
    const at = await waiting(moderator, reference);
    await open(moderator, at);
    await moderator.getByRole('radio', { name: t('redress-staff:order.choice.removed') }).check();
    await moderator.getByRole('button', { name: t('redress-staff:decideIt') }).click();
    await moderator.getByText(t('redress-staff:order.outcome.removed')).waitFor();
    expect(await faultsOf(moderator)).toEqual([]);
    const visitor = await journey.enter();
    await visitor.goto(address);
    await visitor.getByText('PST').first().waitFor();
    expect(await visitor.getByText(said.comment).count()).toBe(0);
  });

  it('gives a resident their own data, to read and for a program', async () => {
    const resident = await journey.enter(town.residents[0]);
    await aContribution(resident);
    await open(resident, 'me');
    await resident.getByRole('button', { name: t('records:own.order') }).click();
    const file = resident.getByRole('link', { name: t('records:format.json') }).first();
    await file.waitFor();
    expect(await faultsOf(resident)).toEqual([]);
    const saved = await resident.request.get((await file.getAttribute('href'))!);
    const { entries } = (await saved.json()) as { entries: { kind: string; text: string | null }[] };
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'comment', text: said.comment }));
  });

  it('hears a person before anything is decided about them', async () => {
    const person = await journey.enter(town.residents[1]);
    const moderator = await journey.enter(town.moderator);
    const { comment } = await aContribution(person);

    await open(moderator, `moderation/restrictions/new?comment=${comment.id}`);
    await moderator.getByRole('radio', { name: t('redress-staff:restrict.stepDays', { count: 7 }) }).check();
    await moderator.getByLabel(t('redress-staff:rule')).selectOption('insult');
    await moderator.getByLabel(t('redress-staff:restrict.facts')).fill(said.facts);
    await moderator.getByRole('button', { name: t('redress-staff:restrict.hear') }).click();
    // Harsher than the ladder suggests: it must say why.
    const deviation = moderator.getByLabel(t('redress-staff:restrict.deviation'));
    await moderator.getByRole('alert').waitFor();
    await deviation.fill(said.facts);
    expect(await faultsOf(moderator)).toEqual([]);
    await moderator.getByRole('button', { name: t('redress-staff:restrict.hear') }).click();
    await moderator.getByText(t('redress-staff:blockers.hearing-running')).waitFor();
    expect(
      await moderator.getByRole('radio', { name: t('redress-staff:restriction.choice.suspension') }).count(),
    ).toBe(0);
    expect(await faultsOf(moderator)).toEqual([]);

    await open(person, 'notifications');
    await person
      .getByRole('link', { name: t('notifications:kinds.hearing-opened') })
      .first()
      .click();
    await person.getByText(said.facts).waitFor();
    await person.getByText(t('redress:restriction.days', { count: 7 })).waitFor();
    await person.getByLabel(t('redress:hearing.text')).fill(said.heard);
    expect(await faultsOf(person)).toEqual([]);
    await person.getByRole('button', { name: t('redress:hearing.send') }).click();
    await person.getByText(t('redress:hearing.done')).first().waitFor();

    await moderator.reload();
    await awake(moderator);
    await moderator.getByText(said.heard).waitFor();
    await moderator.getByRole('radio', { name: t('redress-staff:restriction.choice.warning') }).check();
    await moderator.getByLabel(t('redress-staff:restriction.reason')).fill(said.reason);
    await moderator.getByRole('button', { name: t('redress-staff:decideIt') }).click();
    await moderator.getByText(t('redress-staff:restriction.outcome.warning')).waitFor();
    await person.reload();
    await person.getByRole('heading', { level: 1, name: t('redress:restriction.title.warned') }).waitFor();
    await person.getByText(said.reason).waitFor();
    await person.getByLabel(t('redress:appeal.text')).waitFor();
    expect(await faultsOf(person)).toEqual([]);
  });

  /** The page where what waits about it is decided, by the queue. */
  async function waiting(moderator: Page, reference: string): Promise<string> {
    await open(moderator, 'moderation');
    const entry = moderator.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first();
    await entry.waitFor();
    expect(await faultsOf(moderator)).toEqual([]);
    return (await entry.getAttribute('href'))!.replace(`/${town.slug}/`, '');
  }
});
