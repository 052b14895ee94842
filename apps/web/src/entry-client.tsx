import { createApi } from '@medvind/api-client';
import { hydrate } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { keepClicks } from './app/kept-click.js';
import { createPages, matchRoute } from './app/pages.js';
import type { PageState } from './app/page-state.js';
import { BrowserRouter } from './app/router.js';
import { pageFile } from './app/routes.js';
import { createI18n } from './i18n/i18n.js';
import { ApiProblem } from './lib/api-problem.js';
import { createQueryClient } from './lib/query-client.js';

const laterFiles = () => import('./later-files.js');
const LATER = 2000;

const pages = createPages(async (page) => {
  const load = (await laterFiles()).pageFiles[`./${pageFile(page)}`];
  if (!load) throw new Error(`No file for page ${page}`);
  return load();
});

async function wake(): Promise<void> {
  const root = document.getElementById('root');
  const state = JSON.parse(document.getElementById('state')?.textContent ?? 'null') as PageState | null;
  if (!root || !state) return;

  const client = createQueryClient(createApi({ baseUrl: '' }), { server: false });
  hydrate(client, state.queries);
  const i18n = createI18n(state.language, state.messages, async (language, namespace) => {
    const load = (await laterFiles()).messageFiles[`./i18n/${language}/${namespace}.json`];
    if (!load) throw new Error(`No messages ${language}/${namespace}`);
    return load();
  });

  // The page must be at hand before hydrating, or its place would be emptied and filled again.
  const matched = matchRoute(location.pathname);
  if (matched && !state.problem) await pages.ensure(matched.route.page, state.pageFile);

  keepClicks();
  hydrateRoot(
    root,
    <BrowserRouter>
      <App
        client={client}
        i18n={i18n}
        pages={pages}
        colorScheme={state.colorScheme}
        problem={state.problem && new ApiProblem(state.problem)}
      />
    </BrowserRouter>,
  );
  // At hand when a link leads on.
  setTimeout(() => void laterFiles().catch(() => undefined), LATER);
}

void wake();
