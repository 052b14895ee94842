import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { writeCsv } from './csv.writer.js';
import { writeDocx } from './docx.writer.js';
import { anAction, anEmptyPlan } from './plan-document.fixture.js';
import type { PlanDocument } from './plan-document.model.js';
import { planDay, planWords } from './plan-document.words.js';
import { written } from './written.file.fixture.js';
import { writeXlsx } from './xlsx.writer.js';

/**
 * What a format leaves out on purpose, and why. Every other field of the model must be found in the file, so a field
 * added to the model fails here until each writer prints it or it is listed.
 */
const leftOut: Record<'docx' | 'xlsx' | 'csv', Record<string, string>> = {
  docx: {
    language: 'decides the words and is the language the document is marked with',
    'frontPage.themeColour': 'is the colour of the cover, not a text',
  },
  xlsx: {
    language: 'decides the words',
    'frontPage.themeColour': 'is the colour of the header rows, not a text',
  },
  csv: {
    language: 'decides the words',
    'frontPage.themeColour': 'a CSV has no colours',
    'frontPage.ownerUnit': 'one row per action: each action names its own unit',
    'frontPage.adoptedBy': 'one row per action: the date of adoption tells versions apart',
    'frontPage.url': 'one row per action',
    'frontPage.exportedOn': 'one row per action: the file has a date of its own',
    introduction: 'one row per action',
    visionRelation: 'one row per action',
    moneyNote: 'one row per action',
    followUp: 'one row per action',
    evaluation: 'one row per action',
    'processes[]': 'one row per action',
    'ideaCatalogue[]': 'one row per action',
    'consultationReport[]': 'one row per action',
  },
};

/** How a leaf may look in a file: any one of these texts. */
type Leaf = { path: string; looks: string[] };

const { plan, leaves } = markedPlan();
const files: Record<keyof typeof leftOut, string> = { docx: '', xlsx: '', csv: '' };

beforeAll(async () => {
  files.docx = await docxText(plan);
  files.xlsx = await xlsxText(plan);
  files.csv = (await written((stream) => writeCsv(plan, stream))).toString('utf8');
});

describe.each(['docx', 'xlsx', 'csv'] as const)('%s', (format) => {
  it('has every field of the model that is not listed as left out', () => {
    const missing = leaves.filter((leaf) => !isListed(leaf.path, format) && !isIn(files[format], leaf));
    expect(missing).toEqual([]);
  });

  it('lists nothing as left out that the model does not have', () => {
    const unknown = Object.keys(leftOut[format]).filter(
      (path) => !leaves.some((leaf) => begins(leaf.path, path)),
    );
    expect(unknown).toEqual([]);
  });
});

it('notices a field that no writer knows', () => {
  expect(isIn(files.docx + files.xlsx + files.csv, { path: 'new', looks: ['mark0new'] })).toBe(false);
});

it('looks for every field, since the sample leaves none empty', () => {
  expect(leaves.filter(({ looks }) => looks.length === 0)).toEqual([]);
  expect(leaves.length).toBeGreaterThan(85);
});

function isListed(path: string, format: keyof typeof leftOut) {
  return Object.keys(leftOut[format]).some((listed) => begins(path, listed));
}

function begins(path: string, start: string) {
  return path === start || path.startsWith(`${start}.`);
}

function isIn(text: string, { looks }: Leaf) {
  return looks.some((look) => text.includes(look));
}

async function docxText(given: PlanDocument) {
  const zip = await JSZip.loadAsync(await writeDocx(given));
  const parts = ['word/document.xml', 'word/_rels/document.xml.rels'].map((name) =>
    zip.file(name)!.async('string'),
  );
  const [body, links] = await Promise.all(parts);
  // The contents repeat headings: what is printed only there is not printed where it belongs.
  return (
    body!
      .replace(/<w:sdt>.*?<\/w:sdt>/gs, '')
      .replace(/<w:(p|br)[ />]/g, '\n$&')
      .replace(/<[^>]+>/g, '') + links
  );
}

async function xlsxText(given: PlanDocument) {
  const workbook = new ExcelJS.Workbook();
  const file = await written((stream) => writeXlsx(given, stream));
  await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value, text }) => cells.push(value instanceof Date ? value.toISOString() : `${text}`)),
    );
  return cells.join('\n');
}

