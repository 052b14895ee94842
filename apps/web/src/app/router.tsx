import { createContext, useContext, useLayoutEffect, useState, useTransition, type ReactNode } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';

const Pending = createContext(false);

/** True while the next page is being fetched; until then the present one stays. */
export const useNavigationPending = (): boolean => useContext(Pending);

/** `BrowserRouter`, but telling whether a navigation is under way. */
export function BrowserRouter({ children }: { children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [shown, setShown] = useState({ location: history.location, action: history.action });
  const [pending, startTransition] = useTransition();
  useLayoutEffect(
    () => history.listen(({ location, action }) => startTransition(() => setShown({ location, action }))),
    [history],
  );
  return (
    <Router location={shown.location} navigationType={shown.action} navigator={history}>
      <Pending value={pending}>{children}</Pending>
    </Router>
  );
}
