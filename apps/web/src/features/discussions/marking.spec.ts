import { describe, expect, it } from '@jest/globals';
import { asLines, asLink } from './marking.js';

/** "a‹b›c": what is chosen stands between the marks. */
const chosen = (marked: string) => {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  return [marked.replace(/[‹›]/g, ''), from, to] as const;
};
const shown = ({ text, from, to }: { text: string; from: number; to: number }) =>
  `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;

describe('the tools of a text', () => {
  it('make the line one is on, or every line one has chosen, a list', () => {
    expect(shown(asLines('- ')(...chosen('Først\nbæn‹›ke')))).toBe('Først\n- bænke‹›');
    expect(shown(asLines('- ')(...chosen('bæ‹nke\nl›y\nlys')))).toBe('‹- bænke\n- ly›\nlys');
  });

  it('take the marks away where all have them', () => {
    expect(shown(asLines('> ')(...chosen('> e‹t\n> t›o')))).toBe('‹et\nto›');
  });

  it('begin an empty text', () => {
    expect(shown(asLines('- ')(...chosen('‹›')))).toBe('- ‹›');
  });

  it('make what is chosen a link, and wait for its address', () => {
    expect(shown(asLink('tekst')(...chosen('Se ‹planen› her')))).toBe('Se [planen](‹https://›) her');
    expect(shown(asLink('tekst')(...chosen('Se ‹›')))).toBe('Se [tekst](‹https://›)');
    expect(shown(asLink('tekst')(...chosen('‹https://by.example›')))).toBe('[tekst](‹https://by.example›)');
  });
});
