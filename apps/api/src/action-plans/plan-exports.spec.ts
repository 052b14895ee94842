import fs from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aPlan, type Planned } from '../../test/plans.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type World } from '../../test/world.js';
import { createApp } from '../app.js';
import { FeedbackLink } from '../involvement/feedback-link.entity.js';
import { ProcessGoal } from '../involvement/process-goal.entity.js';
import { Process } from '../involvement/process.entity.js';
import { Theme } from '../involvement/theme.entity.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { THEME_COLOURS } from './plan-document.assembler.js';
import { PlanExport, type ExportFormat } from './plan-export.entity.js';
import { PlanExportsService } from './plan-exports.service.js';

// A Word document takes seconds where everything else on the machine is busy too.
jest.setTimeout(60_000);

const FORMULA = '=HYPERLINK("http://evil","x")';
const at = ({ municipality }: { municipality: { slug: string } }) =>
  `/api/municipalities/${municipality.slug}`;

interface Work extends Planned {
  process: Process;
  comment: Awaited<ReturnType<typeof aComment>>;
  formula: Awaited<ReturnType<typeof aComment>>;
  hidden: Awaited<ReturnType<typeof aComment>>;
}

/** A policy with a finished process, its answered and unanswered themes, and a plan that rests on them. */
async function aWork(world: World, policy: PublishedPolicy): Promise<Work> {
  const [comment, formula, hidden] = [
    await aComment(world, policy, { body: 'Huset lukker, før jeg har fri.', thread: policy.threads[1]! }),
    await aComment(world, policy, { body: FORMULA }),
    await aComment(world, policy, { body: 'Skjulte ord' }),
  ];
  const initiative = await anInitiative(world, policy, { title: 'Biblioteket åbent om aftenen' });
  const repository = world.source.getRepository(Process);
  const process = await repository.save(
    repository.create({
      municipalityId: policy.municipality.id,
      title: 'Vores steder at mødes',
      kind: 'citizen',
      state: 'open',
      purpose: 'At vide, hvornår husene skal holde åbent',
      question: 'Hvornår skal husene holde åbent?',
      fixedFrame: 'Budgettet ligger fast.',
      level: 'involve',
      methods: ['Spørgeskema'],
      decides: 'Byrådet',
      decision: 'Tre huse holder åbent til klokken 22.',
      phases: [{ kind: 'dialogue', from: '2026-10-01', to: '2026-10-01', note: 'Dialogmøde på biblioteket' }],
      participants: [
        { group: 'Unge', target: 20, actual: 31 },
        { group: 'Ældre', target: null, actual: null },
      ],
    }),
  );
  await world.source
    .getRepository(ProcessGoal)
    .insert({ processId: process.id, goalId: policy.goals[1]!.id });
  const themes = world.source.getRepository(Theme);
  const answered = await themes.save(
    themes.create({
      processId: process.id,
      position: 0,
      title: 'Åbningstider',
      responseOutcome: 'partly',
      responseText: 'Tre huse holder åbent til klokken 22.',
      respondedAt: new Date(),
    }),
  );
  const drafted = await themes.save(
    themes.create({
      processId: process.id,
      position: 1,
      title: 'Nøgler',
      responseOutcome: 'accepted',
      responseText: 'Kun et udkast til svar',
    }),
  );
  await world.source.getRepository(FeedbackLink).insert([
    { processId: process.id, themeId: answered.id, commentId: comment.id, type: 'doesnt_work' },
    { processId: process.id, themeId: answered.id, initiativeId: initiative.id, type: 'need' },
    { processId: process.id, themeId: drafted.id, commentId: formula.id },
    { processId: process.id, themeId: answered.id, commentId: hidden.id, type: 'works' },
  ]);
  const planned = await aPlan(world, policy, {
    published: true,
    title: 'Handleplan 2027',
    actions: [
      {
        goalId: policy.goals[1]!.id,
        comments: [comment, formula, hidden],
        initiatives: [initiative],
        economyText: policy.municipality.language === 'sv' ? 'Inom ram' : 'Inden for rammen',
        partners: 'Foreningerne, Biblioteket',
      },
      {
        goalId: policy.goals[0]!.id,
        title: 'Nøgler til foreninger',
        economyAmount: 75_000,
        status: 'started',
      },
    ],
  });
  await world.source.query(
    "UPDATE comment SET hidden_at = now(), hidden_reason = 'Groft sprog' WHERE id = $1",
    [hidden.id],
  );
  return { ...planned, process, comment, formula, hidden };
}

