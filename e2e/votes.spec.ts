import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Translate } from '../apps/web/src/i18n/i18n.js';
import { aPolicy, ask } from './support/asking.js';
import { download } from './support/files.js';
import { aText, open } from './support/goals.js';
import { aJourney, faultsOf, settled } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

const CLI = path.resolve(import.meta.dirname, '../apps/api/dist/cli.js');
/** Long enough for two to vote and one to change it. */
const OPEN_MS = 30_000;
const OPTIONS = ['Havnen', 'Torvet', 'Parken'];
const [town] = TOWNS as [(typeof TOWNS)[number]];

/** Puts the options in this order, with the keyboard alone. */
async function rank(page: Page, t: Translate, order: string[]) {
  for (const [index, option] of order.entries()) {
    await page.getByRole('button', { name: t('votes:ranking.add', { option, place: index + 1 }) }).focus();
    await page.keyboard.press('Enter');
  }
}

async function receiptOn(page: Page, t: Translate): Promise<string> {
  await page.getByText(t('votes:receipt.title'), { exact: true }).click();
  const receipt = await page.locator('#receipt').textContent();
  expect(receipt).toMatch(/^medvind1\./);
  return receipt!;
}

async function check(page: Page, t: Translate, address: string, receipt: string, says: string) {
  await open(page, address);
  await page.getByRole('textbox', { name: t('votes:check.receipt') }).fill(receipt);
  await page.getByRole('button', { name: t('votes:check.do') }).click();
  await page.getByText(says).waitFor();
}

describe('a vote', () => {
  const journey = aJourney();

  it('is made, cast, changed, closed, explained and checked by anyone', async () => {
    const t = wordsOf(town.language);
    const staff = await journey.enter(town.staff);
    const policy = await aPolicy(staff, town, aText('Bænkepolitik'), ['Et sted at sidde']);
    const question = aText('Hvor skal bænkene stå?');

    // A member of staff writes it down, and publishes it.
    await open(staff, `/${town.slug}/goals/${policy.goals[0]!.id}/new-vote`);
    await staff.getByRole('textbox', { name: t('votes-staff:question') }).fill(question);
    await staff.getByRole('radio', { name: t('votes-staff:kinds.ranking') }).check();
    await staff.getByRole('button', { name: t('votes-staff:optionAdd') }).click();
    const titles = staff.getByRole('textbox', { name: t('votes-staff:optionTitle'), exact: true });
    for (const [index, option] of OPTIONS.entries()) await titles.nth(index).fill(option);
    await staff.getByLabel(t('votes-staff:opensAt'), { exact: true }).fill('2026-01-01T08:00');
    await staff.getByLabel(t('votes-staff:closesAt'), { exact: true }).fill('2099-01-01T08:00');
    expect(await faultsOf(staff)).toEqual([]);
    await staff.getByRole('button', { name: t('votes-staff:saveDraft') }).click();
    await staff.waitForURL(/\/staff\/votes\//);
    const id = staff.url().split('/').at(-1)!;
    const api = `/municipalities/${town.slug}/votes/${id}`;
    const drafted = await ask<Schema<'VoteView'>>(staff, 'GET', api);
    const [ida, karin] = [await journey.enter(town.residents[0]), await journey.enter(town.residents[1])];
    const { kind, method, hidden, majority, options, opensAt } = drafted;
    const closesAt = new Date(Date.now() + OPEN_MS).toISOString();
    const wishes = { question, kind, method, hidden, majority, opensAt, closesAt };
    await ask(staff, 'PUT', api, { data: { ...wishes, options: options.map(({ title }) => ({ title })) } });
    await staff.reload();
    await staff.getByRole('button', { name: t('votes-staff:publish') }).click();
    await staff.waitForURL(new RegExp(`/${town.slug}/votes/`));

    // Two residents vote, and one thinks better of it.
    const address = `/${town.slug}/votes/${id}`;
    await Promise.all([open(ida, address), open(karin, address)]);
    await rank(ida, t, ['Torvet', 'Havnen', 'Parken']);
    await rank(karin, t, ['Havnen', 'Torvet']);
    const cast = { name: t('votes:ballot.cast'), exact: true };
    for (const page of [ida, karin]) {
      await page.getByRole('button', cast).click();
      await page
        .getByRole('status')
        .filter({ hasText: t('votes:ballot.counts') })
        .first()
        .waitFor();
    }
    const [first, hers] = [await receiptOn(ida, t), await receiptOn(karin, t)];
    await ida.getByRole('button', { name: t('votes:ballot.change') }).click();
    await ida.getByRole('button', { name: t('votes:ranking.up', { option: 'Havnen' }) }).click();
    await ida.getByRole('button', { name: t('votes:ballot.change') }).click();
    await ida.getByRole('button', { name: t('votes:ballot.withdraw') }).waitFor();
    const changed = await receiptOn(ida, t);
    expect(changed).not.toBe(first);
    await settled(karin);
    expect(await faultsOf(karin)).toEqual([]);

    // It closes by itself; the page that is open hears of it and explains the result.
    const winner = t('votes:result.outcome.decided', { winners: 'Havnen' });
    await karin.getByText(winner).waitFor({ timeout: 2 * OPEN_MS });
    await karin.getByText(t('votes:result.ballots', { count: 2 })).waitFor();
    expect(await karin.getByRole('rowheader').allTextContents()).toEqual(OPTIONS);
    expect(await faultsOf(karin)).toEqual([]);

    // Each checks their own vote in their own browser.
    await check(karin, t, `${address}/check`, hers, t('votes:check.is.counted'));
    expect(await faultsOf(karin)).toEqual([]);
    await check(ida, t, `${address}/check`, changed, t('votes:check.is.counted'));
    await check(ida, t, `${address}/check`, first, t('votes:check.is.replaced'));
    const forged = changed.replace(
      /\.[^.]{20}/,
      (part) => `${part.slice(0, -1)}${part.endsWith('A') ? 'B' : 'A'}`,
    );
    await check(ida, t, `${address}/check`, forged, t('votes:check.is.not-a-receipt'));

    // Anyone downloads all of it and counts again.
    const visitor = await journey.enter();
    await open(visitor, address);
    const { file } = await download(
      visitor,
      visitor.getByRole('link', { name: t('votes:openness.download') }),
    );
    const ledger = path.join(os.tmpdir(), `medvind-journey-${process.pid}.jsonl`);
    fs.writeFileSync(ledger, file);
    const verify = (...more: string[]) =>
      spawnSync(process.execPath, [CLI, 'verify-ballots', ledger, ...more], { encoding: 'utf8' });
    const good = verify('--receipt', hers, '--receipt', changed);
    expect([good.status, good.stdout]).toEqual([
      0,
      expect.stringContaining('the published result is the same'),
    ]);
    fs.writeFileSync(ledger, String(file).replace('"turn":2', '"turn":1'));
    const bad = verify();
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining('is not what was signed')]);
    fs.rmSync(ledger);
  });
});
