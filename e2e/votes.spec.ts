import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Translate } from '../apps/web/src/i18n/i18n.js';
import { aPolicy, ask } from './support/asking.js';
import { pastTheRules } from './support/database.js';
import { download } from './support/files.js';
import { aText, open } from './support/goals.js';
import { aJourney, faultsOf, settled, type Town } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

type Vote = Schema<'VoteView'>;

const CLI = path.resolve(import.meta.dirname, '../apps/api/dist/cli.js');
const WORDS = {
  da: { policy: 'Bænkepolitik', goal: 'Et sted at sidde', options: ['Havnen', 'Torvet', 'Parken'] },
  sv: { policy: 'Bänkpolicy', goal: 'Någonstans att sitta', options: ['Hamnen', 'Torget', 'Parken'] },
};

/** Puts the options in this order, with the keyboard alone. */
async function rank(page: Page, t: Translate, order: string[]) {
  for (const [index, option] of order.entries()) {
    await page.getByRole('button', { name: t('votes:ranking.add', { option, place: index + 1 }) }).focus();
    await page.keyboard.press('Enter');
  }
}

async function send(page: Page, t: Translate) {
  await page.getByRole('button', { name: t('votes:ballot.cast'), exact: true }).click();
  await page
    .getByRole('status')
    .filter({ hasText: t('votes:ballot.counts') })
    .first()
    .waitFor();
}

async function receiptOn(page: Page, t: Translate): Promise<string> {
  await page.getByText(t('votes:receipt.title'), { exact: true }).click();
  const receipt = await page.locator('#receipt').textContent();
  expect(receipt).toMatch(/^medvind1\./);
  return receipt!;
}

async function check(page: Page, t: Translate, receipt: string, is: 'counted' | 'replaced' | 'changed') {
  await page.getByRole('textbox', { name: t('votes:check.receipt') }).fill(receipt);
  await page.getByRole('button', { name: t('votes:check.do') }).click();
  await page.getByText(t(`votes:check.is.${is}`)).waitFor();
}

/** A kind of vote: how it is asked, how it is answered on the page, what another answers, and what that comes to. */
interface Kind {
  wishes: Partial<Schema<'VoteDraftInput'>> & { kind: Vote['kind'] };
  answer: (page: Page, t: Translate, options: string[]) => Promise<unknown>;
  other: Schema<'BallotInput'>['choice'];
  says: (t: Translate, options: string[]) => string[];
}

const KINDS: Kind[] = [
  {
    wishes: { kind: 'for-against', majority: 'half', quorum: 2, hidden: true },
    answer: (page, t) => page.getByRole('radio', { name: t('votes:forAgainst.for') }).check(),
    other: 'blank',
    says: (t) => [
      t('votes:result.outcome.carried'),
      t('votes:result.quorumMet', { count: 2, needed: 2, got: 2 }),
      t('votes:result.majority.half'),
      t('votes:result.majorityFinal.motion', { needed: 1, got: 1, of: 1 }),
    ],
  },
  {
    wishes: { kind: 'choose', most: 2 },
    answer: async (page, _, [first, second]) => {
      for (const name of [first!, second!]) await page.getByRole('checkbox', { name }).check();
    },
    other: ['o2'],
    says: (t, [, second]) => [t('votes:result.outcome.decided', { winners: second! })],
  },
  {
    wishes: { kind: 'scores', most: 5 },
    answer: async (page, _, [first, second]) => {
      await page.getByRole('combobox', { name: first! }).selectOption('3');
      await page.getByRole('combobox', { name: second! }).selectOption('5');
    },
    other: { o2: 4 },
    says: (t, [, second]) => [
      t('votes:result.outcome.decided', { winners: second! }),
      t('votes:result.gave', { count: 1, score: 4 }),
    ],
  },
  {
    wishes: { kind: 'allotment', most: 100 },
    answer: async (page, t, [first, second]) => {
      await page.getByRole('spinbutton', { name: first! }).fill('30');
      await page.getByRole('spinbutton', { name: second! }).fill('70');
      await page.getByText(t('votes:allotment.left', { left: 0, sum: 100 })).waitFor();
    },
    other: { o1: 100 },
    says: (t, [first]) => [t('votes:result.outcome.shared', { winners: first! })],
  },
];

