import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anotherModerator, aComment, aPolicy, ask, nameOf } from './support/asking.js';
import { aJourney, awake, faultsOf } from './support/journey.js';
import { onlyIn, TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const SAID = {
  da: {
    policy: 'Politik for stier og lys',
    goal: 'Alle stier har lys om aftenen',
    comment: 'Bestyrelsen er nogle klovne, der aldrig har gået på stien.',
    reply: 'Jeg er uenig, men stien er mørk efter klokken fire.',
    report: 'Det er ikke sådan, vi taler om hinanden.',
    reason: 'Du må gerne være uenig med bestyrelsen, men ikke kalde den klovne.',
    restored: 'Vi har set på det igen: det er hårdt sagt, men det må stå.',
    locked: 'Debatten holder pause til efter borgermødet.',
    other: 'Der er læ ved alle busstop',
    person: 'Jens Hansen',
    number: '49 21 21 21',
    phone: 'Ring til Jens Hansen på 49 21 21 21 om lygten.',
    said: 'om lygten',
    half: 'Lyset ved skolen går ud klokken',
    late: 'Nu kan jeg skrive igen.',
  },
  sv: {
    policy: 'Policy för stigar och ljus',
    goal: 'Alla stigar är upplysta på kvällen',
    comment: 'Styrelsen är clowner som aldrig har gått på stigen.',
    reply: 'Jag håller inte med, men stigen är mörk efter klockan fyra.',
    report: 'Så talar vi inte om varandra.',
    reason: 'Du får gärna ha en annan åsikt än styrelsen, men inte kalda den clowner.',
    restored: 'Vi har tittat på det igen: det är hårt sagt, men det får stå.',
    locked: 'Diskussionen pausar till efter invånarmötet.',
    other: 'Det finns lä vid alla hållplatser',
    person: 'Jens Hansson',
    number: '042-10 50 00',
    phone: 'Ring Jens Hansson på 042-10 50 00 om lyktan.',
    said: 'om lyktan',
    half: 'Ljuset vid skolan släcks klockan',
    late: 'Nu kan jag skriva igen.',
  },
};

/** An entry by what it is about: others may show the same words in their conversation. */
const entryOf = (page: Page, reference: string) =>
  page.getByRole('article', { name: new RegExp(`${reference}$`) });

describe.each(TOWNS)('a moderator of $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const said = SAID[town.language];
  const api = `/municipalities/${town.slug}`;

  /** A goal nobody else talks about, with its address. */
  const aGoal = async () => {
    const staff = await journey.enter(town.staff);
    const policy = await aPolicy(staff, town, said.policy, [said.goal]);
    const { id } = policy.goals[0]!;
    return { id, policy, address: `/${town.slug}/goals/${id}` };
  };

  it('hides what a visitor reports, with a reason everyone reads, and restores it', async () => {
    const goal = await aGoal();
    const author = await journey.enter(town.residents[0]);
    const other = await journey.enter(town.residents[1]);
    const moderator = await journey.enter(town.moderator);
    const visitor = await journey.enter(null, { viewport: { width: 360, height: 740 } });
    const comment = await aComment(author, town, goal.id, said.comment);
    await aComment(other, town, goal.id, said.reply, comment.id);
    await moderator.goto(`/${town.slug}/moderation`);
    await awake(moderator);

    await visitor.goto(goal.address);
    await awake(visitor);
    const name = await nameOf(author);
    await visitor
      .getByRole('button', { name: `${t('reports:report')} ${t('reports:ofComment', { name })}` })
      .click();
    const report = visitor.getByRole('dialog', { name: t('reports:titleComment') });
    await report.getByRole('button', { name: t('reports:send') }).click();
    await report.getByRole('alert').getByText(t('app:faults.not-one-of')).waitFor();
    await report.getByRole('radio', { name: t('reports:reasons.insult') }).check();
    await report.getByLabel(t('reports:text')).fill(said.report);
    await report.getByRole('button', { name: t('reports:send') }).click();
    await report.getByText(t('reports:thanks')).waitFor();
    await report
      .getByRole('button', { name: t('app:close') })
      .last()
      .click();

    const found = moderator.getByRole('article').filter({ hasText: said.comment });
    await found.waitFor();
    for (const context of [name, said.report, `${said.policy} › ${said.goal}`, t('reports:reasons.insult')])
      await found.getByText(context).first().waitFor();
    await found.getByRole('button', { name: t('moderation:actions.hide') }).click();
    const reason = found.getByLabel(t('moderation:form.reason'));
    await reason.fill(said.reason);
    await found.getByRole('button', { name: t('moderation:form.submit.hide') }).click();
    await moderator
      .getByText(t('moderation:done.hide', { reference: comment.reference }))
      .first()
      .waitFor();
    await found.waitFor({ state: 'detached' });

    const tombstone = visitor.getByRole('article', { name: t('discussions:tombstone.hidden') });
    await tombstone.getByText(said.reason).waitFor();
    await visitor.getByText(said.reply).waitFor();
    expect(await visitor.getByText(said.comment).count()).toBe(0);

    await author.goto(`/${town.slug}/notifications`);
    const notice = author.getByRole('article').filter({ hasText: said.reason });
    await notice.getByRole('link', { name: t('notifications:kinds.contribution-hidden.comment') }).waitFor();
    await notice.getByText(said.comment).waitFor();

    await moderator.getByRole('link', { name: t('moderation:queue.log') }).click();
    const entry = moderator.getByRole('article').filter({ hasText: said.reason });
    await entry.getByText(t('moderation:log.byYou')).waitFor();
    await entry
      .getByRole('button', { name: `${t('moderation:actions.restore')} ${comment.reference}` })
      .click();
    const restoring = moderator.getByRole('dialog');
    await restoring.getByLabel(t('moderation:form.reason')).fill(said.restored);
    await restoring.getByRole('button', { name: t('moderation:form.submit.restore') }).click();
    await moderator.getByRole('article').filter({ hasText: said.restored }).waitFor();

    await visitor.getByText(said.comment).waitFor();
    await tombstone.waitFor({ state: 'detached' });
    await author.reload();
    await author
      .getByRole('article')
      .filter({ hasText: said.restored })
      .getByRole('link', { name: t('notifications:kinds.contribution-restored.comment') })
      .waitFor();
  });

  it('locks a discussion with a reason, and nobody can write until it is opened again', async () => {
    const goal = await aGoal();
    const resident = await journey.enter(town.residents[0]);
    const moderator = await journey.enter(town.moderator);
    const comment = await aComment(resident, town, goal.id, said.reply);
    await resident.goto(goal.address);
    await awake(resident);
    const box = resident.getByRole('textbox', { name: t('discussions:composer.label') });
    await box.fill(said.half);

    await moderator.goto(goal.address);
    await awake(moderator);
    await moderator.getByRole('button', { name: t('moderation:actions.lock') }).click();
    const locking = moderator.getByRole('dialog', { name: t('moderation:lock.title') });
    await locking.getByLabel(t('moderation:lock.reason')).fill(said.locked);
    await locking.getByRole('button', { name: t('moderation:lock.submit') }).click();
    await moderator.getByText(t('moderation:done.lock')).first().waitFor();

    const notice = t('discussions:closed.lockedBecause', { reason: said.locked });
    await resident.getByText(notice).waitFor();
    const send = resident.getByRole('button', { name: t('discussions:composer.send') });
    await send.click();
    await resident.getByRole('form').getByText(t('app:errors.thread-locked')).waitFor();
    expect(await box.inputValue()).toBe(said.half);
    const visitor = await journey.enter();
    await visitor.goto(goal.address);
    await visitor.getByText(notice).waitFor();
    await visitor.getByText(said.reply).waitFor();
    expect(await visitor.getByRole('textbox').count()).toBe(0);
    expect(await visitor.getByRole('button', { name: t('discussions:reply.action') }).count()).toBe(0);
    await expect(aComment(resident, town, goal.id, said.late)).rejects.toThrow('thread-locked');
    await expect(
      ask(resident, 'PUT', `${api}/comments/${comment.id}/vote`, { data: { vote: 'agree' } }),
    ).rejects.toThrow('thread-locked');

    await moderator.getByRole('button', { name: t('moderation:actions.unlock') }).click();
    const opening = moderator.getByRole('dialog', { name: t('moderation:lock.openTitle') });
    await opening.getByRole('button', { name: t('moderation:lock.openSubmit') }).click();
    await resident.getByText(notice).waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe(said.half);
    await box.fill(said.late);
    await send.click();
    await resident.getByRole('article').filter({ hasText: said.late }).waitFor();
    await moderator.getByRole('button', { name: t('discussions:news.show', { count: 1 }) }).waitFor();
    await moderator.getByRole('button', { name: t('discussions:news.show', { count: 1 }) }).click();
    await moderator.getByText(said.late).waitFor();
  });

  onlyIn(town, 'helsingor')('is told when a colleague has decided the same meanwhile', async () => {
    const goal = await aGoal();
    const author = await journey.enter(town.residents[0]);
    const reporter = await journey.enter(town.residents[1]);
    const moderator = await journey.enter(town.moderator);
    const colleague = await anotherModerator(journey, town, 'Kim Berg');
    const comment = await aComment(author, town, goal.id, said.comment);
    await ask(reporter, 'POST', `${api}/comments/${comment.id}/reports`, {
      data: { reasonCode: 'insult', text: said.report },
    });

    const address = `/${town.slug}/moderation?search=${comment.reference}`;
    const seen = (page: Page) => page.getByRole('article').filter({ hasText: said.comment });
    const hiding = async (page: Page) => {
      await seen(page)
        .getByRole('button', { name: t('moderation:actions.hide'), exact: true })
        .click();
      await seen(page).getByLabel(t('moderation:form.reason')).fill(said.reason);
    };
    await moderator.goto(address);
    await awake(moderator);
    await colleague.goto(address);
    await awake(colleague);
    await hiding(colleague);

    // Whoever begins has it to themselves, and everybody sees so at once; it can be taken over.
    const colleagueAtIt = t('moderation:entry.claimedBy', { name: await nameOf(colleague) });
    await seen(moderator).getByText(colleagueAtIt).waitFor();
    expect(
      await seen(moderator)
        .getByRole('button', { name: t('moderation:actions.keep'), exact: true })
        .count(),
    ).toBe(0);
    await seen(moderator)
      .getByRole('button', { name: `${t('moderation:actions.takeOver')} ${comment.reference}` })
      .click();
    await hiding(moderator);
    const submit = { name: t('moderation:form.submit.hide') };
    await moderator.getByRole('button', submit).click();
    await moderator
      .getByText(t('moderation:done.hide', { reference: comment.reference }))
      .first()
      .waitFor();

    await colleague.getByText(t('moderation:entry.gone')).waitFor();
    await colleague.getByRole('button', submit).click();
    const name = await nameOf(moderator);
    await colleague.getByText(t('moderation:decided.hide', { name, reason: said.reason })).waitFor();
    expect(await colleague.getByLabel(t('moderation:form.reason')).inputValue()).toBe(said.reason);
    const { items } = await ask<{ items: { subjectId: string }[] }>(
      moderator,
      'GET',
      `${api}/moderation/log`,
    );
    expect(items.filter(({ subjectId }) => subjectId === comment.id)).toHaveLength(1);
  });

  onlyIn(town, 'helsingborg')(
    'decides several at once, takes it back, and finds what is hidden',
    async () => {
      const goal = await aGoal();
      const author = await journey.enter(town.residents[0]);
      const reporter = await journey.enter(town.residents[1]);
      const moderator = await journey.enter(town.moderator);
      const word = `vrøvl${Date.now().toString(36)}`;
      const comments = [];
      for (const part of ['Et', 'To', 'Tre']) {
        const comment = await aComment(author, town, goal.id, `${part} ${word}`);
        await ask(reporter, 'POST', `${api}/comments/${comment.id}/reports`, {
          data: { reasonCode: 'off-topic' },
        });
        comments.push(comment);
      }
      await moderator.goto(`/${town.slug}/moderation?search=${word}`);
      await awake(moderator);
      // This way of looking at the queue is kept, and one click away.
      await moderator.getByText(t('moderation:filters.title', { count: 0 })).click();
      await moderator.getByLabel(t('moderation:filters.name')).fill(word);
      await moderator.getByRole('button', { name: t('moderation:filters.save'), exact: true }).click();
      const saved = moderator.getByRole('list', { name: t('moderation:filters.list') });
      await saved.getByRole('link', { name: word }).waitFor();
      await saved.getByRole('button', { name: `${t('moderation:filters.forget')} ${word}` }).click();
      await saved.waitFor({ state: 'detached' });
      for (const { reference } of comments.slice(0, 2))
        await moderator.getByRole('checkbox', { name: t('moderation:entry.choose', { reference }) }).check();
      const bar = moderator.getByRole('region', { name: t('moderation:many.label') });
      await bar.getByText(t('moderation:many.chosen', { count: 2 })).waitFor();
      await bar.getByRole('button', { name: t('moderation:many.hide') }).click();
      const dialog = moderator.getByRole('dialog');
      await dialog.getByRole('radio', { name: t('reports:reasons.off-topic') }).check();
      await dialog.getByLabel(t('moderation:form.reason')).fill(said.reason);
      await dialog.getByRole('button', { name: t('moderation:many.submit.hide', { count: 2 }) }).click();
      const told = t('moderation:many.done.hide', { count: 2 });
      await moderator.getByRole('status').filter({ hasText: told }).waitFor();
      await entryOf(moderator, comments[0]!.reference).waitFor({ state: 'detached' });
      expect(await faultsOf(moderator)).toEqual([]);

      await moderator.getByRole('button', { name: t('moderation:done.undo') }).click();
      await moderator.getByText(t('moderation:done.undone', { count: 2, reference: '' })).waitFor();
      await entryOf(moderator, comments[0]!.reference).waitFor();

      const last = entryOf(moderator, comments[2]!.reference);
      await last.getByRole('button', { name: t('moderation:actions.remove') }).click();
      await last.getByRole('radio', { name: t('reports:reasons.privacy-violation') }).check();
      await last.getByLabel(t('moderation:form.reason')).fill(said.reason);
      await last.getByRole('button', { name: t('moderation:form.submit.remove') }).click();
      await last.waitFor({ state: 'detached' });

      await moderator.goto(`/${town.slug}/moderation/contributions?search=${comments[2]!.reference}`);
      await awake(moderator);
      const removed = entryOf(moderator, comments[2]!.reference);
      await removed.getByText(t('moderation:entry.quarantined')).waitFor();
      expect(await moderator.getByText(`Tre ${word}`).count()).toBe(0);

      // Only an administrator reads it, and leaves their name and why.
      const administrator = await journey.enter(town.administrator);
      await administrator.goto(`/${town.slug}/admin/quarantine`);
      await awake(administrator);
      const kept = entryOf(administrator, comments[2]!.reference);
      expect(await administrator.getByText(`Tre ${word}`).count()).toBe(0);
      await kept.getByText(t('moderation-admin:quarantine.open')).first().click();
      await kept.getByLabel(t('moderation-admin:quarantine.purpose')).fill(said.reason);
      await kept.getByRole('button', { name: t('moderation-admin:quarantine.open') }).click();
      await kept.getByText(`Tre ${word}`).waitFor();
      await kept
        .getByRole('list', { name: t('moderation-admin:quarantine.opened') })
        .getByText(said.reason)
        .waitFor();
      expect(await faultsOf(administrator)).toEqual([]);
    },
  );

  it('takes personal data out, and moves a comment to the discussion it belongs in', async () => {
    const staff = await journey.enter(town.staff);
    const policy = await aPolicy(staff, town, said.policy, [said.goal, said.other]);
    const [goal, other] = policy.goals;
    const author = await journey.enter(town.residents[0]);
    const reporter = await journey.enter(town.residents[1]);
    const moderator = await journey.enter(town.moderator);
    const comment = await aComment(author, town, goal!.id, said.phone);
    await ask(reporter, 'POST', `${api}/comments/${comment.id}/reports`, {
      data: { reasonCode: 'personal-data' },
    });
    await moderator.goto(`/${town.slug}/moderation?search=${comment.reference}`);
    await awake(moderator);
    const found = entryOf(moderator, comment.reference);
    await found.getByRole('button', { name: t('moderation:actions.edit') }).click();
    const taken = found.getByRole('list', { name: t('moderation:edit.list') });
    // What looks like a number to call is proposed; the name is marked by hand.
    await taken.getByText(said.number).waitFor();
    const text = found.getByRole('textbox', { name: t('moderation:edit.text'), exact: true });
    await text.evaluate((area: HTMLTextAreaElement, name) => {
      const from = area.value.indexOf(name);
      area.focus();
      area.setSelectionRange(from, from + name.length);
    }, said.person);
    await found.getByRole('button', { name: t('moderation:edit.add') }).click();
    await taken.getByText(said.person).waitFor();
    await found.getByLabel(t('moderation:form.reason')).fill(said.reason);
    await found.getByRole('button', { name: t('moderation:form.submit.edit') }).click();
    await found.waitFor({ state: 'detached' });

    await moderator.goto(`/${town.slug}/moderation/contributions?search=${comment.reference}`);
    await awake(moderator);
    const edited = entryOf(moderator, comment.reference);
    await edited.getByText(t('moderation:entry.redacted')).waitFor();
    for (const gone of [said.number, said.person]) expect(await moderator.getByText(gone).count()).toBe(0);
    await edited.getByRole('button', { name: `${t('moderation:moderate')} ${comment.reference}` }).click();
    const dialog = moderator.getByRole('dialog');
    await dialog.getByRole('button', { name: t('moderation:actions.move'), exact: true }).click();
    await dialog.getByLabel(t('moderation:move.search')).fill(said.other);
    await dialog.getByRole('radio', { name: other!.title }).first().check();
    expect(await faultsOf(moderator)).toEqual([]);
    await dialog.getByRole('button', { name: t('moderation:form.submit.move') }).click();
    await moderator
      .getByText(t('moderation:done.move', { reference: comment.reference }))
      .first()
      .waitFor();
    await author.goto(`/${town.slug}/goals/${goal!.id}`);
    await author.getByRole('heading', { level: 1, name: said.goal }).waitFor();
    expect(await author.getByRole('article').filter({ hasText: said.said }).count()).toBe(0);
    await author
      .getByRole('list', { name: t('discussions:moved.label') })
      .getByRole('link', { name: said.other })
      .click();
    const moved = author.getByRole('article').filter({ hasText: said.said });
    await moved.getByText(t('discussions:redacted')).waitFor();

    // The whole discussion goes back to the first; a slip is taken back with what it locked.
    await edited.getByRole('button', { name: `${t('moderation:moderate')} ${comment.reference}` }).click();
    await dialog.getByRole('button', { name: t('moderation:actions.merge') }).click();
    const merging = moderator.getByRole('dialog', { name: t('moderation:merge.title') });
    await merging.getByLabel(t('moderation:move.search')).fill(said.goal);
    await merging.getByRole('radio', { name: goal!.title }).first().check();
    await merging.getByLabel(t('moderation:merge.reason')).fill(said.reason);
    await merging.getByRole('button', { name: t('moderation:merge.submit') }).click();
    await moderator.getByText(t('moderation:done.merge')).first().waitFor();
    await moderator.getByRole('button', { name: t('moderation:done.undo'), exact: true }).click();
    await moderator.getByText(t('moderation:done.undoneThread')).first().waitFor();
    const { items } = await ask<{ items: { action: string }[] }>(
      moderator,
      'GET',
      `${api}/moderation/log?limit=2`,
    );
    expect(items.map(({ action }) => action)).toEqual(['undo', 'merge']);
  });
});
