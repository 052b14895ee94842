import { describe, expect, it } from '@jest/globals';
import { contrastRatio, printColours } from './colour.contrast.js';

describe('the colours of a printed plan', () => {
  it.each(['#ffc20e', '#ffffff', '#005f73', '#000000', '#e4003a', '#00ff00', 'rebeccapurple', ''])(
    'can be read whatever the theme colour is: %j',
    (theme) => {
      const { strong, tint } = printColours(theme);
      expect(contrastRatio(strong, 'ffffff')).toBeGreaterThanOrEqual(7);
      expect(contrastRatio(strong, tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('are the theme colour itself where that can be read', () => {
    expect(printColours('#005f73')).toMatchObject({ accent: '005F73', strong: '005F73' });
  });
});
