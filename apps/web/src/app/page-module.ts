import { matchRoutes } from 'react-router';
import type { PageModule } from '../lib/page.js';
import { routes, type Route } from './routes.js';

export type LoadPage = (page: Route['page']) => Promise<PageModule>;

export interface MatchedRoute {
  route: Route;
  params: Record<string, string>;
}

const routeObjects = routes.map((route) => ({ path: route.path, handle: route }));

export function matchRoute(pathname: string): MatchedRoute | undefined {
  const match = matchRoutes(routeObjects, pathname)?.[0];
  if (!match) return undefined;
  return { route: match.route.handle, params: match.params as Record<string, string> };
}

const loaded = new Map<Route['page'], PageModule>();
const loading = new Map<Route['page'], Promise<PageModule>>();

export const loadedPage = (page: Route['page']): PageModule | undefined => loaded.get(page);

/** Each page's module is asked for once; one that could not be had (no network) is asked for again. */
export function ensurePage(page: Route['page'], load: LoadPage): Promise<PageModule> {
  const begun = loading.get(page);
  if (begun) return begun;
  const started = load(page).then(
    (module) => {
      loaded.set(page, module);
      return module;
    },
    (cause: unknown) => {
      loading.delete(page);
      throw cause;
    },
  );
  loading.set(page, started);
  return started;
}
