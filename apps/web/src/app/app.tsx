import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { I18nContext, type I18n } from '../i18n/i18n.js';
import type { ApiProblem } from '../lib/api-problem.js';
import { ToastProvider } from '../ui/toast.js';
import { ColorSchemeProvider, type ColorScheme } from './color-scheme.js';
import { EntryProvider } from './entry-provider.js';
import { PageOutlet } from './page-outlet.js';
import type { Pages } from './pages.js';
import { Shell } from './shell.js';

export interface AppProps {
  client: QueryClient;
  i18n: I18n;
  pages: Pages;
  colorScheme: ColorScheme;
  /** What kept the server from rendering the page that was asked for. */
  problem?: ApiProblem;
}

/** Everything within the router; the same on the server and in the browser. */
export function App({ client, i18n, pages, colorScheme, problem }: AppProps) {
  return (
    <I18nContext value={i18n}>
      <QueryClientProvider client={client}>
        <ColorSchemeProvider initial={colorScheme}>
          <ToastProvider>
            <EntryProvider>
              <Shell>
                <PageOutlet pages={pages} problem={problem} />
              </Shell>
            </EntryProvider>
          </ToastProvider>
        </ColorSchemeProvider>
      </QueryClientProvider>
    </I18nContext>
  );
}
