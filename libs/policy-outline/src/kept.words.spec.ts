import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readLines } from './document.lines.js';
import { outlinePolicyDocument } from './policy-outline.js';
import { plainInline } from './text.cleaner.js';

/** Every word of the outline, wherever it is kept. Parted words are looked up without their gap. */
function wordsOf(outline: unknown): string {
  return strings(outline)
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function lostWords(document: string, name?: string): string[] {
  const { lines, meta } = readLines(document);
  const kept = wordsOf([
    outlinePolicyDocument(document, { fileName: name ?? 'document.txt' }),
    [...meta.values()],
  ]);
  const words = lines.flatMap(({ text }) =>
    plainInline(text.replace(/\]\([^()\s]*\)/g, ']'))
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return words.filter((word) => word.length > 1 && !kept.includes(word));
}

/** Printed numbers are compared elsewhere; "Nr." heads the column of a table, and is no text. */
const NOT_TEXT = /^(\d+|nr)$/;

function filesIn(folder: URL): { name: string; text: string }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));
  return names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** Small and repeatable; tests must not differ from run to run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const WORDS =
  'kommunen skal skabe rammer for børn og unge staden ska ge plats åt fler träd Vi vil Målet är att Fokusområde bevægelse hele livet trygghet'.split(
    ' ',
  );
const SHAPES: ((text: string, n: number) => string)[] = [
  (text) => `# ${text}\n\n`,
  (text) => `\n## ${text}\n`,
  (text) => `${text}.\n\n`,
  (text) => `\n${text}\n\n`,
  (text) => `\n${text}:\n`,
  (text) => `- ${text}\n`,
  (text) => `• ${text}\n  ${text}\n`,
  (text, n) => `${n}. ${text}\n`,
  (text, n) => `\nFokusområde ${n} – ${text}\n\n`,
  (text) => `\n${text.toUpperCase()}\n\n`,
  (text) => `**${text}**\n\n`,
  (text) => `${text}\n----\n`,
  (text) => `    o ${text}\n`,
  (text) => `| ${text} | Mål |\n`,
  (text) => `Læs ${text}\n\n`,
];

function madeUp(seed: number): string {
  const next = random(seed);
  const phrase = () => Array.from({ length: 1 + next(9) }, () => WORDS[next(WORDS.length)]).join(' ');
  const parts = Array.from({ length: 3 + next(25) }, (_, i) =>
    (SHAPES[next(SHAPES.length)] ?? String)(`Ord${seed}x${i} ${phrase()}`, 1 + next(9)),
  );
  return parts.join('');
}

describe('the words of a document', () => {
  it.each(filesIn(new URL('./fixtures/', import.meta.url)))(
    'are all kept from $name, apart from page furniture',
    ({ name, text }) => {
      expect(lostWords(text, name).filter((word) => !NOT_TEXT.test(word))).toEqual([]);
    },
  );

  it('are all kept from documents of any make', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const text = madeUp(seed);
      const lost = lostWords(text).filter((word) => !NOT_TEXT.test(word));
      if (lost.length > 0) throw new Error(`Lost ${lost.join(', ')} of:\n${text}`);
    }
    expect.assertions(0);
  });

  const real = filesIn(new URL('../../../../shared/policies/', import.meta.url));
  if (real.length === 0) console.log('Skipped: no ../shared/policies here to keep every word of.');
  for (const { name, text } of real)
    it(`are all kept from ${name}`, () => {
      expect(lostWords(text, name)).toEqual([]);
    });
});
