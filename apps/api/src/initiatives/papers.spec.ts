import { describe, expect, it } from '@jest/globals';
import { PDFDict, PDFDocument, PDFName, PDFString, PDFHexString } from 'pdf-lib';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone } from '../../test/world.js';
import { InitiativesService } from './initiatives.service.js';

describe('the paper of an initiative', () => {
  const world = aWorld();
  const printed = async (kind: string, language: 'da' | 'sv' = 'da', title?: string) => {
    const municipality = await aMunicipality(world, { language });
    const policy = await aPolicy(world, { municipality });
    const { id } = await anInitiative(world, policy, title ? { title } : {});
    const at = `/api/municipalities/${municipality.slug}/initiatives/${id}/${kind}.pdf`;
    const answer = await world.app.inject({ url: at });
    return { municipality, id, at, answer };
  };

  it.each([
    ['poster', 'da', 'da-DK', /^Borgerforslag F-1: Flere bænke/, 'plakat'],
    ['poster', 'sv', 'sv-SE', /^Invånarförslag F-1: /, 'affisch'],
    ['support-sheet', 'da', 'da-DK', /^Støtteark til borgerforslag F-1/, 'stoetteark'],
    ['support-sheet', 'sv', 'sv-SE', /^Namnlista för invånarförslag F-1/, 'namnlista'],
  ] as const)(
    'is a tagged %s of one page, in %s, with its title',
    async (kind, language, lang, title, file) => {
      const { answer } = await printed(kind, language);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
      const pdf = await PDFDocument.load(answer.rawPayload, { updateMetadata: false });
      expect(pdf.getPageCount()).toBe(1);
      expect(pdf.getTitle()).toMatch(title);
      expect(answer.headers['content-disposition']).toBe(`inline; filename="F-1-${file}.pdf"`);
      const { catalog } = pdf;
      const said = catalog.lookup(PDFName.of('Lang')) as PDFString | PDFHexString;
      expect(said.decodeText()).toBe(lang);
      expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe(
        'true',
      );
      expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    },
  );

  it('stays one page also with the longest title and signs no font has', async () => {
    const { answer } = await printed('poster', 'da', `${'Længere '.repeat(15)}🌳 Łódź 中文`);
    expect(answer.statusCode).toBe(200);
    expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBe(1);
  });

  it('has an address one can type, which leads to what everyone can read', async () => {
    const { municipality, id } = await printed('poster');
    const led = async (to: string) => {
      const { statusCode, headers } = await world.app.inject({ url: `/${to}` });
      return [statusCode, headers.location];
    };
    const list = `/${municipality.slug}/initiatives`;
    expect(await led(`${municipality.slug}/F-1`)).toEqual([302, `${list}/${id}`]);
    expect(await led(`${municipality.slug}/f-1`)).toEqual([302, `${list}/${id}`]);
    const ida = await someone(world, municipality);
    await anInitiative(world, await aPolicy(world, { municipality }), { by: ida, draft: true });
    expect(await led(`${municipality.slug}/F-2`)).toEqual([302, `${list}?text=F-2`]);
    const there = await aMunicipality(world);
    expect(await led(`${there.slug}/F-1`)).toEqual([302, `/${there.slug}/initiatives?text=F-1`]);
  });

  it('is not given for a draft, for what is hidden, or in another municipality', async () => {
    const { municipality, id, at } = await printed('poster');
    const there = await aMunicipality(world);
    expect((await ask(world, `GET ${at.replace(municipality.slug, there.slug)}`)).status).toBe(404);
    const moderator = await someone(world, municipality, ['moderator']);
    const ctx = await contextOf(world, municipality, moderator);
    await world.app.get(InitiativesService).hide(ctx, id, 'Krænker en anden');
    expect((await ask(world, `GET ${at}`)).status).toBe(404);
    const policy = await aPolicy(world, { municipality });
    const ida = await someone(world, municipality);
    const draft = await anInitiative(world, policy, { by: ida, draft: true });
    expect((await ask(world, `GET ${at.replace(id, draft.id)}`, { as: ida })).status).toBe(404);
  });
});
