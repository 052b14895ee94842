import { describe, expect, it } from '@jest/globals';
import { mentionedIn, MOST_MENTIONED } from './mention.rules.js';

const participants = [
  { id: 'ida', name: 'Ida' },
  { id: 'ida-holm', name: 'Ida Holm' },
  { id: 'bo', name: 'Bo Åkær' },
];

describe('who is mentioned', () => {
  it.each([
    ['Enig med @Ida Holm!', ['ida-holm']],
    ['@ida, og @BO ÅKÆR', ['ida', 'bo']],
    ['@Idas forslag', []],
    ['Skriv til x@ida.example', []],
    ['Ida Holm sagde det', []],
    ['@Karin', []],
    ['@Ida @Ida', ['ida']],
  ])('in %j: %j', (text, ids) => expect(mentionedIn(text, participants)).toEqual(ids));

  it('is everybody of that name', () => {
    const namesakes = [...participants, { id: 'other', name: 'ida' }];
    expect(mentionedIn('@Ida', namesakes)).toEqual(['ida', 'other']);
  });

  it('is only so many', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, name: `Person ${n}` }));
    const text = crowd.map(({ name }) => `@${name}`).join(' ');
    expect(mentionedIn(text, crowd)).toHaveLength(MOST_MENTIONED);
  });
});
