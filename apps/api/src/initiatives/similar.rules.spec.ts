import { describe, expect, it } from '@jest/globals';
import { tellingWords } from './similar.rules.js';

describe('the words that tell what a title is about', () => {
  it('are told once, without the words every proposal has', () => {
    expect(tellingWords('Flere bænke, bedre bænke – og en å ved Gl. Strandvej 12!')).toEqual([
      'bænke',
      'strandvej',
    ]);
    expect(tellingWords('Fler cykelvägar till skolorna')).toEqual(['cykelvägar', 'skolorna']);
  });

  it('are none in a title that says nothing yet', () => {
    expect(tellingWords('Et')).toEqual([]);
    expect(tellingWords(' & | !')).toEqual([]);
  });
});
