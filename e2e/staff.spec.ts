import fs from 'node:fs';
import path from 'node:path';
import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aComment, ask } from './support/asking.js';
import { download, FORMULA, openDocx, openXlsx, PLAIN_TEXT } from './support/files.js';
import { aJourney, awake } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(90_000);

const FORMULA_TEXT = '=HYPERLINK("http://evil.example","x")';
const YEAR = 2027;

const SAID = {
  da: {
    document: `# Kystpolitik

Kysten er for alle, og den skal også være der i morgen. Politikken gælder 2026–2030.

## Mål

### 1. Adgang til vandet

Alle skal kunne komme ned til vandet.

- Vejen til vandet er jævn
- uden trapper og kantsten
- Badebroen er åben hele året

### 2. Liv under vandet

- Ålegræsset vokser igen
- Se bilaget om fisk
`,
    noGoals: '# Referat\n\nVi mødtes på rådhuset, og der var kaffe.\n',
    pasted: 'Det her havde jeg skrevet i forvejen.',
    title: 'Kystpolitik',
    goals: ['Adgang til vandet', 'Liv under vandet'],
    wrong: 'Badebroen er åben hele året',
    right: 'Badebroen er åben sommer og vinter',
    before: 'Vejen til vandet er jævn',
    merged: 'uden trapper og kantsten',
    dropped: 'Se bilaget om fisk',
    comments: [
      'Kørestolen kan ikke komme forbi de tre trin ved badebroen.',
      'Om vinteren ligger broen på land, så vi må gå ud over stenene.',
      FORMULA_TEXT,
    ],
    initiative: {
      title: 'Lad badebroen blive liggende om vinteren',
      text: 'Vi er mange, der bader hele året. Lad det yderste fag blive liggende, så vi kan komme sikkert i og op.',
    },
    process: {
      title: 'Hvordan kommer vi i vandet om vinteren?',
      purpose: 'Svarene bruges, når broen skal fornyes i 2027.',
      question: 'Hvor skal der være adgang uden trin, og hvornår på året?',
      fixedFrame: 'Broen skal blive, hvor den er, og der er 400.000 kr.',
    },
    themes: ['Adgang uden trin', 'Bro om vinteren'],
    answers: [
      'Der kommer en rampe ved siden af de tre trin, inden maj.',
      'Det yderste fag bliver liggende en vinter på prøve.',
    ],
    action: {
      title: 'Rampe ved badebroen',
      description: 'En rampe på fire meter ved siden af trinene.',
      successCriterion: 'Alle kan komme ud på broen uden hjælp',
      indicator: '=1+1',
      responsible: 'Center for By og Havn',
      schedule: 'Forår 2027',
    },
    result: 'Rampen åbnede den 3. maj.',
    annexes: ['Bilag 1: Inspirationskatalog', 'Bilag 2: Hvidbog'],
    sheets: ['Inspirationskatalog', 'Hvidbog'],
    locale: 'da-DK',
    own: { file: 'helsingor-medborgerskabspolitik.md', goals: 20 },
  },
  sv: {
    document: `# Kustprogram

Kusten är till för alla, och den ska finnas kvar i morgon. Programmet gäller 2026–2030.

## Mål

### 1. Vägen till vattnet

Alla ska kunna ta sig ner till vattnet.

- Vägen till vattnet är jämn
- utan trappor och kanter
- Badbryggan är öppen hela året

### 2. Livet under ytan

- Ålgräset växer igen
- Se bilagan om fisk
`,
    noGoals: '# Anteckningar\n\nVi träffades på rådhuset och drack kaffe.\n',
    pasted: 'Det här hade jag redan skrivit.',
    title: 'Kustprogram',
    goals: ['Vägen till vattnet', 'Livet under ytan'],
    wrong: 'Badbryggan är öppen hela året',
    right: 'Badbryggan är öppen sommar och vinter',
    before: 'Vägen till vattnet är jämn',
    merged: 'utan trappor och kanter',
    dropped: 'Se bilagan om fisk',
    comments: [
      'Rullstolen kommer inte förbi de tre trappstegen vid badbryggan.',
      'På vintern ligger bryggan på land, så vi får gå ut över stenarna.',
      FORMULA_TEXT,
    ],
    initiative: {
      title: 'Låt badbryggan ligga kvar på vintern',
      text: 'Vi är många som badar hela året. Låt den yttersta delen ligga kvar så att vi kan ta oss i och upp säkert.',
    },
    process: {
      title: 'Hur tar vi oss i vattnet på vintern?',
      purpose: 'Svaren används när bryggan ska förnyas 2027.',
      question: 'Var ska man kunna komma fram utan trappsteg, och när på året?',
      fixedFrame: 'Bryggan ska ligga där den ligger, och det finns 400 000 kr.',
    },
    themes: ['Fram utan trappsteg', 'Brygga på vintern'],
    answers: [
      'Det blir en ramp bredvid de tre trappstegen före maj.',
      'Den yttersta delen ligger kvar en vinter på prov.',
    ],
    action: {
      title: 'Ramp vid badbryggan',
      description: 'En ramp på fyra meter bredvid trappstegen.',
      successCriterion: 'Alla kan ta sig ut på bryggan utan hjälp',
      indicator: '=1+1',
      responsible: 'Stadsbyggnadsförvaltningen',
      schedule: 'Våren 2027',
    },
    result: 'Rampen öppnade den 3 maj.',
    annexes: ['Bilaga 1: Idékatalog', 'Bilaga 2: Samrådsredogörelse'],
    sheets: ['Idékatalog', 'Samrådsredogörelse'],
    locale: 'sv-SE',
    own: { file: 'helsingborg-viljeinriktningar.txt', goals: 78 },
  },
};

