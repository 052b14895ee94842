import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { aComment, aPolicy, ask } from './support/asking.js';
import { aJourney, awake } from './support/journey.js';
import { reach } from './support/keyboard.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const town = TOWNS[1]!;
const SAID = [
  'Bänken vid torget saknar ryggstöd.',
  'Det finns ingen bänk i backen.',
  'Bänkarna är för låga.',
];
const PROCESS = 'Var ska man kunna sitta och vila?';
const THEME = 'Bänkar att resa sig från';
const ANSWER = 'Vi byter tio bänkar mot sådana med ryggstöd och armstöd.';

describe('staff without a mouse', () => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const api = `/municipalities/${town.slug}`;

  it('link several contributions from the inbox to a process, and answer their theme', async () => {
    const staff = await journey.enter(town.staff);
    const resident = await journey.enter(town.residents[1]);
    const policy = await aPolicy(staff, town, 'Bänkpolicy', ['Det finns bänkar att vila på']);
    for (const body of SAID) await aComment(resident, town, policy.goals[0]!.id, body);
    const { ladder } = await ask<Schema<'MunicipalityView'>>(staff, 'GET', api);
    const process = await ask<Schema<'WorkView'>>(staff, 'POST', `${api}/processes`, {
      data: {
        title: PROCESS,
        kind: 'citizen',
        purpose: 'Bänkarna byts 2027.',
        question: 'Vilka bänkar först?',
        fixedFrame: 'Tio bänkar.',
        level: ladder[2]!.key,
        goalIds: [policy.goals[0]!.id],
      },
    });

    const { keyboard } = staff;
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    const enter = async (wanted: Locator) => {
      await reach(staff, wanted);
      await press('Enter');
    };
    const button = (name: string) => staff.getByRole('button', { name, exact: true });
    const told = (text: string) => staff.getByRole('status').getByText(text).first().waitFor();
    const focused = (wanted: Locator) => wanted.and(staff.locator(':focus')).waitFor();

    await staff.goto(`/${town.slug}/staff/inbox`);
    await awake(staff);
    await reach(staff, staff.getByRole('searchbox', { name: t('involvement-staff:inbox.search') }));
    await keyboard.type('bänk');
    await press('Enter');
    await staff.waitForURL(/search=/);
    const box = (text: string) => staff.getByRole('checkbox', { name: text });
    // The newest is the first.
    await reach(staff, box(SAID[2]!));
    await press('Space', 'Shift+ArrowDown');
    await focused(box(SAID[1]!));
    await press('ArrowDown');
    await focused(box(SAID[0]!));
    await press('Space');
    const chosen = staff.getByRole('region', { name: t('involvement-staff:bulk.title') });
    await chosen.getByText(t('involvement-staff:bulk.selected', { count: 3 })).waitFor();
    await reach(staff, chosen.getByLabel(t('involvement-staff:bulk.process')));
    await keyboard.type(PROCESS.slice(0, 12));
    await enter(button(t('involvement-staff:bulk.link', { count: 3 })));
    await told(t('involvement-staff:bulk.linked', { count: 3, process: PROCESS }));
    // The bar is gone; whoever pressed its button is not lost at the top of the page.
    await focused(staff.getByRole('status').filter({ hasText: /\d/ }));

    await staff.goto(`/${town.slug}/staff/processes/${process.id}?step=sort`);
    await awake(staff);
    await reach(staff, staff.getByRole('textbox', { name: t('involvement-staff:themes.newTitle') }));
    await keyboard.type(THEME);
    await press('Enter');
    await staff
      .getByRole('link', { name: t('involvement-staff:sort.theme', { theme: THEME, count: 0 }) })
      .waitFor();
    await reach(staff, box(t('involvement-staff:inbox.selectAll')));
    await press('Space');
    await reach(staff, chosen.getByLabel(t('involvement-staff:bulk.theme')));
    await keyboard.type(THEME.slice(0, 8));
    await enter(button(t('involvement-staff:sort.move', { count: 3 })));
    await told(t('involvement-staff:sort.moved', { count: 3 }));

    await enter(
      staff.getByRole('link', { name: t('involvement-staff:steps.answerCount', { done: 0, count: 1 }) }),
    );
    const form = staff.getByRole('form', { name: THEME });
    await reach(staff, form.getByRole('radio').first());
    await press('Space');
    await reach(staff, form.getByRole('textbox'));
    await keyboard.type(ANSWER);
    await enter(form.getByRole('button', { name: t('involvement-staff:answer.publish') }));
    const asked = staff.getByRole('dialog', { name: t('involvement-staff:answer.publishTitle') });
    await enter(asked.getByRole('button', { name: t('involvement-staff:answer.publishDo') }));
    await told(t('involvement-staff:answer.published'));
    await focused(staff.getByRole('article').filter({ hasText: THEME }));

    await resident.goto(`/${town.slug}/processes/${process.id}`);
    await resident.getByText(ANSWER).waitFor();
    for (const said of SAID) await resident.getByText(said).waitFor();
    expect(await resident.getByText(t('involvement:outcome.accepted'), { exact: true }).count()).toBe(1);
  });
});
