import { infiniteQueryOptions, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';

type PageContext<Key extends QueryKey> = QueryFunctionContext<Key, string | undefined>;

/**
 * A list the API gives a page at a time; `ask` gets one of them, by the query that says where it begins.
 * @param from where the first page begins
 */
export const pagedQuery = <Page extends { next: string | null }, Key extends QueryKey>(
  queryKey: Key,
  ask: (query: { after?: string }, ctx: PageContext<Key>) => Promise<Page>,
  from?: string,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: (ctx: PageContext<Key>) => ask(ctx.pageParam ? { after: ctx.pageParam } : {}, ctx),
    initialPageParam: from,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
