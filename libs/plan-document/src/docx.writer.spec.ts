import { describe, expect, it, jest } from '@jest/globals';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { writeDocx } from './docx.writer.js';
import { aDanishPlan, anAction, anEmptyPlan, aSwedishPlan } from './plan-document.fixture.js';
import type { PlanDocument } from './plan-document.model.js';
import { planWords } from './plan-document.words.js';

// Laying out the pages for the contents is work for the processor, which the other suites want too.
jest.setTimeout(30_000);

const languages = ['da', 'sv', 'en'] as const;
const danish = aDanishPlan();
const swedish = aSwedishPlan();

describe('a plan as a Word document', () => {
  it('has its parts in the order of a Danish handleplan', async () => {
    expect(await headingsOf(danish, 1)).toEqual([
      'Indledning',
      'Sådan er borgerne inddraget',
      'Indsatser',
      'Overblik over økonomien',
      'Opfølgning og evaluering',
      'Bilag 1: Inspirationskatalog',
      'Bilag 2: Hvidbog',
    ]);
  });

  it('and of a Swedish handlingsplan', async () => {
    expect(await headingsOf(swedish, 1)).toEqual([
      'Inledning',
      'Så har invånarna varit delaktiga',
      'Åtgärder',
      'Ekonomisk översikt',
      'Uppföljning och utvärdering',
      'Bilaga 1: Idékatalog',
      'Bilaga 2: Samrådsredogörelse',
    ]);
  });

  it('has a heading for every focus area and action, also where two areas are both "4."', async () => {
    const twice = aDanishPlan();
    twice.focusAreas.at(-1)!.actions = [anAction({ number: '4.9', title: 'Naboer' })];
    expect(await headingsOf(twice, 2)).toEqual(
      expect.arrayContaining([
        'Fokusområde 1. Steder, der samler',
        'Fokusområde 4. Lettere at tage del',
        'Fokusområde 4. Naboskab på tværs',
      ]),
    );
    expect(await headingsOf(danish, 3)).toEqual(expect.arrayContaining(['1.1 Åbne huse om aftenen']));
  });

  it('gives an area without actions one line and no page of its own', async () => {
    const parts = await partsOf(danish);
    const [empty] = paragraphsIn(parts, 'EmptyArea');
    expect(plainText(empty!)).toBe('Fokusområde 4. Naboskab på tværs: Ingen indsatser endnu.');
    expect(parts.get('word/document.xml')!.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });

  it('lists all actions in the order of their numbers, whatever area they belong to', async () => {
    const plan = anEmptyPlan('sv', {
      focusAreas: [
        { number: '1', title: 'A', actions: [anAction({ number: '10', title: 'Sist' })] },
        { number: '2', title: 'B', actions: [anAction({ number: '2', title: 'Först' })] },
      ],
    });
    const overview = tablesIn(await partsOf(plan)).find((xml) =>
      xml.includes('Alla åtgärder i nummerordning'),
    )!;
    expect(overview.indexOf('Först')).toBeGreaterThan(0);
    expect(overview.indexOf('Först')).toBeLessThan(overview.indexOf('Sist'));
  });

  it('says once what is not stated, and of which actions', async () => {
    const stated = { targetGroup: 'Unge', targetValue: '80 %' };
    const plan = anEmptyPlan('da', {
      focusAreas: [
        {
          number: '1.',
          title: 'A',
          actions: [
            anAction({ ...stated, number: '1', targetValue: '' }),
            anAction({ ...stated, number: '2' }),
            anAction({ ...stated, number: '3', targetValue: '' }),
          ],
        },
      ],
    });
    const notes = paragraphsIn(await partsOf(plan), 'PlanBullet').map(plainText);
    expect(notes).toContain('Måltal: indsats 1 og 3');
    expect(notes).toContain('Andel unge: alle indsatser');
    expect(notes.filter((note) => note.startsWith('Målgruppe'))).toEqual([]);
    expect((await textOf(plan)).match(/Andel unge/g)).toHaveLength(1);
  });

  it('is set in 11 points, and no smaller than 10.5 in its tables', async () => {
    const styles = (await partsOf(danish)).get('word/styles.xml')!;
    const sizeOf = (id: string) =>
      Number(new RegExp(`w:styleId="${id}".*?<w:sz w:val="(\\d+)"`, 's').exec(styles)?.[1]);
    expect(styles).toMatch(/<w:docDefaults>.*?<w:sz w:val="22"\/>/s);
    expect(sizeOf('CellText')).toBe(21);
  });

  it('merges no cells, so that a screen reader can name the column of each', async () => {
    const spans = (await partsOf(danish)).get('word/document.xml')!.match(/<w:gridSpan w:val="(?!1")/g);
    expect(spans).toBeNull();
  });

  it('names all columns of an action', async () => {
    const text = await textOf(danish);
    for (const column of [
      'Nr.',
      'Fokusområde',
      'Rammemål',
      'Indsats og beskrivelse',
      'Baggrund (borgerinput)',
      'Målgruppe',
      'Succeskriterium',
      'Indikator',
      'Måltal',
      'Ansvarlig (center)',
      'Tovholder',
      'Samarbejdspartnere',
      'Tidsplan',
      'Økonomi',
      'Status',
      'Opfølgning',
    ])
      expect(text).toContain(column);
  });

  it('quotes residents with reference and link, and marks another language', async () => {
    const parts = await partsOf(danish);
    expect(parts.get('word/_rels/document.xml.rels')).toContain(
      'https://medvind.example/helsingor/bidrag/K-208',
    );
    const quote = paragraphsIn(parts, 'Quote').find((xml) => xml.includes('Jag pendlar'))!;
    expect(quote).toContain('<w:lang w:val="sv-SE"/>');
    expect(quote).toContain('(på svensk)');
  });

  it('writes money as the language does and keeps "inden for rammen" a value', async () => {
    const text = (await textOf(danish)).replace(/\u00A0/g, ' ');
    expect(text).toContain('420.000 kr.');
    expect(text).toContain('670.000 kr.');
    expect(text).toContain('Inden for rammen');
    expect(text).toContain('31 %');
  });

  it.each([
    ['da-DK', danish],
    ['sv-SE', swedish],
    ['en-GB', anEmptyPlan('en')],
  ])('is marked as %s', async (locale, plan) => {
    expect((await partsOf(plan)).get('word/styles.xml')).toContain(`<w:lang w:val="${locale}"`);
  });

  it('is well-formed in every part, whatever people typed', async () => {
    const nasty = '<w:p> & "]]> \u0000\u000B 👩‍👧 \uD83D =HYPERLINK("x")';
    const plan = everyText(aDanishPlan(), nasty);
    for (const [name, xml] of await partsOf(plan))
      expect({ name, fault: faultIn(xml) }).toEqual({ name, fault: '' });
    expect(await textOf(plan)).toContain('<w:p> & "]]>  👩‍👧 \uFFFD =HYPERLINK("x")');
  });

  it('repeats the header row of every table that has one, and keeps header rows whole', async () => {
    const tables = tablesIn(await partsOf(danish));
    const headed = tables.filter((xml) => xml.includes('CellHead'));
    expect(headed).toHaveLength(9);
    for (const xml of headed) {
      const [first] = xml.match(/<w:tr>.*?<\/w:tr>/s)!;
      expect(first).toContain('<w:tblHeader/>');
      expect(first).toContain('<w:cantSplit/>');
    }
  });

  it('says what each table holds to those who cannot see it', async () => {
    for (const xml of tablesIn(await partsOf(danish)))
      expect(xml).toMatch(/<w:tblPr>.*<w:tblDescription w:val="[^"]{10,}"\/><\/w:tblPr>/s);
  });

  it('turns the page for the wide tables only', async () => {
    const xml = (await partsOf(danish)).get('word/document.xml')!;
    expect([...xml.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, turned]) => turned)).toEqual([
      'portrait',
      'portrait',
      'landscape',
    ]);
  });

  it('opens without a question: the contents carry their pages and no field asks to be updated', async () => {
    const parts = await partsOf(danish);
    const entries = paragraphsIn(parts, 'TOC1').map((xml) =>
      xml.replace(/<w:instrText.*?<\/w:instrText>/gs, ''),
    );
    expect(entries).toHaveLength(7);
    for (const entry of entries) expect(entry.replace(/<[^>]+>/g, '')).toMatch(/\D\d+$/);
    expect(parts.get('word/document.xml')!.match(/w:dirty="(true|1|on)"/g)).toBeNull();
    expect(parts.get('word/settings.xml')).not.toMatch(/<w:updateFields(\/| w:val="(true|1)")/);
  });

  it('carries municipality, plan and page on every page but the first', async () => {
    const parts = await partsOf(danish);
    const headers = [...parts].filter(([name]) => /word\/header\d+\.xml/.test(name)).map(([, xml]) => xml);
    const footers = [...parts].filter(([name]) => /word\/footer\d+\.xml/.test(name)).map(([, xml]) => xml);
    expect(headers).toHaveLength(2);
    for (const xml of headers) expect(xml).toMatch(/Helsingør Kommune.*Handleplan 2026/s);
    for (const xml of footers) expect(xml).toMatch(/PAGE.*NUMPAGES/s);
    const cover = parts.get('word/document.xml')!.split('</w:sectPr>')[0]!;
    expect(cover).not.toContain('w:headerReference');
  });

  it('says that a draft is a draft, on the cover and on every page', async () => {
    const parts = await partsOf(swedish);
    expect(parts.get('word/document.xml')).toContain('Utkast – ännu inte publicerat');
    expect(parts.get('word/header1.xml')).toContain('Utkast · Handlingsplan 2026');
    expect((await partsOf(danish)).get('word/header1.xml')).not.toContain('Udkast');
  });

  it('names the plan and the municipality in its properties', async () => {
    const core = (await partsOf(danish)).get('docProps/core.xml')!;
    expect(core).toContain(
      '<dc:title>Handleplan 2026 for stærke fællesskaber – Helsingør Kommune</dc:title>',
    );
    expect(core).toContain('<dc:creator>Helsingør Kommune</dc:creator>');
  });

  it.each(languages)('says so in words where a part is empty, in %s', async (language) => {
    const text = await textOf(anEmptyPlan(language));
    const { empty, chapters, frontPage } = planWords(language);
    for (const sentence of [
      empty.introduction,
      empty.vision,
      empty.processes,
      empty.actions,
      empty.followUp,
      empty.evaluation,
      empty.ideas,
      empty.consultation,
      chapters.ideaCatalogue,
      chapters.consultationReport,
      frontPage.notAdopted,
    ])
      expect(text).toContain(sentence);
  });

  it('says so in words where nothing is known of an action', async () => {
    const plan = anEmptyPlan('da', { focusAreas: [{ number: '', title: 'A', actions: [anAction()] }] });
    const text = await textOf(plan);
    for (const sentence of [
      'Ikke oplyst endnu',
      'Baggrund (borgerinput): indsats »Åbne døre«',
      'Opfølgning: ',
    ])
      expect(text).toContain(sentence);
  });

  it('never links to anything but a web page', async () => {
    const plan = aDanishPlan();
    plan.frontPage.url = 'javascript:alert(1)';
    expect((await partsOf(plan)).get('word/_rels/document.xml.rels')).not.toContain('javascript');
  });

  it('tells how far it has come', async () => {
    const calls: [number, number][] = [];
    await writeDocx(aDanishPlan(), { onProgress: (done, total) => calls.push([done, total]) });
    expect(calls[0]).toEqual([0, 9]);
    expect(calls.at(-1)).toEqual([9, 9]);
  });
});

