import { describe, expect, it } from '@jest/globals';
import { ladderIn } from './ladder.rules.js';

const own = { key: 'consult', name: 'Høre', promise: 'Vi lytter til dig.' };
const english = { name: 'Consult', promise: 'We listen to you.' };
const municipality = { language: 'da' as const, ladder: [{ ...own, translations: { en: english } }] };

describe('the ladder of participation', () => {
  it('is read in the reader’s language where it has been translated', () => {
    expect(ladderIn('en', municipality)).toEqual([{ key: 'consult', ...english, language: 'en' }]);
  });

  it('says in which language it is where it has not', () => {
    expect(ladderIn('sv', municipality)).toEqual([{ ...own, language: 'da' }]);
    expect(ladderIn('da', municipality)).toEqual([{ ...own, language: 'da' }]);
  });
});
