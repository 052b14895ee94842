import { describe, expect, it } from '@jest/globals';
import { excerptOf, HIT_BEGINS, HIT_ENDS, referenceOf, wordsOf } from './search.rules.js';

const shown = (marked: string, text: string, words: string[]) =>
  excerptOf(marked, text, words)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('');

describe('what is searched for', () => {
  it('is its words, each once and without the signs of a search', () => {
    expect(wordsOf('"Bænke" ved -havnen bænke')).toEqual(['bænke', 'ved', 'havnen']);
    expect(wordsOf('a 2050')).toEqual(['2050']);
  });

  it.each([
    ['K-12', { kind: 'comment', number: '12' }],
    ['f3', { kind: 'initiative', number: '3' }],
    ['K-12 bænke', null],
  ])('reads %p as a reference: %p', (typed, reference) => {
    expect(referenceOf(typed)).toEqual(reference);
  });
});

describe('an excerpt', () => {
  it('shows what the database marked, and that there is more', () => {
    const marked = `Flere ${HIT_BEGINS}bænke${HIT_ENDS} ved\n ${HIT_BEGINS}havnen${HIT_ENDS}`;
    expect(shown(marked, 'Flere bænke ved\nhavnen', [])).toBe('Flere [bænke] ved [havnen]');
    expect(shown(marked, 'Vi vil have: Flere bænke ved havnen, tak.', [])).toBe(
      '… Flere [bænke] ved [havnen] …',
    );
  });

  it('finds a part of a word where the database marked none', () => {
    expect(shown('', 'Min damecykel blev stjålet. CYKLEN var ny.', ['cykel'])).toBe(
      'Min dame[cykel] blev stjålet. CYKLEN var ny.',
    );
  });

  it('begins near the hit and ends at a word', () => {
    const text = `${'lang tekst '.repeat(30)}med en damecykel i midten ${'og mere endnu '.repeat(30)}`;
    const excerpt = shown('', text, ['cykel']);
    expect(excerpt).toContain('dame[cykel] i midten');
    expect(excerpt).toMatch(/^… \S.*\S …$/);
    expect(excerpt.length).toBeLessThan(240);
  });

  it('is how the text begins when the hit is in the title', () => {
    expect(shown('', 'Kort tekst.', ['bænke'])).toBe('Kort tekst.');
    expect(excerptOf('', '', ['bænke'])).toEqual([]);
  });

  it('takes what is typed for text, not for a pattern', () => {
    expect(shown('', 'Mål (2050) nås', ['(2050'])).toBe('Mål [(2050]) nås');
  });
});
