import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { matchRoute } from './pages.js';
import { routes } from './routes.js';

describe('routes', () => {
  it.each(routes.map(({ page }) => page))('has a file for %s', (page) => {
    // A feature's own, or one of `app/pages` that compose several.
    const found = ['../features/', '../app/'].filter((folder) =>
      existsSync(new URL(`${folder}${page}.page.tsx`, import.meta.url)),
    );
    expect(found).toHaveLength(1);
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
