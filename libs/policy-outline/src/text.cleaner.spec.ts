import { describe, expect, it } from '@jest/globals';
import { cleanText, joinLines, plainInline } from './text.cleaner.js';

describe('evening out a text', () => {
  it('takes off what only guided a printer', () => {
    expect(cleanText('gene\u00ADration\r\nof\uFB01ciel\u00A0plan\u200B')).toBe('generation\nofficiel plan');
  });

  it('composes letters, so that the same word is the same', () => {
    expect(cleanText('A\u030Ar')).toBe('År');
  });
});

describe('joining wrapped lines', () => {
  it('puts a parted word together', () => {
    expect(joinLines(['et tæt sam-', 'arbejde med alle'])).toBe('et tæt samarbejde med alle');
  });

  it('leaves a hanging hyphen before a conjunction', () => {
    expect(joinLines(['børne-', 'og ungelivet'])).toBe('børne- og ungelivet');
    expect(joinLines(['förskole-', 'eller skolbarn'])).toBe('förskole- eller skolbarn');
  });

  it('keeps the hyphen of a double name', () => {
    expect(joinLines(['Nørre-', 'Sønderby'])).toBe('Nørre-Sønderby');
  });
});

describe("taking off Markdown's marks", () => {
  it.each([
    ['**Fed** og _kursiv_ tekst', 'Fed og kursiv tekst'],
    ['se [planen](https://x.dk/p_1.pdf "plan") her', 'se planen her'],
    ['fil_navn_her og 2 * 3 * 4', 'fil_navn_her og 2 * 3 * 4'],
    ['første<br>anden', 'første anden'],
    ['1\\. ikke en liste', '1. ikke en liste'],
  ])('reads %j as %j', (printed, text) => {
    expect(plainInline(printed)).toBe(text);
  });
});
