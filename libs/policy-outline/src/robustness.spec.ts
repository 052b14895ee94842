import { describe, expect, it } from '@jest/globals';
import { OutlineError, outlinePolicyDocument } from './policy-outline.js';

const PIECES = [
  '#',
  '##',
  '-',
  '•',
  '1.',
  '1.1',
  'a)',
  '(a)',
  '|',
  '---',
  '===',
  '\n',
  '\n\n',
  '\f',
  ' ',
  '\t',
  '**',
  '_',
  '[',
  '](',
  ')',
  ':',
  '.',
  'Mål',
  'Vi vil',
  'Fokusområde 1',
  'Læs',
  'kr.',
  '2020-2024',
  '12.000',
  'og',
  'Å',
  '\u00AD',
  '\uF0B7',
  '>',
  '`',
  '\\',
  '@',
  '…',
  '“',
  '😀',
  'gælder',
  'antagen av',
  'Side 3 af 4',
];

function scramble(seed: number): string {
  let state = seed;
  const next = (below: number) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  return Array.from({ length: 400 }, () => PIECES[next(PIECES.length)] + (next(3) === 0 ? ' ' : '')).join('');
}

const LARGE = 120_000;
const times = (text: string) => text.repeat(Math.ceil(LARGE / text.length));

function refusalOf(outline: () => unknown): string | null {
  try {
    outline();
  } catch (error) {
    return error instanceof OutlineError ? error.code : String(error);
  }
  return null;
}

describe('robustness', () => {
  it('outlines any jumble of marks, and every time the same', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const text = scramble(seed);
      expect(outlinePolicyDocument(text)).toEqual(outlinePolicyDocument(text));
    }
  });

  it.each([
    ['one endless line', times('a')],
    ['one endless sentence', times('kommunen skal og vil ')],
    ['only spaces before a letter', `${times(' ')}a`],
    ['only dots', `${times('. ')}a`],
    ['only hyphens and letters', times('a- ')],
    ['endless digits', `${times('1')} mål`],
    ['endless numbers', `${times('1.2.3 ')}a`],
    ['endless sums', times('12.912.000 kr. ')],
    ['endless years', times('gælder 2020 til 2021 og ')],
    ['endless brackets', `${times('[')}a`],
    ['endless emphasis', times('*a_')],
    ['endless tags', times('<a ')],
    ['only bullets', times('• mål\n')],
    [
      'bullets ever deeper',
      Array.from({ length: 800 }, (_, i) => `${' '.repeat(i * 2)}- mål ${i}\n`).join(''),
    ],
    ['only headings', times('# Mål\n')],
    ['only containers and areas', times('Mål\n\nBørn og unge\n\n')],
    ['only capitals', times('BØRN OG UNGE\n')],
    ['only labels', times('Mål 1: Leg\n')],
    [
      'ever new labels',
      Array.from(
        { length: 3000 },
        (_, i) =>
          `${String.fromCodePoint(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + (Math.floor(i / 676) % 26))}mål 1: Leg\n`,
      )
        .join('')
        .replace(/^./gm, (c) => c.toUpperCase()),
    ],
    ['only announcements', times('Politikken har tre mål:\n\n')],
    ['only lead-ins', times('Vi vil:\n')],
    ['only one-word lines', times('Ord\n')],
    ['page after page', times('Side 1\n\f') + 'a'],
    ['tables without end', times('| a | b |\n')],
    [
      'numbered lines',
      Array.from({ length: 5_000 }, (_, i) => `${(i % 99) + 1}. Mål\n\ntekst.\n\n`).join(''),
    ],
    ['contents again and again', times('Indhold\nMål 3\nLeg 4\n')],
    ['contacts', times('a@b.dk ')],
  ])('comes to an end with %s', (_, text) => {
    expect(outlinePolicyDocument(text).policies.length).toBeGreaterThan(0);
  });

  it.each(['', '   ', '\n\n', '---', '1 2 3', '\uFEFF'])('refuses %j, in which nothing is said', (text) => {
    expect(refusalOf(() => outlinePolicyDocument(text))).toBe('empty');
  });

  it.each(['a\u0000b', '%PDF-1.7 abc', 'PK\u0003\u0004abc', '\u0001\u0002\u0003\u0004abc'])(
    'refuses %j, which is no text',
    (text) => {
      expect(refusalOf(() => outlinePolicyDocument(text))).toBe('not-text');
    },
  );

  it('takes the title from the file name where the text has none', () => {
    const { policies } = outlinePolicyDocument('Vi skal passe på hinanden, og det gør vi ved at lytte.', {
      fileName: 'C:\\doc\\nabo-politik_2020.txt',
    });
    expect(policies[0]).toMatchObject({
      title: 'Nabo politik 2020',
      warnings: [{ type: 'title-missing' }, { type: 'no-goals-found' }],
    });
  });
});
