import { describe, expect, it } from '@jest/globals';
import { passagesOf, withoutPassages, withPassages } from './passages.js';

describe('the passages to take out of a text', () => {
  it('are found by their words wherever they stand', () => {
    expect(passagesOf('Ida bor her. Spørg Ida, ikke Idas mor.', ' Ida ')).toEqual([
      { from: 0, text: 'Ida' },
      { from: 19, text: 'Ida' },
    ]);
    expect(passagesOf('Ring (+45) 12 34.\nTak', '(+45) 12 34. Tak')).toEqual([
      { from: 5, text: '(+45) 12 34.\nTak' },
    ]);
  });

  it('are part of a longer word only where the words stand nowhere by themselves', () => {
    expect(passagesOf('Havnevej 12', 'Havne')).toEqual([{ from: 0, text: 'Havne' }]);
    expect(passagesOf('Havnen', 'Åsen')).toEqual([]);
    expect(passagesOf('Havnen', '  ')).toEqual([]);
  });

  it('are each there once, in the order of the text', () => {
    const [first, last] = [
      { from: 1, text: 'a' },
      { from: 9, text: 'b' },
    ];
    expect(withPassages([last], [first, last])).toEqual([first, last]);
    expect(withoutPassages([first, last], [last])).toEqual([first]);
  });
});
