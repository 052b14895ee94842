import { roomOf } from '@medvind/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../../../lib/live.js';
import { initiativeQuery } from '../api/initiative.js';
import type { Initiative } from '../api/initiatives.js';

const SPREAD_MS = 600;

/** Keeps the page's initiative what it is now. */
export function useInitiativeLive(municipality: string, initiative: Initiative) {
  const client = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLive(roomOf('initiative', initiative.id), ({ revision }) => {
    const { queryKey } = initiativeQuery(municipality, initiative.id);
    const known = client.getQueryData<Initiative>(queryKey)?.revision ?? 0;
    if ((revision !== null && revision <= known) || waiting.current) return;
    // Many support at once, and everyone who looks on hears of each: they ask a little apart, once for all of them.
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      void client.invalidateQueries({ queryKey });
    }, Math.random() * SPREAD_MS);
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
}
