import { describe, expect, it } from '@jest/globals';
import { isPageNumber, removePageFurniture } from './page.furniture.js';

const kept = (text: string) =>
  removePageFurniture(text.split('\n')).lines.filter((line) => line.trim() !== '');

describe('page furniture', () => {
  it.each(['Side 3 af 12', 'Sida 3 (12)', 'Page 3 of 12', '- 4 -', '– 4 –', '12', '3 (12)', '3/12', 's. 4'])(
    'knows %j for a page number',
    (line) => {
      expect(isPageNumber(line)).toBe(true);
    },
  );

  it.each(['2024', '3 mål', 'Side om side', '12.000', '§ 3'])('leaves %j in the text', (line) => {
    expect(isPageNumber(line)).toBe(false);
  });

  it('drops a head that comes again on every page, and keeps the title', () => {
    const text = [
      'Parkplan',
      'Vi passer på parkerne.',
      '1',
      'Parkplan – By kommune',
      'Mere grønt.',
      '2',
      'Parkplan – By kommune',
      'Flere træer.',
      '3',
      'Parkplan – By kommune',
      'Slut.',
    ];
    expect(kept(text.join('\n'))).toEqual([
      'Parkplan',
      'Vi passer på parkerne.',
      'Mere grønt.',
      'Flere træer.',
      'Slut.',
    ]);
  });

  it('drops a table of contents with dots', () => {
    expect(kept('Indhold\nIndledning ........ 3\nMål . . . . . . 4\nIndledning\nTekst.')).toEqual([
      'Indledning',
      'Tekst.',
    ]);
  });

  it('drops a table of contents without them, up to where the text begins', () => {
    expect(kept('Innehåll\nSyfte\nMål\n\nSyfte\nText.\nMål\nText.')).toEqual([
      'Syfte',
      'Text.',
      'Mål',
      'Text.',
    ]);
  });

  it('keeps a heading about contents that no list of headings follows', () => {
    expect(kept('Indhold\nMaden skal være sund.')).toEqual(['Indhold', 'Maden skal være sund.']);
  });
});