/** The municipalities' own documents, where they lie beside the project. */
const DOCUMENTS = path.resolve(import.meta.dirname, '../../shared/policies');
const itIfThere = fs.existsSync(DOCUMENTS) ? it : it.skip;

// One after the other: each goes on where the one before it ended, from the document to the result.
describe.each(TOWNS)('staff of $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const said = SAID[town.language];
  const at = `/${town.slug}`;
  const api = `/municipalities/${town.slug}`;
  let policy: Schema<'PolicyView'>;
  let goal: Schema<'GoalSummary'>;
  let planAddress: string;

  const open = async (page: Page, address: string) => {
    await page.goto(at + address);
    await awake(page);
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const told = (page: Page, text: string) => page.getByRole('status').getByText(text).first().waitFor();
  const choose = (page: Page, name: string, text: string | Buffer) =>
    page.getByLabel(t('imports:form.file'), { exact: true }).setInputFiles({
      name,
      mimeType: 'text/markdown',
      buffer: Buffer.from(text),
    });

  it('are told what is wrong with a document, and lose nothing of what they wrote', async () => {
    const staff = await journey.enter(town.staff);
    await open(staff, '/staff/policies');
    await staff.getByText(t('imports:form.paste')).click();
    const pasted = staff.getByRole('textbox', { name: t('imports:form.text') });
    await pasted.fill(said.pasted);

    const refused = staff.getByRole('alert');
    await choose(staff, 'billede.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe, 0, 0]));
    await button(staff, t('imports:form.submit')).click();
    await refused.getByText(t('app:faults.not-text')).waitFor();
    await choose(staff, 'tom.md', '');
    await button(staff, t('imports:form.submit')).click();
    await refused.getByText(t('app:faults.empty-document')).waitFor();
    expect(await pasted.inputValue()).toBe(said.pasted);

    await choose(staff, 'referat.md', said.noGoals);
    await button(staff, t('imports:form.submit')).click();
    await staff.getByText(t('imports:warning.no-goals-found')).waitFor();
    await button(staff, t('imports:giveUp.action')).click();
    await button(staff, t('imports:giveUp.confirm')).click();
    await staff.getByRole('heading', { level: 1, name: t('imports:title') }).waitFor();
  });

  it('import a document, correct what was found in it, and publish it with a discussion per goal', async () => {
    const staff = await journey.enter(town.staff);
    await open(staff, '/staff/policies');
    await choose(staff, 'kyst.md', said.document);
    await button(staff, t('imports:form.submit')).click();
    await staff.getByRole('heading', { level: 1, name: said.title }).waitFor();

    const row = (title: string) => staff.getByRole('button', { name: title });
    await row(said.wrong).click();
    await staff
      .getByRole('group', { name: said.wrong })
      .getByRole('textbox', { name: t('imports:node.title'), exact: true })
      .fill(said.right);
    await button(staff, t('imports:node.close')).click();
    await row(said.merged).click();
    await button(staff, t('imports:node.merge')).click();
    await row(said.dropped).click();
    await button(staff, t('imports:node.drop')).click();
    await told(staff, t('imports:node.dropped', { count: 1 }));
    await staff.getByText(t('imports:save.saved')).waitFor();
    await staff.reload();
    await awake(staff);
    await row(said.right).waitFor();
    expect(await row(said.dropped).count()).toBe(0);

    await button(staff, t('imports:publish.action')).click();
    const asked = staff.getByRole('dialog');
    await asked.getByText(t('imports:goalCount', { count: 5 })).waitFor();
    await button(staff, t('imports:publish.confirm')).click();
    await staff.getByRole('heading', { level: 1, name: t('imports:publish.done') }).waitFor();
    await staff.getByRole('link', { name: said.title, exact: true }).click();
    await staff.getByRole('heading', { level: 1, name: said.title }).waitFor();
    await staff
      .getByText(t('policies:validity.fromTo', { from: '2026', to: '2030' }))
      .first()
      .waitFor();
    await staff.getByRole('link', { name: said.right }).click();
    await staff.getByRole('heading', { level: 1, name: said.right }).waitFor();
    await staff.getByText(t('discussions:empty.title')).waitFor();

    const { items } = await ask<{ items: Schema<'PolicySummary'>[] }>(staff, 'GET', `${api}/policies`);
    const { slug } = items.find(({ title }) => title === said.title)!;
    policy = await ask(staff, 'GET', `${api}/policies/${slug}`);
    goal = policy.goals.find(({ title }) => title === said.right)!;
    expect(policy.goals.map(({ title }) => title)).toEqual(
      expect.arrayContaining([...said.goals, said.before, said.right]),
    );
    const joined = policy.goals.find(({ title }) => title === said.before)!;
    await open(staff, `/goals/${joined.id}`);
    await staff.getByText(said.merged).waitFor();
  });

  it('link what residents said, sort and answer it, and can only close when all is answered', async () => {
    const staff = await journey.enter(town.staff);
    const resident = await journey.enter(town.residents[0]);
    const comments = [];
    for (const text of said.comments) comments.push(await aComment(resident, town, goal.id, text));
    const initiative = await ask<Schema<'InitiativeView'>>(
      resident,
      'POST',
      `${api}/goals/${goal.id}/initiatives`,
      { data: said.initiative },
    );
    await ask(resident, 'POST', `${api}/initiatives/${initiative.id}/publish`);

    await open(staff, '/staff/processes');
    await staff.getByRole('link', { name: t('involvement-staff:list.new') }).click();
    const { title } = said.process;
    for (const [label, text] of [
      [t('involvement-staff:record.titleLabel'), title],
      [t('involvement-staff:record.purpose'), said.process.purpose],
      [t('involvement-staff:record.question'), said.process.question],
      [t('involvement-staff:record.fixedFrame'), said.process.fixedFrame],
    ] as const)
      await staff.getByRole('textbox', { name: label }).fill(text);
    const { ladder } = await ask<Schema<'MunicipalityView'>>(staff, 'GET', api);
    await staff.getByRole('radio', { name: ladder[2]!.name, exact: true }).check();
    await staff.getByLabel(t('involvement-staff:record.goalsPolicy')).selectOption({ label: said.title });
    await staff.getByRole('checkbox', { name: goal.title }).check();
    await button(staff, t('involvement-staff:new.submit')).click();
    await told(staff, t('involvement-staff:new.done'));
    const work = new URL(staff.url()).pathname.slice(at.length);

    await open(staff, '/staff/inbox');
    await staff.getByLabel(t('involvement-staff:inbox.policy')).selectOption({ label: said.title });
    const list = staff.getByRole('list', { name: t('involvement-staff:inbox.list') });
    await list.getByText(said.comments[0]!).waitFor();
    await list.getByRole('listitem').nth(4).waitFor({ state: 'detached' });
    await staff.getByLabel(t('involvement-staff:inbox.goal'), { exact: true }).waitFor();
    const chosen = staff.getByRole('region', { name: t('involvement-staff:bulk.title') });
    const linkAll = async () => {
      await staff.getByRole('checkbox', { name: t('involvement-staff:inbox.selectAll') }).check();
      await chosen.getByLabel(t('involvement-staff:bulk.process')).selectOption({ label: title });
      await button(staff, t('involvement-staff:bulk.link', { count: 4 })).click();
      await told(staff, t('involvement-staff:bulk.linked', { count: 4, process: title }));
      await told(staff, t('involvement-staff:inbox.shown', { shown: 0, count: 0 }));
    };
    await linkAll();
    await button(staff, t('involvement-staff:sort.undo')).click();
    await told(staff, t('involvement-staff:bulk.unlinked', { count: 4 }));
    await told(staff, t('involvement-staff:inbox.shown', { shown: 4, count: 4 }));
    await linkAll();

    await open(staff, `${work}?step=sort`);
    for (const theme of said.themes) {
      await staff.getByRole('textbox', { name: t('involvement-staff:themes.newTitle') }).fill(theme);
      await button(staff, t('involvement-staff:themes.add')).click();
      await staff
        .getByRole('link', { name: t('involvement-staff:sort.theme', { theme, count: 0 }) })
        .waitFor();
    }
    const first = t('involvement-staff:sort.themeOf', { reference: comments[0]!.reference });
    await staff.getByLabel(first).selectOption({ label: said.themes[0]! });
    await staff
      .getByRole('link', { name: t('involvement-staff:sort.theme', { theme: said.themes[0], count: 1 }) })
      .waitFor();
    for (const { reference } of [...comments.slice(1), initiative])
      await staff.getByRole('checkbox', { name: `${reference}:` }).check();
    await chosen.getByLabel(t('involvement-staff:bulk.theme')).selectOption({ label: said.themes[1]! });
    await button(staff, t('involvement-staff:sort.move', { count: 3 })).click();
    await told(staff, t('involvement-staff:sort.moved', { count: 3 }));

    await staff.getByRole('link', { name: t('involvement-staff:steps.close'), exact: true }).click();
    await staff.getByText(t('involvement-staff:close.missing')).waitFor();
    const missing = (theme: string) =>
      staff.getByRole('link', { name: t('involvement-staff:close.theme-without-response', { theme }) });
    await missing(said.themes[1]!).waitFor();
    expect(await button(staff, t('involvement-staff:close.do')).count()).toBe(0);
    await expect(ask(staff, 'POST', `${api}${work.replace('/staff', '')}/close`)).rejects.toThrow(
      'process-not-closable',
    );

    await missing(said.themes[0]!).click();
    for (const [index, theme] of said.themes.entries()) {
      const form = staff.getByRole('form', { name: theme });
      const outcome = index === 0 ? 'accepted' : 'partly';
      await form.getByRole('radio', { name: t(`involvement:outcome.${outcome}`), exact: true }).check();
      await form.getByRole('textbox').fill(said.answers[index]!);
      await form.getByRole('button', { name: t('involvement-staff:answer.save') }).click();
      await told(staff, t('involvement-staff:answer.saved'));
      await form.getByRole('button', { name: t('involvement-staff:answer.publish') }).click();
      await button(staff, t('involvement-staff:answer.publishDo')).click();
      await told(staff, t('involvement-staff:answer.published'));
    }
    await staff.getByRole('link', { name: t('involvement-staff:steps.close'), exact: true }).click();
    await button(staff, t('involvement-staff:close.do')).click();
    await staff.getByText(t('involvement-staff:close.closedTitle'), { exact: true }).waitFor();

    await open(resident, '/notifications');
    const notices = resident.getByRole('article');
    await notices.filter({ hasText: said.themes[0] }).first().waitFor();
    await open(resident, `/goals/${goal.id}`);
    const way = await wayOf(resident, said.comments[0]!);
    expect(way).toEqual(
      ['stage.said', 'stage.linked', 'stage.answered', 'coming.planned', 'coming.result'].map(inWords),
    );
    await resident.getByText(said.answers[0]!).waitFor();
  });

  it('put it into a plan everyone reads, and say what came of it', async () => {
    const staff = await journey.enter(town.staff);
    const resident = await journey.enter(town.residents[0]);
    await open(staff, '/staff/plans');
    await staff.getByLabel(t('action-plans-staff:create.policy')).selectOption({ label: said.title });
    await staff.getByLabel(t('action-plans-staff:create.year'), { exact: true }).fill(String(YEAR));
    await button(staff, t('action-plans-staff:create.submit')).click();
    await staff.getByText(t('action-plans-staff:publish.reasons.no-actions')).waitFor();
    planAddress = new URL(staff.url()).pathname.slice(at.length);

    await staff
      .getByRole('link', { name: t('action-plans-staff:actions.addTo', { area: `1. ${said.goals[0]}` }) })
      .click();
    await staff.getByRole('heading', { level: 1, name: t('action-plans-staff:form.newTitle') }).waitFor();
    const goalChoice = staff.getByLabel(t('action-plans-staff:form.goal')).first();
    await goalChoice.selectOption(goal.id);
    for (const [name, text] of Object.entries(said.action))
      await staff
        .getByRole('textbox', { name: t(`action-plans-staff:form.${name as keyof typeof said.action}`) })
        .fill(text);
    await staff.getByRole('radio', { name: t('action-plans-staff:form.sum') }).check();
    const kroner = town.language === 'da' ? 'kroner' : 'kronor';
    await staff.getByLabel(t('action-plans-staff:form.amount', { currency: kroner })).fill('75000');
    await button(staff, t('action-plans-staff:form.create')).click();

    await staff.getByRole('heading', { name: t('action-plans-staff:input.find') }).waitFor();
    const found = staff.getByRole('list', { name: t('action-plans-staff:input.results') });
    for (const text of [said.comments[0]!, FORMULA_TEXT, said.initiative.title])
      await found.getByRole('listitem').filter({ hasText: text }).getByRole('checkbox').check();
    await button(staff, t('action-plans-staff:input.save')).click();
    await told(staff, t('action-plans-staff:input.saved'));
    const actionAddress = new URL(staff.url()).pathname.slice(at.length);

    await open(staff, planAddress);
    await button(staff, t('action-plans-staff:publish.button')).click();
    const asked = staff.getByRole('dialog');
    await asked.getByText(t('action-plans-staff:publish.confirmText', { count: 3 })).waitFor();
    await asked.getByRole('button', { name: t('action-plans-staff:publish.button') }).click();
    await told(staff, t('action-plans-staff:publish.done'));

    const visitor = await journey.enter(null, { viewport: { width: 360, height: 740 } });
    await open(visitor, planAddress.replace('/staff', ''));
    const action = visitor.getByRole('article').filter({ hasText: said.action.title });
    for (const text of [said.action.description, said.action.responsible, said.comments[0]!, FORMULA_TEXT])
      await action.getByText(text).waitFor();
    await open(resident, `/goals/${goal.id}`);
    expect((await wayOf(resident, said.comments[0]!)).at(3)).toBe(inWords('stage.planned'));

    await open(staff, actionAddress);
    await staff.getByRole('radio', { name: t('action-plans:status.done') }).check();
    await staff.getByRole('textbox', { name: t('action-plans-staff:form.result') }).fill(said.result);
    await button(staff, t('action-plans-staff:form.save')).click();
    await told(staff, t('action-plans-staff:saved'));
    await open(resident, `/goals/${goal.id}`);
    expect((await wayOf(resident, said.comments[0]!)).at(4)).toBe(inWords('stage.result'));
    await resident.getByText(said.result).first().waitFor();
    await open(resident, '/notifications');
    await resident
      .getByRole('article')
      .filter({ hasText: t('notifications:kinds.result-reported', { count: 3 }) })
      .waitFor();
  });

  it('take it along as a document, a workbook and a table, in which what residents wrote stays text', async () => {
    const staff = await journey.enter(town.staff);
    await open(staff, planAddress);
    const made = async (format: 'docx' | 'xlsx' | 'csv') => {
      await staff.getByRole('radio', { name: t(`action-plans-staff:export.${format}`) }).check();
      await button(staff, t('action-plans-staff:export.start')).click();
      const link = staff.getByRole('link', { name: new RegExp(`\\.${format}$`) });
      await link.waitFor();
      await staff
        .getByRole('status')
        .filter({ hasText: `.${format}` })
        .first()
        .waitFor();
      const saved = await download(staff, link);
      expect(saved.name).toContain(said.title);
      return saved.file;
    };

    const docx = await openDocx(await made('docx'));
    expect(docx.language).toBe(said.locale);
    expect(docx.headings).toEqual(expect.arrayContaining(said.annexes));
    for (const text of [said.title, said.action.title, said.comments[0]!, FORMULA_TEXT, ...said.answers])
      expect(docx.text).toContain(text);

    const xlsx = await openXlsx(await made('xlsx'));
    expect(xlsx.sheets).toEqual(expect.arrayContaining(said.sheets));
    expect(xlsx.cells.filter(({ type }) => type === FORMULA)).toEqual([]);
    const written = xlsx.cells.filter(({ text }) => text === FORMULA_TEXT || text === said.action.indicator);
    expect(written.length).toBeGreaterThan(1);
    expect(new Set(written.map(({ type }) => type))).toEqual(new Set([PLAIN_TEXT]));

    const csv = (await made('csv')).toString('utf8');
    expect(csv).toContain(said.action.title);
    expect(csv).toContain(`;"'=1+1";`);
    expect(csv).not.toMatch(/(^|;)"?[=+@]/m);
  });

  it('deal with an initiative: take it, note, answer from a template, and hand it over', async () => {
    const staff = await journey.enter(town.staff);
    const [note, title] = ['Kajen 7?', said.title];
    await ask(staff, 'POST', `${api}/answer-templates`, {
      data: { title, outcome: 'declined', text: `${said.answers[0]} {reference}` },
    });
    await open(staff, '/staff/initiatives?filter=unassigned');
    const entry = staff
      .getByRole('listitem')
      .filter({ has: staff.getByRole('checkbox') })
      .first();
    const link = entry.getByRole('link');
    const name = await link.innerText();
    await link.click();
    await staff.getByRole('heading', { level: 1, name }).waitFor();
    await button(staff, t('initiative-cases:case.take')).click();
    await told(staff, t('initiative-cases:case.taken'));
    await staff.getByRole('textbox', { name: t('initiative-cases:notes.text') }).fill(note);
    await button(staff, t('initiative-cases:notes.add')).click();
    await staff.getByText(note, { exact: true }).last().waitFor();

    await open(staff, '/staff/initiatives');
    const [address = ''] = (await staff.getByRole('link', { name }).getAttribute('href'))!.split('?');
    await staff.getByRole('checkbox').first().check();
    await button(staff, t('initiative-cases:many.open', { count: 1 })).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: title });
    await button(staff, t('initiative-cases:many.preview', { count: 1 })).click();
    await dialog.getByText(new RegExp(`F-\\d+$`)).waitFor();
    await button(staff, t('initiative-cases:many.send', { count: 1 })).click();
    await dialog.getByText(t('initiative-cases:many.done', { count: 1 })).waitFor();

    await staff.goto(address);
    await awake(staff);
    await button(staff, t('initiative-cases:files.docx')).click();
    const made = staff.getByRole('link', { name: /\.docx$/ });
    await made.waitFor();
    const docx = await openDocx((await download(staff, made)).file);
    expect(docx.language).toBe(said.locale);
    expect(docx.text).toContain(name);
    expect(docx.text).not.toContain(note);
  });

  itIfThere('import one of the municipality’s own documents as it is', async () => {
    const staff = await journey.enter(town.staff);
    const { file, goals } = said.own;
    await open(staff, '/staff/policies');
    await choose(staff, file, fs.readFileSync(path.join(DOCUMENTS, file)));
    await button(staff, t('imports:form.submit')).click();
    const overview = staff.getByRole('complementary', { name: t('imports:edit.overview') });
    await overview.getByText(t('imports:goalCount', { count: goals })).waitFor();
    await button(staff, t('imports:publish.action')).click();
    await button(staff, t('imports:publish.confirm')).click();
    await staff.getByRole('heading', { level: 1, name: t('imports:publish.done') }).waitFor();
  });

  type Step = `${'stage' | 'coming'}.${'said' | 'linked' | 'answered' | 'planned' | 'result'}`;
  const inWords = (step: Step | string) => t(`insights:${step as Step}`);

  /** The way of what somebody said, in the words that stand beside it. */
  const wayOf = async (page: Page, text: string): Promise<string[]> => {
    const comment = page.getByRole('article').filter({ hasText: text });
    await comment.getByText(t('insights:question')).click();
    const stages = comment.getByRole('list', { name: t('insights:label') }).locator('> li');
    await stages.first().waitFor();
    return Promise.all(
      (await stages.all()).map((stage) => stage.locator('strong, .mv-way-coming').first().innerText()),
    );
  };
});
