import { QueryErrorResetBoundary, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Suspense, use, useEffect, useState } from 'react';
import { useLocation, useRoutes, type Location } from 'react-router';
import { ApiProblem } from '../lib/api-problem.js';
import { Loading } from '../ui/loading.js';
import { ErrorBoundary } from './error-boundary.js';
import { loadContext, type PageModule } from '../lib/page.js';
import { matchRoute, type Pages } from './pages.js';
import { ProblemPage } from './problem-page.js';
import { routes, type Route } from './routes.js';

// Rendering may begin several times before it ends, so what was begun is remembered outside of it.
const begun = new WeakMap<QueryClient, string>();

/** Starts all of the page's queries at once, before its components ask for them one after the other. */
function begin(page: PageModule, client: QueryClient, { pathname, search }: Location): void {
  if (!page.load || begun.get(client) === pathname + search) return;
  begun.set(client, pathname + search);
  // A failure surfaces where a component asks for the same query.
  page.load(loadContext(client, matchRoute(pathname)?.params ?? {}, search)).catch(() => undefined);
}

function RoutePage({ route, pages }: { route: Route; pages: Pages }) {
  const client = useQueryClient();
  const location = useLocation();
  const page = pages.loaded(route.page) ?? use(pages.ensure(route.page));
  // The server has fetched all of it before.
  if (typeof document !== 'undefined') begin(page, client, location);
  const Page = page.default;
  // Another goal is another page: nothing typed or opened on the one before lingers.
  return <Page key={location.pathname} />;
}

/** Seen from outside: the page is awake and hears a click. The header wakes before it. */
function Awake() {
  useEffect(() => {
    document.documentElement.dataset.awake = 'true';
  }, []);
  return null;
}

const notFound = new ApiProblem({ code: 'not-found', status: 404 });

export function PageOutlet({ pages, problem }: { pages: Pages; problem?: ApiProblem }) {
  const location = useLocation();
  const [first] = useState(location);
  const page = useRoutes([
    ...routes.map((route) => ({
      path: route.path,
      element: <RoutePage route={route} pages={pages} />,
    })),
    { path: '*', element: <ProblemPage problem={notFound} /> },
  ]);
  if (problem && location === first) {
    return (
      <>
        <ProblemPage problem={problem} retry={() => window.location.reload()} />
        <Awake />
      </>
    );
  }
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary
          at={location.pathname + location.search}
          onRetry={reset}
          fallback={(shown, retry) => <ProblemPage problem={shown} retry={retry} />}
        >
          <Suspense fallback={<Loading />}>
            {page}
            <Awake />
          </Suspense>
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
}