/** Asks for a document and follows the job to its end, as a page does. */
async function exported(world: World, planned: Planned, format: ExportFormat) {
  const started = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
    as: planned.staff,
    body: { format },
  });
  expect(started).toMatchObject({ status: 201, body: { format, error: null } });
  for (;;) {
    const { body } = await ask(world, `GET ${at(planned)}/exports/${started.body.id}`, { as: planned.staff });
    if (body.status === 'failed') throw new Error('the export failed');
    if (body.status === 'done') {
      const file = await world.app.inject({
        method: 'GET',
        url: `${at(planned)}/exports/${started.body.id}/file`,
        headers: { cookie: planned.staff.cookie },
      });
      return { view: body, file };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The texts and formulas of every cell, sheet by sheet, as they stand in the file. */
async function cellsOf(content: Buffer) {
  const zip = await JSZip.loadAsync(content);
  const xml = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const sheets = Object.keys(zip.files).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  return {
    texts: decoded(await xml('xl/sharedStrings.xml')),
    sheetNames: decoded(await xml('xl/workbook.xml')),
    formulas: (await Promise.all(sheets.map(xml))).flatMap((sheet) => sheet.match(/<f[ >]/g) ?? []),
  };
}

const decoded = (xml: string) =>
  xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

describe('a plan as a document', () => {
  const world = aWorld({ jobs: true });
  let work: Work;
  beforeAll(async () => {
    work = await aWork(
      world,
      await aPolicy(world, { municipality: await aMunicipality(world, { name: 'Helsingør Kommune' }) }),
    );
  });

  it('in Word holds what was said, the process and both annexes in Danish', async () => {
    const { view, file } = await exported(world, work, 'docx');
    expect(view).toMatchObject({
      status: 'done',
      done: view.total,
      fileName: 'Handleplan 2027 – Medborgerskabspolitik.docx',
    });
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="handleplan-2027-medborgerskabspolitik.docx"; filename*=UTF-8''Handleplan%202027%20%E2%80%93%20Medborgerskabspolitik.docx`,
      'cache-control': 'no-store',
      'content-length': String(file.rawPayload.length),
    });
    const { value: html } = await mammoth.convertToHtml({ buffer: file.rawPayload });
    const { value: text } = await mammoth.extractRawText({ buffer: file.rawPayload });
    for (const expected of [
      'Helsingør Kommune',
      'Bilag 1: Inspirationskatalog',
      'Bilag 2: Hvidbog',
      'Fokusområde Deltag',
      'Flere stemmer',
      'Huset lukker, før jeg har fri.',
      FORMULA,
      'Biblioteket åbent om aftenen',
      work.comment.reference,
      '2 kommentarer · 1 borgerforslag',
      'Kommentarer i debatten: 2',
      'Andel unge: alle indsatser',
      'Borgere, der har stillet forslag: 1',
      'Vores steder at mødes',
      'Budgettet ligger fast.',
      'Involvere',
      'Vi arbejder med det, I siger.',
      'Dialogmøde på biblioteket',
      'Unge: 31',
      'Det virker ikke: 1',
      'Det virker: 0',
      'Delvist imødekommet',
      'Tre huse holder åbent til klokken 22.',
      'Indsats 1.1 Åbne huse om aftenen',
      'Inden for rammen',
      '75.000',
    ])
      expect(text).toContain(expected);
    expect(html).toContain(
      `href="http://localhost:3000/${work.municipality.slug}/goals/${work.goals[1]!.id}?comment=${work.comment.id}"`,
    );
    for (const never of [
      'Skjulte ord',
      'Kun et udkast til svar',
      work.hidden.reference,
      work.comment.author!.name,
    ])
      expect(text).not.toContain(never);
  });

  it('in Excel holds a formula somebody wrote as text, and no other', async () => {
    const { file } = await exported(world, work, 'xlsx');
    expect(file.headers['content-type']).toContain('spreadsheetml');
    const { texts, sheetNames, formulas } = await cellsOf(file.rawPayload);
    for (const expected of [FORMULA, 'Huset lukker, før jeg har fri.', 'Inspirationskatalog', 'Hvidbog'])
      expect(texts + sheetNames).toContain(expected);
    expect(formulas).toEqual([]);
    expect(texts).not.toContain('Skjulte ord');
  });

  it('as CSV holds a row an action', async () => {
    const { file } = await exported(world, work, 'csv');
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    const text = file.rawPayload.toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('"Åbne huse om aftenen"');
    expect(text).toContain('"Nøgler til foreninger"');
    expect(text).not.toContain('Skjulte ord');
  });

  it('speaks Swedish where the municipality does', async () => {
    const municipality = await aMunicipality(world, {
      name: 'Helsingborgs stad',
      language: 'sv',
      theme: 'helsingborg',
    });
    const swedish = await aWork(
      world,
      await aPolicy(world, {
        municipality,
        title: 'Livskvalitetsprogrammet',
        levels: ['Viljeinriktning', 'Fokusområde'],
      }),
    );
    const { value } = await mammoth.extractRawText({
      buffer: (await exported(world, swedish, 'docx')).file.rawPayload,
    });
    for (const expected of [
      'Idékatalog',
      'Samrådsredogörelse',
      'Huset lukker, før jeg har fri.',
      'Kommentarer i diskussionen: 2',
      'Inom ram',
    ])
      expect(value).toContain(expected);
    expect(value).not.toContain('Inspirationskatalog');
  });

  it('is written to a stream for the command line', async () => {
    const stream = new PassThrough();
    const ctx = await contextOf(world, work.municipality, work.staff);
    const [content] = await Promise.all([
      buffer(stream),
      world.app.get(PlanExportsService).exportPlan(ctx, work.plan.id, 'docx', stream),
    ]);
    expect((await mammoth.extractRawText({ buffer: content })).value).toContain(
      'Huset lukker, før jeg har fri.',
    );
  });

  it('takes as many queries for many actions as for few', async () => {
    const queries = async (planned: Planned) => {
      let count = 0;
      const query = world.source.driver.createQueryRunner('master').constructor.prototype as {
        query: (...args: unknown[]) => unknown;
      };
      const original = query.query;
      query.query = function (this: unknown, ...args: unknown[]) {
        count++;
        return original.apply(this, args);
      };
      try {
        const stream = new PassThrough();
        const ctx = await contextOf(world, planned.municipality, planned.staff);
        await Promise.all([
          buffer(stream),
          world.app.get(PlanExportsService).exportPlan(ctx, planned.plan.id, 'csv', stream),
        ]);
      } finally {
        query.query = original;
      }
      return count;
    };
    const many = await aPlan(world, work, {
      year: 2030,
      actions: Array.from({ length: 12 }, (_, n) => ({
        title: `Indsats ${n}`,
        goalId: work.goals[1 + (n % 2)]!.id,
        comments: [work.comment],
      })),
    });
    expect(await queries(many)).toBe(await queries(work));
  });

  it('wears the colour its municipality wears on the web', () => {
    const { themes } = JSON.parse(fs.readFileSync('apps/web/designsystemet.config.json', 'utf8')) as {
      themes: Record<string, { colors: { main: { accent: string } } }>;
    };
    expect(THEME_COLOURS).toEqual(
      Object.fromEntries(Object.entries(themes).map(([name, { colors }]) => [name, colors.main.accent])),
    );
  });
});

describe('an export', () => {
  const world = aWorld();

  it('is there for all staff of its municipality, and for nobody else', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const { body } = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
      as: planned.staff,
      body: { format: 'csv' },
    });
    const colleague = await someone(world, planned.municipality, ['staff']);
    const listed = await ask(world, `GET ${at(planned)}/plans/${planned.plan.id}/exports`, { as: colleague });
    expect(listed.body.items).toMatchObject([
      { id: body.id, status: 'waiting', done: 0, total: 0, error: null },
    ]);
    const other = await aMunicipality(world);
    const stranger = await someone(world, other, ['staff', 'administrator']);
    for (const path of [`exports/${body.id}`, `exports/${body.id}/file`]) {
      expect(
        (await ask(world, `GET /api/municipalities/${other.slug}/${path}`, { as: stranger })).status,
      ).toBe(404);
      expect((await ask(world, `GET ${at(planned)}/${path}`, { as: stranger })).status).toBe(403);
      expect((await ask(world, `GET ${at(planned)}/${path}`)).status).toBe(401);
    }
  });

  it('that is not made yet has no file', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const { body } = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
      as: planned.staff,
      body: { format: 'docx' },
    });
    expect(
      await ask(world, `GET ${at(planned)}/exports/${body.id}/file`, { as: planned.staff }),
    ).toMatchObject({
      status: 409,
      body: { code: 'export-not-ready', details: { reasons: [{ type: 'waiting' }] } },
    });
  });

  it('is tried again when it fails, and then ends as failed', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const { body } = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
      as: planned.staff,
      body: { format: 'csv' },
    });
    const service = world.app.get(PlanExportsService).exports;
    await world.source.query('ALTER TABLE theme RENAME TO theme_away');
    try {
      await expect(service.make(body.id)).rejects.toThrow('"theme" does not exist');
      expect(
        (await ask(world, `GET ${at(planned)}/exports/${body.id}`, { as: planned.staff })).body.status,
      ).toBe('waiting');
      await expect(service.make(body.id)).rejects.toThrow();
      await service.make(body.id);
    } finally {
      await world.source.query('ALTER TABLE theme_away RENAME TO theme');
    }
    expect(
      (await ask(world, `GET ${at(planned)}/exports/${body.id}`, { as: planned.staff })).body,
    ).toMatchObject({
      status: 'failed',
      error: 'could-not-be-written',
      finishedAt: expect.any(String),
    });
    await service.make(body.id);
    expect(
      (await ask(world, `GET ${at(planned)}/exports/${body.id}/file`, { as: planned.staff })).status,
    ).toBe(409);
  });

  it('that a process took down with it is begun again by the next one', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const { body } = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
      as: planned.staff,
      body: { format: 'csv' },
    });
    await world.source.query("UPDATE plan_export SET status = 'running', attempts = 1 WHERE id = $1", [
      body.id,
    ]);
    await world.source.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gone', attempts = 1",
    );
    const { app } = await createApp(world.app.get<Config>(CONFIG), world.databaseUrl);
    await app.init();
    try {
      await app.get(Jobs).start();
      const exports = world.source.getRepository(PlanExport);
      while ((await exports.findOneByOrFail({ id: body.id })).status !== 'done')
        await new Promise((resolve) => setImmediate(resolve));
    } finally {
      await app.close();
    }
    const file = await ask(world, `GET ${at(planned)}/exports/${body.id}/file`, { as: planned.staff });
    expect(file.body).toContain('Åbne huse om aftenen');
  });

  it('is removed after seven days', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const make = () =>
      ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/exports`, {
        as: planned.staff,
        body: { format: 'csv' },
      });
    const [old, young] = [(await make()).body, (await make()).body];
    await world.source.query(
      "UPDATE plan_export SET created_at = now() - interval '7 days 1 minute' WHERE id = $1",
      [old.id],
    );
    await world.source.query("UPDATE plan_export SET created_at = now() - interval '6 days' WHERE id = $1", [
      young.id,
    ]);
    await world.app.get(PlanExportsService).exports.removeOld();
    const listed = await ask(world, `GET ${at(planned)}/plans/${planned.plan.id}/exports`, {
      as: planned.staff,
    });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([young.id]);
  });
});
