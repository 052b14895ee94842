import { describe, expect, it } from '@jest/globals';
import { csvRow } from './csv.rules.js';

describe('a row of CSV', () => {
  it('quotes every field, and quotes in it twice', () => {
    expect(csvRow(['Ja; "måske"', 3, null])).toBe('"Ja; ""måske""";"3";""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u200B=1', '\t=1', '＝1', '\r=1'])(
    'is not run as a formula: %j',
    (text) => {
      expect(csvRow([text])).toBe(`"'${text}"\r\n`);
    },
  );

  it('leaves numbers numbers', () => {
    expect(csvRow([-3])).toBe('"-3"\r\n');
  });
});
