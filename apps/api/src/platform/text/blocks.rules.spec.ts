import { describe, expect, it } from '@jest/globals';
import { printedBlocksOf, blocksOf, type TextBlock } from './blocks.rules.js';

/** Its shape in a line: p(…), a list ul(li(…)) or ol3(…), q(…); links as [text](href). */
const shape = (blocks: readonly TextBlock[] = []): string =>
  blocks
    .map(({ type, parts, blocks: inner, start }) => {
      if (parts)
        return `p(${parts.map(({ text, href }) => (href === undefined ? text : `[${text}](${href})`)).join('')})`;
      const name = {
        list: start === undefined ? 'ul' : `ol${start}`,
        item: 'li',
        quote: 'q',
        paragraph: 'p',
      }[type];
      return `${name}(${shape(inner)})`;
    })
    .join('');
const shapeOf = (text: string) => shape(blocksOf(text));

const depth = (blocks: readonly TextBlock[] = []): number =>
  Math.max(0, ...blocks.map(({ blocks: inner }) => 1 + depth(inner)));

/** @returns milliseconds */
function timeOf(text: string): number {
  const begun = performance.now();
  blocksOf(text);
  return performance.now() - begun;
}

describe('what somebody writes', () => {
  it('has paragraphs, and keeps its lines', () => {
    expect(shapeOf('Først.\nOg så.\n\nNyt afsnit.')).toBe('p(Først.\nOg så.)p(Nyt afsnit.)');
  });

  it('has lists, numbered from where they were, and quotes', () => {
    expect(shapeOf('- bænke\n- ly\n\n3. tre\n4. fire')).toBe(
      'ul(li(p(bænke))li(p(ly)))ol3(li(p(tre))li(p(fire)))',
    );
    expect(shapeOf('> Der er mørkt.\n\nEnig!')).toBe('q(p(Der er mørkt.))p(Enig!)');
  });

  it('has links: written out, in brackets, and to write to', () => {
    expect(shapeOf('Se https://by.example/a?b=1.')).toBe(
      'p(Se [https://by.example/a?b=1](https://by.example/a?b=1).)',
    );
    expect(shapeOf('Se [planen](https://by.example/plan) her')).toBe(
      'p(Se [planen](https://by.example/plan) her)',
    );
    expect(shapeOf('Skriv til post@by.example')).toBe(
      'p(Skriv til [post@by.example](mailto:post@by.example))',
    );
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//evil.example)',
    '[x](/helsingor)',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '# Overskrift',
    '**fed** og _kursiv_ og `kode`',
    '```\nkode\n```',
    '&lt;b&gt; \\* \\[x]',
    '---',
  ])('keeps %s as it was typed, without a meaning', (text) => {
    expect(shapeOf(text)).toBe(`p(${text})`);
  });

  it('makes no picture of a picture, only a link one can choose to follow', () => {
    expect(shapeOf('![spor](https://evil.example/pixel.gif)')).toBe(
      'p(![spor](https://evil.example/pixel.gif))',
    );
  });

  it('does not let a reference bring a link in', () => {
    expect(shapeOf('[x]\n\n[x]: javascript:alert(1)')).toBe('p([x])p([x]: javascript:alert(1))');
  });

  it('nests a few levels deep and no deeper, however much is nested', () => {
    for (const text of [
      '> '.repeat(1000) + 'dybt',
      '- '.repeat(1900) + 'dybt',
      '1. '.repeat(1300) + 'dybt',
    ]) {
      expect(depth(blocksOf(text))).toBeLessThan(14);
      expect(shapeOf(text)).toContain('dybt');
      expect(timeOf(text)).toBeLessThan(500);
    }
  });

  it.each([
    ['many items', '- a\n'.repeat(1000)],
    ['many brackets', '['.repeat(4000)],
    ['many links half begun', '[a]('.repeat(1000)],
    ['many addresses', 'a@b.c '.repeat(660)],
    ['many quotes of one line', '>a\n'.repeat(1300)],
    [
      'a staircase of lists',
      Array.from({ length: 60 }, (_, n) => `${'  '.repeat(n)}- a`)
        .join('\n')
        .slice(0, 4000),
    ],
  ])('is read in a moment: %s', (_, text) => {
    expect(timeOf(text)).toBeLessThan(1000);
  });

  it('are in print what their marks stand for, and what is broken stays as typed', () => {
    expect(printedBlocksOf('# Bænke\n\nMange *vil **gerne*** sidde <b>her</b>, 2 * 3 **nu')).toEqual([
      { type: 'paragraph', parts: [{ text: 'Bænke', bold: true }] },
      {
        type: 'paragraph',
        parts: [
          { text: 'Mange ' },
          { text: 'vil ', italic: true },
          { text: 'gerne', italic: true, bold: true },
          { text: ' sidde <b>her</b>, 2 * 3 **nu' },
        ],
      },
    ]);
    expect(blocksOf('**gerne**')).toEqual([{ type: 'paragraph', parts: [{ text: '**gerne**' }] }]);
  });
});
