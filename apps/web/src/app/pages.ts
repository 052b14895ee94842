import { matchRoutes } from 'react-router';
import type { PageModule } from '../lib/page.js';
import { routes, type Route } from './routes.js';

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

export type LoadPage = (page: Route['page']) => Promise<PageModule>;

export interface Pages {
  /** The page's module, if it has been loaded: then it can be rendered at once. */
  loaded: (page: Route['page']) => PageModule | undefined;
  /**
   * Asks for each once, by its address where that is known. One that could not be had stays so until the document is
   * loaded anew.
   */
  ensure: (page: Route['page'], file?: string) => Promise<PageModule>;
}

export function createPages(load: LoadPage): Pages {
  const loaded = new Map<Route['page'], PageModule>();
  const loading = new Map<Route['page'], Promise<PageModule>>();
  return {
    loaded: (page) => loaded.get(page),
    ensure: (page, file) => {
      const begun = loading.get(page);
      if (begun) return begun;
      const started = (file ? byAddress(file) : load(page)).then((module) => {
        loaded.set(page, module);
        return module;
      });
      loading.set(page, started);
      return started;
    },
  };
}

const byAddress = (file: string): Promise<PageModule> =>
  import(/* @vite-ignore */ file) as Promise<PageModule>;
