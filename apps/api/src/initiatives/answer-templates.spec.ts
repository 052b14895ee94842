import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { plainScheme } from './scheme.presets.js';
import { SupportsService } from './supports.service.js';

describe('answers from templates', () => {
  const world = aWorld();
  const template = {
    title: 'Uden for budgettet',
    outcome: 'declined',
    text: 'Tak for {reference} »{title}«, som {support} støtter. Der er ikke penge til det i år.',
  };

  const aTown = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const bo = await someone(world, municipality, ['staff']);
    const at = `/api/municipalities/${municipality.slug}`;
    const send = (route: string, body?: object, as: Someone | null = bo) => {
      const [method = '', path = ''] = route.split(' ');
      return ask(world, `${method} ${at}/${path}`, { as, ...(body && { body }) });
    };
    const scheme = { ...plainScheme(1, { windowDays: 30 }), handOver: 'at-once' as const };
    const reached = (title: string) => anInitiative(world, policy, { title, scheme });
    return { policy, municipality, bo, at, send, reached };
  };

  it('are kept by staff, under a title there is once', async () => {
    const { send, municipality } = await aTown();
    const [made] = (await send('POST answer-templates', template)).body.items;
    expect(made).toMatchObject(template);
    expect((await send('POST answer-templates', template)).body.details.fields).toEqual([
      { field: 'title', code: 'taken' },
    ]);
    const changed = await send(`PUT answer-templates/${made.id}`, { ...template, outcome: 'forwarded' });
    expect(changed.body.items).toMatchObject([{ outcome: 'forwarded' }]);
    for (const roles of [['resident'], ['moderator']] as const)
      expect(
        (await send('GET answer-templates', undefined, await someone(world, municipality, [...roles])))
          .status,
      ).toBe(403);
    expect((await send(`DELETE answer-templates/${made.id}`)).body.items).toEqual([]);
    expect((await send(`DELETE answer-templates/${made.id}`)).status).toBe(404);
  });

  it('have no place that cannot be filled, and nobody’s CPR number', async () => {
    const { send } = await aTown();
    for (const [text, code] of [
      ['Kære {navn}, nej.', 'unknown-place'],
      ['Vi har skrevet til 010190-1234 om det.', 'personal-data'],
    ] as const)
      expect((await send('POST answer-templates', { ...template, text })).body.details.fields).toMatchObject([
        { field: 'text', code },
      ]);
  });

  it('of another municipality are not there', async () => {
    const [here, there] = [await aTown(), await aTown()];
    const [made] = (await here.send('POST answer-templates', template)).body.items;
    expect((await there.send(`PUT answer-templates/${made.id}`, template)).status).toBe(404);
    expect((await there.send(`DELETE answer-templates/${made.id}`)).status).toBe(404);
    const { id } = await here.reached('Bænke');
    const body = { initiativeIds: [id], outcome: 'declined', text: 'Nej tak.' };
    for (const path of ['initiative-answers', 'initiative-answers/preview'])
      expect((await there.send(`POST ${path}`, body)).status).toBe(404);
    expect(
      (await there.send('POST initiative-answers/undo', { initiativeIds: [id], note: 'Fejl.' })).status,
    ).toBe(404);
  });

  it('are seen for each before they are given, and given to each that can be answered', async () => {
    const { policy, send, reached } = await aTown();
    const [first, second] = [await reached('Bænke på kajen'), await reached('Lys på stien')];
    const collecting = await anInitiative(world, policy, { title: 'Flere træer' });
    const initiativeIds = [first.id, second.id, collecting.id];
    const body = { initiativeIds, outcome: template.outcome, text: template.text };
    const preview = (await send('POST initiative-answers/preview', body)).body.items;
    expect(preview).toMatchObject([
      { id: first.id, problem: null, text: expect.stringContaining('»Bænke på kajen«, som 0 støtter') },
      { id: second.id, problem: null },
      { id: collecting.id, problem: 'initiative-not-answerable' },
    ]);
    expect((await send(`GET initiatives/${first.id}`)).body.answer).toBe(null);
    const { items } = (await send('POST initiative-answers', body)).body;
    expect(items.map(({ problem }: { problem: string | null }) => problem)).toEqual([
      null,
      null,
      'initiative-not-answerable',
    ]);
    expect((await send(`GET initiatives/${second.id}`)).body).toMatchObject({
      state: 'decided',
      answer: {
        outcome: 'declined',
        text: expect.stringContaining(`Tak for ${second.reference} »Lys på stien«`),
      },
    });
  });

  it('are refused where the rule does not offer them', async () => {
    const { policy, send } = await aTown();
    const scheme = {
      ...plainScheme(1, { windowDays: 30 }),
      handOver: 'at-once' as const,
      outcomes: ['accepted' as const],
    };
    const { id } = await anInitiative(world, policy, { scheme });
    const { body } = await send('POST initiative-answers', {
      initiativeIds: [id],
      outcome: 'declined',
      text: 'Nej tak.',
    });
    expect(body.items).toMatchObject([{ problem: 'outcome-not-offered' }]);
  });

  it('are taken back again, with why; a second time there is nothing to take back', async () => {
    const { send, reached } = await aTown();
    const initiativeIds = [(await reached('Bænke på kajen')).id, (await reached('Lys på stien')).id];
    await send('POST initiative-answers', { initiativeIds, outcome: 'declined', text: 'Nej tak.' });
    const undo = () =>
      send('POST initiative-answers/undo', { initiativeIds, note: 'Vi svarede for hurtigt.' });
    expect((await undo()).body.items).toMatchObject([{ problem: null }, { problem: null }]);
    expect((await send(`GET initiatives/${initiativeIds[0]}`)).body).toMatchObject({
      state: 'considered',
      answer: null,
    });
    expect((await undo()).body.items).toMatchObject([
      { problem: 'initiative-moved-on' },
      { problem: 'initiative-moved-on' },
    ]);
  });

  it('tell who supports several of them once for each, and count support as it is then', async () => {
    const { municipality, policy, send } = await aTown();
    const scheme = { ...plainScheme(2, { windowDays: 30 }), handOver: 'at-once' as const };
    const { id } = await anInitiative(world, policy, { scheme, title: 'Bænke' });
    const ea = await someone(world, municipality);
    for (const as of [ea, await someone(world, municipality)])
      await world.app.get(SupportsService).support(await contextOf(world, municipality, as), id);
    await send('POST initiative-answers', { initiativeIds: [id], outcome: 'declined', text: template.text });
    expect((await send(`GET initiatives/${id}`)).body.answer.text).toContain('som 2 støtter');
    const { body } = await send('GET notifications', undefined, ea);
    expect(body.items.filter(({ kind }: { kind: string }) => kind === 'supported-answered')).toHaveLength(1);
  });

  it('are given to fifty at most, and to one at least', async () => {
    const { send } = await aTown();
    const many = Array.from({ length: 51 }, (_, index) => `01890a5d-ac96-774b-bcce-b302099a80${10 + index}`);
    for (const [initiativeIds, code] of [
      [[], 'required'],
      [many, 'too-many'],
    ] as const)
      expect(
        (await send('POST initiative-answers', { initiativeIds, outcome: 'declined', text: 'Nej tak.' })).body
          .details.fields,
      ).toMatchObject([{ field: 'initiativeIds', code }]);
  });
});
