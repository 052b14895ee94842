import { roomOf } from '@medvind/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../../../lib/live.js';
import { voteQuery, type Vote } from '../api/vote.js';

const SPREAD_MS = 900;

/** Keeps the page's vote what it is now. */
export function useVoteLive(municipality: string, { id }: Vote) {
  const client = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLive(roomOf('vote', id), () => {
    // Many vote at once, and everyone who looks on hears of each: they ask a little apart, once for all of them.
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void client.invalidateQueries({ queryKey: voteQuery(municipality, id).queryKey });
    }, Math.random() * SPREAD_MS);
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
}
