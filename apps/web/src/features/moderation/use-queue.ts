import { roomOf } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLive } from '../../lib/live.js';
import { useMunicipality } from '../../lib/municipality.js';
import { queueQuery, type QueueFilter } from './api/queue.js';

export type Entry = Schema<'QueueEntry'>;

const FETCH_AHEAD = 5;

/** The queue as it is now, where in it the moderator stands, and what is chosen of it. */
export function useQueue(filter: QueueFilter) {
  const { slug, id: municipalityId } = useMunicipality();
  const client = useQueryClient();
  const query = queueQuery(slug, filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(query);
  const [current, setCurrent] = useState<{ entry: Entry; place: number } | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useLive(roomOf('moderation', municipalityId), () =>
    client.invalidateQueries({ queryKey: ['moderation', slug] }),
  );

  const waiting = data.pages.flatMap(({ items }) => items);
  // A colleague may decide what one has before one; it must not vanish with what is being written about it.
  const gone = current !== null && !waiting.some(({ id }) => id === current.entry.id);
  const entries = gone ? waiting.toSpliced(current.place, 0, current.entry) : waiting;
  const place = current ? entries.findIndex(({ id }) => id === current.entry.id) : -1;

  const goTo = (next: number) => {
    const entry = entries[next];
    if (!entry) return undefined;
    setCurrent({ entry, place: next });
    if (hasNextPage && !isFetchingNextPage && next >= entries.length - FETCH_AHEAD) void fetchNextPage();
    return entry;
  };

  /** Takes what was decided out at once, and gives the entry that takes its place. */
  const leave = (contributionIds: readonly string[]): Entry | undefined => {
    const left = (entry: Entry) => contributionIds.includes(entry.contribution?.id ?? '');
    const at = Math.max(
      0,
      entries.findIndex((entry) => left(entry)),
    );
    const remaining = entries.filter((entry) => !left(entry));
    const next = remaining[entries.slice(0, at).filter((entry) => !left(entry)).length] ?? remaining.at(-1);
    client.setQueryData(
      query.queryKey,
      (now) =>
        now && {
          ...now,
          pages: now.pages.map((page) => ({ ...page, items: page.items.filter((entry) => !left(entry)) })),
        },
    );
    setChosen(new Set());
    setCurrent(next ? { entry: next, place: remaining.indexOf(next) } : null);
    void client.invalidateQueries({ queryKey: ['moderation', slug, 'waiting'] });
    return next;
  };

  return {
    entries,
    current: current?.entry.id,
    isGone: (entry: Entry) => gone && entry.id === current.entry.id,
    next: () => goTo(place + 1),
    previous: () => goTo(place <= 0 ? 0 : place - 1),
    choose: (entry: Entry) => goTo(entries.findIndex(({ id }) => id === entry.id)),
    chooseNothing: () => setCurrent(null),
    leave,
    /** What several are decided of at once; what has left since is chosen no longer. */
    chosen: waiting.filter(({ id, contribution }) => contribution && chosen.has(id)),
    isChosen: (entry: Entry) => chosen.has(entry.id),
    toggle: (entry: Entry) => {
      const now = new Set(chosen);
      if (!now.delete(entry.id)) now.add(entry.id);
      setChosen(now);
    },
    chooseAll: () =>
      setChosen(new Set(waiting.filter(({ contribution }) => contribution).map(({ id }) => id))),
    chooseNone: () => setChosen(new Set()),
    more: {
      next: hasNextPage ? (data.pages.at(-1)?.next ?? null) : null,
      busy: isFetchingNextPage,
      fetch: () => void fetchNextPage(),
    },
  };
}
