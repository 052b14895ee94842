import { describe, expect, it } from '@jest/globals';
import { planDay, planWords, type PlanWords } from './plan-document.words.js';

const languages = ['da', 'sv', 'en'] as const;
/** Numbers are kept together by spaces that do not break; here they are read as ordinary ones. */
const plain = (text: string) => text.replace(/[\u00A0\u202F\u2009]/g, ' ');

describe('the words of a plan', () => {
  it('write dates as each language does', () => {
    expect(languages.map((language) => planWords(language).formatDate('2026-05-25'))).toEqual([
      '25. maj 2026',
      '25 maj 2026',
      '25 May 2026',
    ]);
  });

  it('write periods, also those with one end open', () => {
    const { formatPeriod } = planWords('da');
    expect(formatPeriod('2025-10-01', '2026-02-15')).toBe('1. oktober 2025–15. februar 2026');
    expect(formatPeriod('2026-05-01', null)).toBe('fra 1. maj 2026');
    expect(formatPeriod(null, '2026-05-01')).toBe('til 1. maj 2026');
    expect(formatPeriod(null, null)).toBe('');
    expect(formatPeriod('2026-05-02', '2026-05-01')).toBe('2. maj 2026 – 1. maj 2026');
  });

  it('write money in its own currency', () => {
    expect(plain(planWords('da').formatMoney(12_912_000, 'DKK'))).toBe('12.912.000 kr.');
    expect(plain(planWords('sv').formatMoney(1_250_000, 'SEK'))).toBe('1 250 000 kr');
    expect(plain(planWords('en').formatMoney(1_250_000, 'SEK'))).toBe('SEK 1,250,000');
  });

  it('give back a date or a language that is none as it was written', () => {
    expect(planWords('sv').formatDate('i höst')).toBe('i höst');
    expect(planWords('sv').languageName('??')).toBe('??');
    expect(planDay('2026-02-31')).toBeNull();
  });

  it.each(languages)('are complete in %s', (language) => {
    expect(emptyIn(planWords(language))).toEqual([]);
  });

  it.each(languages)('name sheets as Excel allows them, each once, in %s', (language) => {
    const names = Object.values(planWords(language).sheets);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/);
    }
  });

  it.each([
    [
      'da',
      ['Rammemål', 'Indsats og beskrivelse', 'Baggrund (borgerinput)', 'Tovholder', 'Samarbejdspartnere'],
    ],
    ['sv', ['Mål', 'Åtgärd', 'Bakgrund (synpunkter)', 'Ansvarig nämnd, förvaltning', 'Samverkan']],
  ] as const)('are those of the field in %s', (language, expected) => {
    expect(Object.values(planWords(language).action)).toEqual(expect.arrayContaining([...expected]));
  });
});

function emptyIn(words: PlanWords) {
  const empty: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string' && value.trim() === '') empty.push(path);
    if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(words, '');
  return empty;
}