/** What the municipality asks is written down by its staff, on the page, and published there. */
async function aRanking(staff: Page, t: Translate, { slug }: Town, goalId: string, options: string[]) {
  await open(staff, `/${slug}/goals/${goalId}/new-vote`);
  await staff.getByRole('textbox', { name: t('votes-staff:question') }).fill(aText('?'));
  await staff.getByRole('radio', { name: t('votes-staff:kinds.ranking') }).check();
  await staff.getByRole('button', { name: t('votes-staff:optionAdd') }).click();
  const titles = staff.getByRole('textbox', { name: t('votes-staff:optionTitle'), exact: true });
  for (const [index, option] of options.entries()) await titles.nth(index).fill(option);
  await staff.getByLabel(t('votes-staff:opensAt'), { exact: true }).fill('2026-01-01T08:00');
  await staff.getByLabel(t('votes-staff:closesAt'), { exact: true }).fill('2099-01-01T08:00');
  await staff.getByRole('checkbox', { name: t('votes-staff:hidden') }).uncheck();
  expect(await faultsOf(staff)).toEqual([]);
  await staff.getByRole('button', { name: t('votes-staff:saveDraft') }).click();
  await staff.waitForURL(/\/staff\/votes\//);
  await staff.getByRole('button', { name: t('votes-staff:publish') }).click();
  const asked = staff.getByRole('dialog', { name: t('votes-staff:confirm.title') });
  await asked.getByRole('button', { name: t('votes-staff:publish') }).click();
  await staff.waitForURL(new RegExp(`/${slug}/votes/`));
  return ask<Vote>(staff, 'GET', `/municipalities/${slug}/votes/${staff.url().split('/').at(-1)}`);
}

async function aVote(staff: Page, { slug }: Town, goalId: string, options: string[], { wishes }: Kind) {
  const at = `/municipalities/${slug}`;
  const data = {
    question: aText(wishes.kind),
    options: wishes.kind === 'for-against' ? [] : options.map((title) => ({ title })),
    majority: 'most',
    hidden: false,
    opensAt: '2026-01-01T08:00:00.000Z',
    closesAt: '2099-01-01T08:00:00.000Z',
    ...wishes,
  };
  const { id } = await ask<Vote>(staff, 'POST', `${at}/goals/${goalId}/votes`, { data });
  return ask<Vote>(staff, 'POST', `${at}/votes/${id}/publish`);
}

/** As if they had been published to close now; what closes them is their own job. */
const letClose = (votes: readonly Vote[]) =>
  pastTheRules([
    ['UPDATE vote SET closes_at = now() WHERE id = ANY($1)', votes.map(({ id }) => id)],
    ['UPDATE ballot_box SET closes_at = now() WHERE id = ANY($1)', votes.map(({ boxId }) => boxId)],
    [
      'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = ANY($1)',
      votes.map(({ boxId }) => `close-ballot-box:${boxId}`),
    ],
  ]);

describe.each(TOWNS)('a vote in $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const { policy, goal, options } = WORDS[town.language];

  it('called off says why, on the page that is open too, and keeps the ballot that was cast', async () => {
    const [staff, resident] = [await journey.enter(town.staff), await journey.enter(town.residents[0])];
    const { goals } = await aPolicy(staff, town, aText(policy), [goal]);
    const vote = await aVote(staff, town, goals[0]!.id, options, KINDS[0]!);
    await open(resident, `/${town.slug}/votes/${vote.id}`);
    await KINDS[0]!.answer(resident, t, options);
    await send(resident, t);
    const receipt = await receiptOn(resident, t);
    await open(staff, `/${town.slug}/staff/votes/${vote.id}`);
    const reason = aText('Torvet bygges om');
    await staff.getByRole('textbox', { name: t('votes-staff:callOffReason') }).fill(reason);
    expect(await faultsOf(staff)).toEqual([]);
    await staff.getByRole('button', { name: t('votes-staff:callOff') }).click();
    const sure = staff.getByRole('dialog', { name: t('votes-staff:callOffSure') });
    await sure.getByRole('button', { name: t('votes-staff:callOff') }).click();
    await staff.waitForURL(new RegExp(`/${town.slug}/votes/`));
    await resident.getByText(reason).waitFor();
    await resident.getByText(t('votes:ballot.kept')).waitFor();
    expect(await resident.getByText(t('votes:result.title'), { exact: true }).count()).toBe(0);
    expect(await faultsOf(resident)).toEqual([]);
    await open(resident, `/${town.slug}/votes/${vote.id}/check`);
    await resident.getByRole('textbox', { name: t('votes:check.receipt') }).fill(receipt);
    await resident.getByRole('button', { name: t('votes:check.do') }).click();
    // Signed within a moment of its end, or not yet.
    await resident
      .getByText(t('votes:check.is.kept'))
      .or(resident.getByText(t('votes:check.is.waiting')))
      .first()
      .waitFor();
  });

  it('on an initiative is for, against or blank where its scheme asks for that', async () => {
    const [proposer, resident] = [
      await journey.enter(town.residents[1]),
      await journey.enter(town.residents[0]),
    ];
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, aText(policy), [goal]);
    const at = `/municipalities/${town.slug}`;
    const { id } = await ask<Schema<'InitiativeView'>>(
      proposer,
      'POST',
      `${at}/goals/${goals[0]!.id}/initiatives`,
      {
        data: { title: aText(goal), text: `${goal}: ${options.join(', ')}. `.repeat(3) },
      },
    );
    await ask(proposer, 'POST', `${at}/initiatives/${id}/publish`);
    // Under a rule of its own, which no other journey comes under.
    await pastTheRules([
      [
        `WITH own AS (
           INSERT INTO initiative_rule (municipality_id, version, scheme)
           SELECT rule.municipality_id, -1, rule.scheme || '{"ballot": "for-against-blank"}'
           FROM initiative JOIN initiative_rule AS rule ON rule.id = rule_id WHERE initiative.id = $1 RETURNING id
         ) UPDATE initiative SET rule_id = own.id FROM own WHERE initiative.id = $1`,
        id,
      ],
    ]);
    await open(resident, `/${town.slug}/initiatives/${id}`);
    const button = (stance: 'for' | 'against' | 'blank') =>
      resident.getByRole('button', { name: t(`initiative-life:stance.${stance}`), exact: true });
    await button('against').click();
    await resident.getByText(t('initiative-life:stance.said.against')).waitFor();
    await resident.getByText(t('initiative-life:stance.counts', { for: 0, against: 1, blank: 0 })).waitFor();
    await settled(resident);
    expect(await faultsOf(resident)).toEqual([]);
    await button('for').focus();
    await resident.keyboard.press('Enter');
    await resident.getByText(t('initiative-life:stance.counts', { for: 1, against: 0, blank: 0 })).waitFor();
    expect(await button('for').getAttribute('aria-pressed')).toBe('true');
    await resident.getByRole('button', { name: t('initiative-life:stance.takeBack') }).click();
    await resident.getByText(t('initiative-life:stance.counts', { for: 0, against: 0, blank: 0 })).waitFor();
  });

  it('of each kind is made, cast, changed, closed, explained, and checked by anyone', async () => {
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, aText(policy), [goal]);
    const goalId = goals[0]!.id;
    const [resident, other] = [
      await journey.enter(town.residents[0]),
      await journey.enter(town.residents[1]),
    ];
    const address = ({ id }: Vote, page = '') => `/${town.slug}/votes/${id}${page}`;

    // One is written on the page; the others are asked for, and each is answered on its page.
    const ranking = await aRanking(staff, t, town, goalId, options);
    const asked = await Promise.all(
      KINDS.map(async (kind) => ({ kind, vote: await aVote(staff, town, goalId, options, kind) })),
    );
    for (const { kind, vote } of asked) {
      await open(resident, address(vote));
      await kind.answer(resident, t, options);
      await send(resident, t);
      await ask(other, 'PUT', `/municipalities/${town.slug}/votes/${vote.id}/ballot`, {
        data: { choice: kind.other },
      });
      if (!vote.hidden) continue;
      await resident.getByText(t('votes:result.hidden')).waitFor();
      await open(staff, address(vote));
      await staff.getByText(t('votes:result.hidden')).waitFor();
    }

    // Two residents rank, and one thinks better of it.
    const [first, second, third] = options as [string, string, string];
    await Promise.all([open(resident, address(ranking)), open(other, address(ranking))]);
    await rank(resident, t, [second, first, third]);
    await rank(other, t, [first, second]);
    for (const page of [resident, other]) await send(page, t);
    const [former, theirs] = [await receiptOn(resident, t), await receiptOn(other, t)];
    await resident.getByRole('button', { name: t('votes:ballot.change') }).click();
    await resident.getByRole('button', { name: t('votes:ranking.up', { option: first }) }).click();
    await resident.getByRole('button', { name: t('votes:ballot.change') }).click();
    await resident.getByRole('button', { name: t('votes:ballot.withdraw') }).waitFor();
    const changed = await receiptOn(resident, t);
    expect(changed).not.toBe(former);
    await settled(other);
    expect(await faultsOf(other)).toEqual([]);

    // They close; the page that is open hears of it and explains the result, and so does each of the others.
    await letClose([ranking, ...asked.map(({ vote }) => vote)]);
    await other.getByText(t('votes:result.outcome.decided', { winners: first })).waitFor();
    await other.getByText(t('votes:result.ballots', { count: 2 })).waitFor();
    expect(await other.getByRole('rowheader').allTextContents()).toEqual(options);
    expect(await faultsOf(other)).toEqual([]);
    for (const [index, { kind, vote }] of asked.entries()) {
      await open(other, address(vote));
      await other.getByRole('heading', { name: t('votes:result.title') }).waitFor();
      for (const says of kind.says(t, options)) await other.getByText(says).first().waitFor();
      // What they are made of is the same in both languages: half of them in each.
      if (index % 2 === TOWNS.indexOf(town)) expect(await faultsOf(other)).toEqual([]);
    }

    // Each checks their own vote in their own browser.
    await open(resident, address(ranking, '/check'));
    await check(resident, t, changed, 'counted');
    expect(await faultsOf(resident)).toEqual([]);
    await check(resident, t, former, 'replaced');

    // Anyone downloads all of it and counts again.
    const visitor = await journey.enter();
    const ledger = path.join(os.tmpdir(), `medvind-journey-${process.pid}-${town.slug}.jsonl`);
    const fetched = async () => {
      await open(visitor, address(ranking));
      const link = visitor.getByRole('link', { name: t('votes:openness.download') });
      fs.writeFileSync(ledger, (await download(visitor, link)).file);
    };
    const verify = (...more: string[]) => {
      const { status, stdout } = spawnSync(process.execPath, [CLI, 'verify-ballots', ledger, ...more], {
        encoding: 'utf8',
      });
      return [status, stdout];
    };
    await fetched();
    expect(verify('--receipt', theirs, '--receipt', changed)).toEqual([
      0,
      expect.stringContaining('the published result is the same'),
    ]);

    // Somebody turns a ballot round in the database: the page says so to whoever has its receipt, and the program to all.
    await pastTheRules([
      [`UPDATE ballot_entry SET choice = '["o3","o2","o1"]' WHERE box_id = $1 AND turn = 2`, ranking.boxId],
    ]);
    await check(resident, t, changed, 'changed');
    expect(await faultsOf(resident)).toEqual([]);
    await fetched();
    expect(verify()).toEqual([1, expect.stringContaining('is not what was signed')]);
    fs.rmSync(ledger);
  });
});
