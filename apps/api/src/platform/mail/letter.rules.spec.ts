import { describe, expect, it } from '@jest/globals';
import { htmlLetterOf, oneLine, plainTextOf, type Letter } from './letter.rules.js';
import { addressOf } from './mail-address.rules.js';

const letter: Letter = {
  language: 'sv',
  from: 'Helsingborgs stad',
  subject: 'Nytt <om> "hamnen"',
  blocks: [
    { kind: 'heading', text: 'Hamnen', href: 'https://m.example/a?b=1&c=2' },
    {
      kind: 'item',
      text: 'Ida <b>skrev</b>',
      href: 'https://m.example/c',
      quote: 'En\n<script>',
      lang: 'da',
    },
    { kind: 'note', text: 'Sluta', href: 'https://m.example/u' },
  ],
};

describe('a letter', () => {
  it('shows what people wrote as text, in its language', () => {
    const html = htmlLetterOf(letter);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
    expect(html).toContain('lang="da"');
    expect(html).toContain('href="https://m.example/a?b=1&amp;c=2"');
  });

  it('fetches nothing when it is opened', () => {
    expect(htmlLetterOf(letter)).not.toMatch(/<(img|link|script|iframe)|url\(/);
  });

  it('says the same in plain text, the notes last', () => {
    expect(plainTextOf(letter)).toMatch(
      /Helsingborgs stad[^]*Hamnen\n------[^]*> En\n> <script>[^]*-- \nSluta: https/,
    );
  });

  it.each([
    ['a\r\nBcc: b@c.example', 'a Bcc: b@c.example'],
    ['a\u0000\u2028\u202Eb', 'a b'],
  ])('makes one line of %j', (text, line) => expect(oneLine(text)).toBe(line));

  it.each([
    ['Helsingør <post@by.example>', 'post@by.example'],
    ['post@by.example', 'post@by.example'],
    ['post', null],
    ['a@b.example, c@d.example', null],
    ['a@b.example>\r\nBcc: c@d.example', null],
  ])('comes from %j: %j', (from, address) => expect(addressOf(from)).toBe(address));
});
