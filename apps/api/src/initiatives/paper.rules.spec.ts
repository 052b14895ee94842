import { describe, expect, it } from '@jest/globals';
import { printable, shortened } from './paper.rules.js';

describe('the text of a poster', () => {
  it('ends with a sentence where it can, and with a word where it cannot', () => {
    expect(shortened('En to tre. Fire fem seks. Syv otte ni.', 30)).toBe('En to tre. Fire fem seks.');
    expect(shortened('En to tre fire fem seks syv otte', 20)).toBe('En to tre fire fem …');
    expect(shortened(' Kort \n tekst ', 20)).toBe('Kort tekst');
  });

  it('has no Markdown', () => {
    const text = '# Bænke\n\n- **Her** og [der](https://by.example)\n- Med `ryg`';
    expect(shortened(text, 100)).toBe('Bænke Her og der Med ryg');
  });

  it('shows where something cannot be printed, and keeps the letter where it can', () => {
    const latin = (codePoint: number) => codePoint < 0x100;
    expect(printable('Łódź 中文 på øen', latin)).toBe('Lódz […] på øen');
  });

  it('leaves an emoji out with the space it took, for nothing is missing without it', () => {
    const latin = (codePoint: number) => codePoint < 0x100;
    expect(printable('Træer 🌳 på øen', latin)).toBe('Træer på øen');
    expect(printable('Leg for alle 👨‍👩‍👧‍👦!', latin)).toBe('Leg for alle!');
    expect(printable('🇩🇰 Flag 👍🏽 og ❤️ 1️⃣', latin)).toBe('Flag og 1');
    expect(printable('© Byen 🎉 中文', latin)).toBe('© Byen […]');
  });
});
