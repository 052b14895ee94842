import { describe, expect, it } from '@jest/globals';
import { inNumberOrder } from './action.order.js';

const ordered = (...numbers: string[]) =>
  inNumberOrder(numbers.map((number) => ({ number }))).map((a) => a.number);

describe('the order of actions', () => {
  it('is that of their numbers, read as numbers', () =>
    expect(ordered('10', '2.10', '2', '2.9', '1.')).toEqual(['1.', '2', '2.9', '2.10', '10']));

  it('puts those without a number last, as they were', () => {
    const [first, second] = [
      { number: '', title: 'a' },
      { number: '', title: 'b' },
    ];
    expect(inNumberOrder([first!, { number: '2', title: 'c' }, second!]).map(({ title }) => title)).toEqual([
      'c',
      'a',
      'b',
    ]);
  });
});