const files = new Map<PlanDocument, Promise<Buffer>>();

/** Laying out pages takes time, so a plan that is only read is written once. */
function fileOf(plan: PlanDocument): Promise<Buffer> {
  const file = files.get(plan) ?? writeDocx(plan);
  files.set(plan, file);
  return file;
}

async function textOf(plan: PlanDocument) {
  return (await mammoth.extractRawText({ buffer: await fileOf(plan) })).value;
}

async function headingsOf(plan: PlanDocument, level: number) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: await fileOf(plan) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  const headings = value.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, 'gs'));
  return [...headings]
    .map(([, html]) => html!.replace(/<[^>]+>/g, ''))
    .filter((text) => text !== plan.frontPage.planTitle);
}

async function partsOf(plan: PlanDocument): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await fileOf(plan));
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return new Map(
    await Promise.all(parts.map(async (part) => [part.name, await part.async('string')] as const)),
  );
}

function tablesIn(parts: Map<string, string>) {
  return parts.get('word/document.xml')!.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
}

function paragraphsIn(parts: Map<string, string>, styleName: string) {
  return parts
    .get('word/document.xml')!
    .match(/<w:p>.*?<\/w:p>/gs)!
    .filter((xml) => xml.includes(`<w:pStyle w:val="${styleName}"/>`));
}

const plainText = (xml: string) => xml.replace(/<[^>]+>/g, '');

function everyText<T>(value: T, text: string): T {
  const fixed = /^(language|status|outcome|kind|currency|themeColour|url|.*On|date)$/;
  const walk = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') return fixed.test(key) ? inner : text;
    if (Array.isArray(inner)) return inner.map((item) => walk(item, key));
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(value, '') as T;
}

/** What is wrong with an XML text: a tag that is not closed, a stray sign, a character XML forbids. `''` when nothing is. */
function faultIn(xml: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(xml))
    return 'a forbidden character';
  const open: string[] = [];
  const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
  let end = 0;
  for (const [text, closing, name, attributes = '', empty] of xml.matchAll(token)) {
    end += text.length;
    const content = name === undefined ? text : attributes;
    if (!text.startsWith('<?') && /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(content))
      return `a stray & in ${content}`;
    if (name === undefined || empty) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes another tag`;
  }
  return end < xml.length ? `not XML at ${xml.slice(end, end + 40)}` : open.join(' ');
}
