import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { matchRoutes } from 'react-router';
import { routes, type Route } from './routes.js';

type Query<Data, Key extends QueryKey> = Parameters<typeof QueryClient.prototype.query<Data, Error, Data, Data, Key>>[0];
type Pages<Data, Key extends QueryKey, Cursor> = Parameters<
  typeof QueryClient.prototype.infiniteQuery<Data, Error, InfiniteData<Data, Cursor>, Key, Cursor>
>[0];

export interface LoadContext {
  params: Record<string, string>;
  search: URLSearchParams;
  /** Fetches a query into the cache, unless it is there, and gives its data: for queries that need another's answer. */
  get: <Data, Key extends QueryKey>(query: Query<Data, Key>) => Promise<Data>;
  /** The same for the first page of an infinite query. */
  getPages: <Data, Key extends QueryKey, Cursor>(query: Pages<Data, Key, Cursor>) => Promise<unknown>;
}

/** What a `*.page.tsx` exports. */
export interface PageModule {
  default: ComponentType;
  /** The queries the page needs, fetched before it is rendered: on the server, and when a link leads to it. */
  load?: (context: LoadContext) => Promise<unknown>;
}

export type LoadPage = (page: Route['page']) => Promise<PageModule>;

export function loadContext(client: QueryClient, params: Record<string, string>, search: string): LoadContext {
  return {
    params,
    search: new URLSearchParams(search),
    get: (query) => client.query({ ...query, staleTime: 'static' }),
    getPages: (query) => client.infiniteQuery({ ...query, staleTime: 'static' }),
  };
}

const routeObjects = routes.map((route) => ({ path: route.path, handle: route }));

export interface MatchedRoute {
  route: Route;
  params: Record<string, string>;
}

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
