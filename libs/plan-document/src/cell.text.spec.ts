import { describe, expect, it } from '@jest/globals';
import { cellLimit, escapedForExcel, fitCell, neutralised } from './cell.text.js';

describe('a text for a CSV field', () => {
  it.each([
    '=HYPERLINK("https://x","y")',
    '+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200B=1',
    '＝1',
  ])('starts with an apostrophe where a spreadsheet would run it: %j', (text) =>
    expect(neutralised(text)).toBe(`'${text}`),
  );

  it.each(['', 'a=1', '1-2', 'navn@kommune.dk', '»=1«'])(
    'is left as it is where it is harmless: %j',
    (text) => expect(neutralised(text)).toBe(text),
  );
});

describe('a text for a cell', () => {
  it('is cut at what a cell holds, and says so', () => {
    const cut = fitCell('x'.repeat(cellLimit + 1), ' [cut]');
    expect(cut).toHaveLength(cellLimit);
    expect(cut.endsWith('x [cut]')).toBe(true);
  });

  it('is whole when it just fits', () => {
    expect(fitCell('x'.repeat(cellLimit), ' [cut]')).toBe('x'.repeat(cellLimit));
  });

  it('is not cut in the middle of an emoji', () => {
    expect(fitCell('abc🎲🎲🎲', '!', 5)).toBe('abc!');
  });

  it('keeps what looks like an escape code of Excel', () => {
    expect(escapedForExcel('_x0041_ og x_x')).toBe('_x005F_x0041_ og x_x');
  });
});
