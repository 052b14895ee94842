import type { Language } from '@medvind/contracts';
import { CSV_BEGIN, csvRow } from '../platform/text/csv.rules.js';
import type { RecordEntry } from './records.repository.js';
import { RECORD_WORDS } from './records.words.js';

export const RECORD_FORMATS = ['html', 'csv', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export const RECORD_TYPES: Record<RecordFormat, string> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export interface RecordAbout {
  title: string;
  municipality: string;
  /** Empty: none. */
  caseNumber: string;
  madeAt: string;
  /** Of the municipality's pages, without a slash at the end. */
  address: string;
  language: Language;
}

/** Entries as they come, never all at once. */
type Entries = AsyncIterable<RecordEntry[]>;
type Writer = (about: RecordAbout, entries: Entries) => AsyncGenerator<string>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const LOCALES: Record<Language, string> = { da: 'da-DK', sv: 'sv-SE', en: 'en-GB' };
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A moment as people read it where it happened; anything else as it is. */
function readable(value: string, language: Language): string {
  if (!INSTANT.test(value)) return value;
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(value));
}

/** In words, where there are any: what it is called, and what it is. */
function detailsOf({ details }: RecordEntry, { language, address }: RecordAbout): [string, string][] {
  const words = RECORD_WORDS[language];
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== false && value !== '')
    .map(([name, value]) => [
      words.details[name] ?? name,
      name === 'path'
        ? `${address}/${value}`
        : (words.values[name]?.[String(value)] ?? readable(String(value), language)),
    ]);
}

/** One document to read or to print, with a heading for each contribution; needs nothing but itself. */
async function* writeHtml(about: RecordAbout, entries: Entries): AsyncGenerator<string> {
  const words = RECORD_WORDS[about.language];
  const facts = [
    about.municipality,
    about.caseNumber && `${words.caseNumber} ${about.caseNumber}`,
    `${words.made} ${readable(about.madeAt, about.language)}`,
  ];
  yield `<!doctype html><html lang="${about.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(about.title)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}
article{border-top:2px solid;margin-top:2rem}section{margin:1rem 0 1rem 1.5rem}
p.text{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid;padding-left:.75rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dd{margin:0;overflow-wrap:anywhere}</style></head>
<body><main><h1>${escaped(about.title)}</h1><p>${facts.filter(Boolean).map(escaped).join(' · ')}</p>\n`;
  let group: string | null = null;
  for await (const batch of entries)
    for (const entry of batch) {
      const begins = entry.group !== group;
      if (begins) yield `${group === null ? '' : '</article>\n'}<article>`;
      group = entry.group;
      yield oneHtml(entry, begins, about);
    }
  yield `${group === null ? `<p>${words.none}</p>` : '</article>'}</main></body></html>\n`;
}

function oneHtml(entry: RecordEntry, heads: boolean, about: RecordAbout): string {
  const { language } = about;
  const words = RECORD_WORDS[language];
  const { kind, reference, title, who, what, code, text, at } = entry;
  const level = heads ? 'h2' : 'h3';
  const name = [words.kinds[kind] ?? kind, reference].filter(Boolean).join(' ');
  const line = [readable(at, language), who, what && (words.what[what] ?? what), title].filter(
    (part) => part !== null && part !== '',
  );
  const rows: [string, string][] = [
    ...(code ? [[words.codeOf[kind] ?? words.rule, words.codes[code] ?? code] as [string, string]] : []),
    ...detailsOf(entry, about),
  ];
  const list = rows.map(([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(value)}</dd>`).join('');
  const lang = entry.language ? ` lang="${escaped(entry.language)}"` : '';
  return `<section><${level}>${escaped(name)}</${level}><p>${line.map((part) => escaped(String(part))).join(' · ')}</p>${
    text ? `<p class="text"${lang}>${escaped(text)}</p>` : ''
  }${list ? `<dl>${list}</dl>` : ''}</section>\n`;
}

/** A row for each entry, safe to open in a spreadsheet. */
async function* writeCsv(about: RecordAbout, entries: Entries): AsyncGenerator<string> {
  const words = RECORD_WORDS[about.language];
  yield CSV_BEGIN + csvRow(words.columns);
  for await (const batch of entries)
    for (const entry of batch)
      yield csvRow([
        words.kinds[entry.group] ?? entry.group,
        words.kinds[entry.kind] ?? entry.kind,
        entry.at,
        entry.reference,
        entry.title,
        entry.who,
        entry.what && (words.what[entry.what] ?? entry.what),
        entry.code && (words.codes[entry.code] ?? entry.code),
        entry.text,
        entry.language && (words.values.language?.[entry.language] ?? entry.language),
        detailsOf(entry, about)
          .map(([name, value]) => `${name}: ${value}`)
          .join(' | '),
      ]);
}

/** For a machine: one document, its entries in order. */
async function* writeJson(about: RecordAbout, entries: Entries): AsyncGenerator<string> {
  yield `{"about":${JSON.stringify(about)},"entries":[`;
  let first = true;
  for await (const batch of entries)
    for (const entry of batch) {
      yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
      first = false;
    }
  yield '\n]}\n';
}

export const RECORD_WRITERS: Record<RecordFormat, Writer> = {
  html: writeHtml,
  csv: writeCsv,
  json: writeJson,
};
