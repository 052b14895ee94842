import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';

type Query<Data, Key extends QueryKey> = Parameters<
  typeof QueryClient.prototype.query<Data, Error, Data, Data, Key>
>[0];
type Pages<Data, Key extends QueryKey, Cursor> = Parameters<
  typeof QueryClient.prototype.infiniteQuery<Data, Error, InfiniteData<Data>, Key, Cursor>
>[0];

/** What a `*.page.tsx` exports. */
export interface PageModule {
  default: ComponentType;
  /** The queries the page needs, fetched before it is rendered: on the server, and when a link leads to it. */
  load?: (context: LoadContext) => Promise<unknown>;
}

export interface LoadContext {
  params: Record<string, string>;
  search: URLSearchParams;
  /** Fetches a query, unless it is at hand, and gives its data: for queries that need another's answer. */
  get: <Data, Key extends QueryKey>(query: Query<Data, Key>) => Promise<Data>;
  /** The same for the first part of an infinite query. */
  getPages: <Data, Key extends QueryKey, Cursor>(query: Pages<Data, Key, Cursor>) => Promise<unknown>;
}

export function loadContext(
  client: QueryClient,
  params: Record<string, string>,
  search: string,
): LoadContext {
  return {
    params,
    search: new URLSearchParams(search),
    get: (query) => client.query({ ...query, staleTime: 'static' }),
    getPages: (query) => client.infiniteQuery({ ...query, staleTime: 'static' }),
  };
}
