import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { matchRoute } from './pages.js';
import { routes } from './routes.js';

describe('routes', () => {
  it.each(routes.map(({ page }) => page))('has a file for %s', (page) => {
    expect(existsSync(new URL(`../features/${page}.page.tsx`, import.meta.url))).toBe(true);
  });

  it('prefers a page’s own address to a municipality’s name', () => {
    expect(matchRoute('/helsingor/sign-in')).toMatchObject({
      route: { page: 'identity/sign-in' },
      params: { municipality: 'helsingor' },
    });
    expect(matchRoute('/')?.route.page).toBe('municipalities/choose');
    expect(matchRoute('/helsingor/nowhere/at/all')).toBeUndefined();
  });
});
