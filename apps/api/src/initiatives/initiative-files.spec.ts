import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { plainScheme } from './scheme.presets.js';

describe('the case of an initiative for the council', () => {
  const world = aWorld();

  const aCase = async (language: 'da' | 'sv' = 'da') => {
    const policy = await aPolicy(world, { municipality: await aMunicipality(world, { language }) });
    const { municipality } = policy;
    const [ida, bo] = [await someone(world, municipality), await someone(world, municipality, ['staff'])];
    const scheme = { ...plainScheme(1, { windowDays: 30 }), body: 'Byrådet', handOver: 'at-once' as const };
    const { id } = await anInitiative(world, policy, { by: ida, scheme });
    const at = `/api/municipalities/${municipality.slug}`;
    const files = `${at}/initiatives/${id}/case/files`;
    const order = async (format: 'docx' | 'pdf', as: Someone = bo) =>
      (await ask(world, `POST ${files}`, { as, body: { format } })).body.items[0];
    const fetched = async (fileId: string) =>
      world.app.inject({ url: `${files}/${fileId}/file`, headers: { cookie: bo.cookie } });
    return { policy, municipality, ida, bo, id, at, files, order, fetched };
  };

  it('is a document of what everyone can read, with its number, and of no note', async () => {
    const { policy, ida, bo, id, at, order, fetched } = await aCase();
    await ask(world, `PUT ${at}/initiatives/${id}/case`, {
      as: bo,
      body: { unitId: null, assigneeId: bo.id, caseNumber: '26/1234' },
    });
    const remark = { body: 'De må gerne være genbrugte.' };
    await ask(world, `POST ${at}/initiatives/${id}/remarks`, { as: ida, body: remark });
    await ask(world, `POST ${at}/initiatives/${id}/case/notes`, { as: bo, body: { text: 'Hemmelig note.' } });
    const thread = (await ask(world, `GET ${at}/threads?subject=initiative:${id}`)).body;
    const say = (body: object) =>
      ask(world, `POST ${at}/threads/${thread.id}/comments`, { as: ida, body: { parentId: null, ...body } });
    await say({ body: 'Så kan man hvile sig.', stance: 'for' });
    await say({ body: 'De bliver hurtigt malet til.', stance: 'against' });
    await say({ body: 'Hvem skal passe dem?' });
    await anInitiative(world, policy, { title: 'Bænke langs havnen' });
    await world.source.query('INSERT INTO co_proposer (initiative_id, person_id) VALUES ($1, $2)', [
      id,
      bo.id,
    ]);
    const { id: fileId, status } = await order('docx');
    expect(status).toBe('waiting');
    expect((await fetched(fileId)).statusCode).toBe(409);
    await workOff(world);
    const file = await fetched(fileId);
    const { value } = await mammoth.extractRawText({ buffer: file.rawPayload });
    for (const told of [
      'Borgerforslag F-',
      'Medstillere',
      bo.name,
      'Flere bænke langs havnen',
      '26/1234',
      'Byrådet',
      remark.body,
      'Så kan man hvile sig.',
      'De bliver hurtigt malet til.',
      'Hvem skal passe dem?',
      'Bænke langs havnen',
    ])
      expect(value).toContain(told);
    expect(value).not.toContain('Hemmelig');
  });

  it('says who is against and blank where that is asked for', async () => {
    const { policy, at, files, id: first, bo, municipality } = await aCase();
    const { id } = await anInitiative(world, policy, {
      title: 'Lys på stien',
      scheme: { ballot: 'for-against-blank' },
      threshold: 100,
    });
    for (const stance of ['against', 'against', 'blank'])
      await ask(world, `PUT ${at}/initiatives/${id}/support?stance=${stance}`, {
        as: await someone(world, municipality),
      });
    const its = files.replace(first, id);
    const [file] = (await ask(world, `POST ${its}`, { as: bo, body: { format: 'docx' } })).body.items;
    await workOff(world);
    const { rawPayload } = await world.app.inject({
      url: `${its}/${file.id}/file`,
      headers: { cookie: bo.cookie },
    });
    const { value } = await mammoth.extractRawText({ buffer: rawPayload });
    expect(value).toMatch(/Støtter\s+0\s+Imod\s+2\s+Blankt\s+1/);
  });

  it('keeps small numbers back', async () => {
    const { policy, files, id: first, bo } = await aCase();
    const { id } = await anInitiative(world, policy, { threshold: 100, title: 'Lys på stien' });
    const its = files.replace(first, id);
    await world.source.query(
      `INSERT INTO paper_support (initiative_id, sheet, line, name, identity)
       SELECT $1, 'A', line, 'N', line::text FROM generate_series(1, 3) AS line`,
      [id],
    );
    await world.source.query('UPDATE initiative SET support_count = 40 WHERE id = $1', [id]);
    const [file] = (await ask(world, `POST ${its}`, { as: bo, body: { format: 'docx' } })).body.items;
    await workOff(world);
    const { rawPayload } = await world.app.inject({
      url: `${its}/${file.id}/file`,
      headers: { cookie: bo.cookie },
    });
    const { value } = await mammoth.extractRawText({ buffer: rawPayload });
    expect(value).toMatch(/Digitalt, På papir\s+for få til at vise\s+I alt\s+40/);
    expect(value).toContain('Tal under 5 er skjult');
    // An address one can type.
    expect(value).toMatch(/Side:?\s+\S*\/F-\d+\s/);
  });

  it('is written in the municipality’s language, as a tagged PDF too', async () => {
    const { order, fetched } = await aCase('sv');
    const [word, pdf] = [await order('docx'), await order('pdf')];
    await workOff(world);
    const { value } = await mammoth.extractRawText({ buffer: (await fetched(word.id)).rawPayload });
    expect(value).toContain('Invånarförslag F-');
    const { rawPayload, headers } = await fetched(pdf.id);
    expect(headers['content-type']).toBe('application/pdf');
    const text = rawPayload.toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('(sv-SE)');
  });

  it('is not made of what is hidden, nor for residents, nor for another municipality', async () => {
    const { id, at, files, bo, ida, municipality, order } = await aCase();
    const made = await order('docx');
    await workOff(world);
    const there = await aMunicipality(world);
    const elsewhere = await someone(world, there, ['staff']);
    const other = `/api/municipalities/${there.slug}/initiatives/${id}/case/files`;
    expect((await ask(world, `GET ${other}`, { as: elsewhere })).status).toBe(404);
    expect((await ask(world, `GET ${other}/${made.id}/file`, { as: elsewhere })).status).toBe(404);
    expect((await ask(world, `GET ${files}`, { as: ida })).status).toBe(403);
    const moderator = await someone(world, municipality, ['moderator']);
    await ask(world, `POST ${at}/moderation/initiatives/${id}/decisions`, {
      as: moderator,
      body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
    });
    expect((await ask(world, `POST ${files}`, { as: bo, body: { format: 'docx' } })).status).toBe(409);
  });
});
