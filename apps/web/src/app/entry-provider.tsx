import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { entering, EntryContext, type Threshold } from '../lib/entry.js';

// Few visits end in a lost session; the dialog is not loaded for the others.
const EntryDialog = lazy(() => import('../features/identity/components/entry-dialog.js'));

export function EntryProvider({ children }: { children: ReactNode }) {
  const [threshold, setThreshold] = useState<Threshold | null>(null);
  const asked = useRef<PromiseWithResolvers<boolean> | undefined>(undefined);

  const enter = useMemo(
    () =>
      entering((at) => {
        // Two actions at once meet one dialog.
        asked.current ??= Promise.withResolvers<boolean>();
        setThreshold(at);
        return asked.current.promise;
      }),
    [],
  );

  const close = (entered: boolean) => {
    setThreshold(null);
    asked.current?.resolve(entered);
    asked.current = undefined;
  };

  return (
    <EntryContext value={enter}>
      {children}
      {threshold && (
        <Suspense>
          <EntryDialog threshold={threshold} onClose={close} />
        </Suspense>
      )}
    </EntryContext>
  );
}