/** A plan with one of everything, in which each text, number and date occurs once, and how each may be printed. */
function markedPlan(): { plan: PlanDocument; leaves: Leaf[] } {
  const words = planWords('da');
  const found: Leaf[] = [];
  let count = 0;
  const spoken: Record<string, Record<string, string>> = {
    'frontPage.status': words.publication,
    'processes[].kind': words.process.kinds,
    'focusAreas[].actions[].status': words.action.statuses,
    'consultationReport[].outcome': words.consultation.outcomes,
    'focusAreas[].actions[].background.quotes[].language': { sv: 'svensk' },
    'focusAreas[].actions[].economy.currency': { SEK: 'SEK' },
    'focusAreas[].actions[].economy.withinFrame': { true: words.money.withinFrame },
    language: { da: 'da' },
    'frontPage.themeColour': { '#336699': '#336699' },
  };

  const mark = (value: unknown, path: string): unknown => {
    count += 1;
    const leaf = (looks: string[], marked: unknown) => {
      found.push({ path, looks });
      return marked;
    };
    const fixed = spoken[path];
    if (fixed) return leaf([fixed[String(value)] ?? ''].filter(Boolean), value);
    if (Array.isArray(value)) {
      if (value.length === 0) return leaf([], value);
      return value.map((item) => mark(item, `${path}[]`));
    }
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, mark(item, path === '' ? key : `${path}.${key}`)]),
      );
    if (typeof value === 'string' && planDay(value)) {
      // A year of its own for each, so that no two dates share words.
      const date = `${2100 + count}-03-17`;
      return leaf([words.formatDate(date), date], date);
    }
    if (typeof value === 'string' && value.startsWith('https:')) {
      const url = `https://mark.example/${count}x`;
      return leaf([url], url);
    }
    if (typeof value === 'string') return leaf([`mark${count}x`], `mark${count}x`);
    if (typeof value === 'number' && path.endsWith('Share')) {
      const share = (count % 89) / 100 + 0.1;
      const percent = Math.round(share * 100);
      return leaf([words.formatShare(share), `${percent}%`, String(share)], share);
    }
    if (typeof value === 'number') {
      const number = 40_000 + count * 17;
      return leaf([words.formatNumber(number), String(number)], number);
    }
    return leaf([], value);
  };
  const marked = mark(oneOfEverything(), '') as PlanDocument;
  return { plan: marked, leaves: found };
}

function oneOfEverything(): PlanDocument {
  const [text, day, url] = ['text', '2026-01-01', 'https://x.example'];
  const source = { reference: text, url };
  return {
    ...anEmptyPlan('da'),
    frontPage: {
      municipality: text,
      themeColour: '#336699',
      policyTitle: text,
      planTitle: text,
      year: 1,
      ownerUnit: text,
      adoptedBy: text,
      adoptedOn: day,
      caseNumber: text,
      status: 'draft',
      url,
      exportedOn: day,
    },
    introduction: text,
    visionRelation: text,
    processes: [
      {
        title: text,
        kind: 'user',
        question: text,
        level: text,
        promise: text,
        startsOn: day,
        endsOn: day,
        methods: [text],
        meetings: [{ title: text, date: day, place: text, participants: 1 }],
        participants: { total: 1, target: 1, youngShare: 0.1, groups: [{ group: text, count: 1 }] },
        contributions: { works: 1, doesNot: 1, need: 1 },
        decision: { text, decidedBy: text, decidedOn: day },
        caseNumber: text,
        url,
      },
    ],
    focusAreas: [
      {
        number: text,
        title: text,
        actions: [
          anAction({
            number: text,
            goal: text,
            title: text,
            description: text,
            background: {
              commentCount: 1,
              initiativeCount: 1,
              supporterCount: 1,
              youngShare: 0.1,
              bySourceGroup: [{ group: text, count: 1 }],
              initiatives: [{ ...source, title: text, supporters: 1 }],
              quotes: [{ ...source, text, language: 'sv' }],
            },
            targetGroup: text,
            successCriterion: text,
            indicator: text,
            targetValue: text,
            responsible: text,
            lead: text,
            partners: [text],
            schedule: { text, startsOn: day, endsOn: day },
            economy: { text, amount: 1, withinFrame: true, currency: 'SEK' },
            status: 'delayed',
            followUp: text,
            result: text,
          }),
        ],
      },
    ],
    moneyNote: text,
    followUp: text,
    evaluation: text,
    ideaCatalogue: [
      { title: text, date: day, place: text, themes: [{ title: text, ideas: [{ ...source, text }] }] },
    ],
    consultationReport: [
      {
        process: text,
        theme: text,
        input: text,
        sources: [source],
        answer: text,
        change: text,
        outcome: 'declined',
      },
    ],
  };
}
