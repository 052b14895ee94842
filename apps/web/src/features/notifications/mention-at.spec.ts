import { describe, expect, it } from '@jest/globals';
import { mentionAt } from './mention-at.js';

describe('a mention that is being typed', () => {
  it.each([
    ['Hej @Id', { at: 4, beginning: 'Id' }],
    ['@Ida Ho', { at: 0, beginning: 'Ida Ho' }],
    ['(@Å', { at: 1, beginning: 'Å' }],
    ['Hej @', null],
    ['Hej @Ida, og', null],
    ['skriv til ida@holm', null],
    ['Hej\n@I', { at: 4, beginning: 'I' }],
  ])('in %j is %j', (text, mention) => expect(mentionAt(text, text.length)).toEqual(mention));

  it('is looked for before the caret only', () => {
    expect(mentionAt('@Ida Holm', 3)).toEqual({ at: 0, beginning: 'Id' });
  });
});
