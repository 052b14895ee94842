import { describe, expect, it } from '@jest/globals';
import { paragraphsOf, printable, webAddress } from './plain.text.js';

describe('printable text', () => {
  it('loses the control characters that XML forbids, and nothing else', () => {
    expect(printable('a\u0000b\u0008c\u000Bd\u001Be\uFFFEf\tg\nh')).toBe('abcdef\tg\nh');
  });

  it('keeps emoji and shows half an emoji as a replacement character', () => {
    expect(printable('👩‍👧 \uD83D og \uDC69')).toBe('👩‍👧 \uFFFD og \uFFFD');
  });

  it('has one kind of line end', () => {
    expect(printable('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('reaches into lists and objects and leaves numbers and nulls alone', () => {
    expect(printable({ a: ['x\u0001'], b: 3, c: null, d: false })).toEqual({
      a: ['x'],
      b: 3,
      c: null,
      d: false,
    });
  });
});

describe('paragraphs', () => {
  it('are split at blank lines, with their line breaks kept', () => {
    expect(paragraphsOf('one\ntwo\n\n  \nthree ')).toEqual([['one', 'two'], ['three']]);
  });

  it('are none in an empty text', () => {
    expect(paragraphsOf(' \n ')).toEqual([]);
  });
});

describe('a web address', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '\\\\server\\share',
    'kommunen.dk',
    '',
  ])('is never %s', (url) => expect(webAddress(url)).toBe(''));

  it('is http or https', () => {
    expect(webAddress('https://medvind.example/å')).toBe('https://medvind.example/%C3%A5');
  });
});
