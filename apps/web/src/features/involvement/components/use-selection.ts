import { useRef, useState, type KeyboardEvent } from 'react';

export interface Selection<Item> {
  items: Item[];
  has: (id: string) => boolean;
  toggle: (item: Item, range: boolean) => void;
  toggleAll: () => void;
  all: boolean;
  clear: () => void;
  /** Arrow up and down move between the boxes; with Shift they select as they go. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>, item: Item) => void;
}

/** What is selected of a list; it stays selected when the list shows something else. */
export function useSelection<Item extends { id: string }>(listed: Item[]): Selection<Item> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Item>>(new Map());
  const last = useRef<string | null>(null);

  const put = (some: Item[], on: boolean) => {
    const next = new Map(chosen);
    for (const item of some) {
      if (on) next.set(item.id, item);
      else next.delete(item.id);
    }
    setChosen(next);
  };

  const between = (from: string | null, to: string): Item[] => {
    const ends = [from, to].map((id) => listed.findIndex((item) => item.id === id));
    return ends.includes(-1) ? [] : listed.slice(Math.min(...ends), Math.max(...ends) + 1);
  };

  const toggle = (item: Item, range: boolean) => {
    const on = !chosen.has(item.id);
    put(range ? [item, ...between(last.current, item.id)] : [item], on);
    last.current = item.id;
  };

  const all = listed.length > 0 && listed.every(({ id }) => chosen.has(id));

  return {
    items: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle,
    toggleAll: () => put(listed, !all),
    all,
    clear: () => {
      setChosen(new Map());
      last.current = null;
    },
    onKeyDown: (event, item) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const to = listed[listed.findIndex(({ id }) => id === item.id) + step];
      if (!to) return;
      event.preventDefault();
      document.getElementById(boxId(to.id))?.focus();
      if (event.shiftKey) {
        put([item, to], true);
        last.current = to.id;
      }
    },
  };
}

/** The id of an entry's box. */
export const boxId = (id: string): string => `pick-${id}`;
