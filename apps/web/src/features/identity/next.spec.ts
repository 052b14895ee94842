import { describe, expect, it } from '@jest/globals';
import { nextPath } from './next.js';

describe('where one goes after signing in', () => {
  it('is where one came from', () => {
    expect(nextPath(new URLSearchParams({ next: '/helsingor/goals/1?x=1' }), '/')).toBe(
      '/helsingor/goals/1?x=1',
    );
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'is never %p',
    (next) => {
      expect(nextPath(new URLSearchParams({ next }), '/helsingor')).toBe('/helsingor');
    },
  );
});
