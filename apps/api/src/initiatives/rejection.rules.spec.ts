import { describe, expect, it } from '@jest/globals';
import { REJECTIONS } from '@medvind/contracts';
import { isTextTellable } from './rejection.rules.js';

describe('the text of what was not published', () => {
  it('is told where only the matter was wrong, and never where the text is', () => {
    expect(REJECTIONS.filter((code) => !isTextTellable(code, false))).toEqual([
      'individual-case',
      'staff-matter',
      'unlawful',
    ]);
  });

  it('is not told where whoever read it says so', () => {
    expect(REJECTIONS.some((code) => isTextTellable(code, true))).toBe(false);
  });
});
