import { roomOf } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLive } from '../../lib/live.js';
import { useMunicipality } from '../../lib/municipality.js';
import { queueQuery, type QueueFilter } from './api/queue.js';

type Case = Schema<'CaseView'>;

const FETCH_AHEAD = 5;

/** The queue as it is now, and where in it the moderator stands. */
export function useQueue(filter: QueueFilter) {
  const { slug, id: municipalityId } = useMunicipality();
  const client = useQueryClient();
  const query = queueQuery(slug, filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(query);
  const [current, setCurrent] = useState<{ entry: Case; place: number } | null>(null);
  useLive(roomOf('moderation', municipalityId), () =>
    client.invalidateQueries({ queryKey: ['moderation', slug] }),
  );

  const matters = data.pages.flatMap(({ items }) => items).filter(({ path }) => path !== null);
  const waiting = data.pages
    .flatMap(({ items }) => items)
    .map(({ contribution }) => contribution)
    .filter((contribution) => contribution !== null);
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

  /** Takes a decided entry out at once, and gives the one that takes its place. */
  const leave = (decided: Case): Case | undefined => {
    const at = entries.findIndex(({ id }) => id === decided.id);
    const next = entries[at + 1] ?? entries[at - 1];
    client.setQueryData(
      query.queryKey,
      (now) =>
        now && {
          ...now,
          pages: now.pages.map((page) => ({
            ...page,
            items: page.items.filter(({ contribution }) => contribution?.id !== decided.id),
          })),
        },
    );
    setCurrent(next ? { entry: next, place: Math.max(0, Math.min(at, entries.length - 2)) } : null);
    void client.invalidateQueries({ queryKey: ['moderation', slug, 'waiting'] });
    return next;
  };

  return {
    entries,
    matters,
    current: current?.entry.id,
    isGone: (entry: Case) => gone && entry.id === current.entry.id,
    next: () => goTo(place + 1),
    previous: () => goTo(place <= 0 ? 0 : place - 1),
    choose: (entry: Case) => goTo(entries.indexOf(entry)),
    leave,
    more: {
      next: hasNextPage ? (data.pages.at(-1)?.next ?? null) : null,
      busy: isFetchingNextPage,
      fetch: () => void fetchNextPage(),
    },
  };
}
