import { describe, expect, it } from '@jest/globals';
import { nextPath } from './next.js';

describe('where one goes after signing in', () => {
  it('is where one came from', () => {
    expect(nextPath(new URLSearchParams({ next: '/helsingor/goals/1?x=1' }), '/')).toBe(
      '/helsingor/goals/1?x=1',
    );
  });

  // A browser leaves tabs and line ends out of an address: CWE-601.
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\r\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ])('is never %p', (next) => {
    expect(nextPath(new URLSearchParams({ next }), '/helsingor')).toBe('/helsingor');
  });
});
