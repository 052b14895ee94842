import type { ReactNode } from 'react';
import { ShowMore } from './show-more.js';

interface ListedProps<Item extends { id: string }> {
  /** Paged by key, as its query gives it. */
  list: {
    data: { pages: readonly { items: Item[]; next?: string | null }[] };
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  /** Where the order says something. */
  ordered?: boolean;
  className: string;
  label?: string;
  /** Instead of a list of nothing. */
  none: ReactNode;
  children: (item: Item) => ReactNode;
}

/** A list of which one asks for more. */
export function Listed<Item extends { id: string }>(props: ListedProps<Item>) {
  const { list, ordered, className, label, none, children } = props;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const items = data.pages.flatMap((page) => page.items);
  const List = ordered ? 'ol' : 'ul';
  return (
    <>
      {items.length === 0 ? (
        none
      ) : (
        <List className={className} aria-label={label}>
          {items.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </List>
      )}
      <ShowMore
        next={hasNextPage ? data.pages.at(-1)?.next : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
}
