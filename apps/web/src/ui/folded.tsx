import { useSyncExternalStore, type ReactNode } from 'react';
import { Details } from './details.js';

const WIDE = '(min-width: 40rem)';

const subscribe = (changed: () => void) => {
  const wide = window.matchMedia(WIDE);
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

interface FoldedProps {
  summary: ReactNode;
  /** Stands open also where the window is narrow. */
  open?: boolean;
  children: ReactNode;
}

/** What is needed less often, folded up where the window is narrow: it would stand before what is needed first. */
export function Folded({ summary, open = false, children }: FoldedProps) {
  // Without a script everything is there.
  const wide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
  return wide || open ? children : <Details summary={summary}>{children}</Details>;
}
