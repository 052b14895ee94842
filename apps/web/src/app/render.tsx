import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createApi } from '@medvind/api-client';
import { LANGUAGES, type Language } from '@medvind/contracts';
import { dehydrate, type QueryClient } from '@tanstack/react-query';
import { renderToPipeableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import type { Manifest } from 'vite';
import { createI18n, type I18n, type Messages } from '../i18n/i18n.js';
import { ApiProblem, toProblem } from '../lib/api-problem.js';
import { HeadCollector, type Head } from '../lib/head.js';
import { municipalityOf, municipalityQuery } from '../lib/municipality.js';
import { createQueryClient } from '../lib/query-client.js';
import { sessionQuery } from '../lib/session.js';
import { App } from './app.js';
import { COLOR_SCHEMES } from './color-scheme.js';
import { fileOf, fillTemplate } from './document.js';
import { loadContext } from '../lib/page.js';
import type { PageState } from './page-state.js';
import { createPages, matchRoute, type LoadPage, type MatchedRoute, type Pages } from './pages.js';
import { signInPath } from './problem-page.js';

export interface RenderRequest {
  /** Path and query. */
  url: string;
  /** Of the public address, for canonical links: "https://medvind.example". */
  origin: string;
  /** The visitor's own choice; without it the municipality's language is used. */
  language: string | undefined;
  colorScheme: string | undefined;
  /** Reaches the API with the visitor's cookie. */
  fetch: typeof fetch;
  /** dist/client/index.html, or in development what Vite made of index.html. */
  template: string;
  /** dist/client/.vite/manifest.json; absent in development. */
  manifest: Manifest | undefined;
}

export interface RenderResult {
  status: number;
  headers: Record<string, string>;
  html: string;
}

export interface Sources {
  /** Of every language and feature: `messages.da.policies`. */
  messages: Record<Language, Messages>;
  loadPage: LoadPage;
}

const oneOf = <Value extends string>(
  values: readonly Value[],
  value: string | undefined,
): Value | undefined => values.find((known) => known === value);

export function createRender({ messages, loadPage }: Sources) {
  const languages = Object.fromEntries(
    LANGUAGES.map((language) => [language, createI18n(language, messages[language])]),
  ) as Record<Language, I18n>;

  const pages = createPages(loadPage);

  return async function render(request: RenderRequest): Promise<RenderResult> {
    const { pathname, search } = new URL(request.origin + request.url);
    const client = createQueryClient(createApi({ fetch: request.fetch, baseUrl: request.origin }), {
      server: true,
    });
    const slug = municipalityOf(pathname);
    const matched = matchRoute(pathname);

    const [session, municipality, problem] = await Promise.all([
      client.query(sessionQuery()).catch(() => undefined),
      slug ? client.query(municipalityQuery(slug)).catch(() => undefined) : undefined,
      prepare(client, matched, search, pages),
    ]);
    if (problem?.code === 'not-signed-in' && slug && municipality) {
      return redirect(signInPath(slug, pathname + search));
    }

    const language =
      oneOf(LANGUAGES, request.language) ?? session?.person?.language ?? municipality?.language ?? 'da';
    const colorScheme = oneOf(COLOR_SCHEMES, request.colorScheme) ?? 'auto';
    const used = new Set(['app']);
    const i18n = noting(languages[language], used);

    const collector: { head?: Head } = {};
    const html = await renderAll(
      <HeadCollector value={collector}>
        <StaticRouter location={request.url}>
          <App client={client} i18n={i18n} pages={pages} colorScheme={colorScheme} problem={problem} />
        </StaticRouter>
      </HeadCollector>,
    );

    const state: PageState = {
      language,
      messages: Object.fromEntries([...used].map((name) => [name, messages[language][name] ?? {}])),
      queries: dehydrate(client),
      colorScheme,
      pageFile: matched && fileOf(request.manifest, matched.route.page),
      ...(problem && { problem: { code: problem.code, status: problem.status } }),
    };
    const status = problem ? problem.status || 503 : matched ? 200 : 404;
    return {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      html: fillTemplate(request.template, {
        html,
        state,
        head: collector.head ?? { title: 'Medvind' },
        canonical: status === 200 ? request.origin + pathname : undefined,
        siteName: municipality ? `Medvind – ${municipality.name}` : 'Medvind',
        theme: municipality?.theme ?? 'medvind',
        page: matched?.route.page,
        manifest: request.manifest,
      }),
    };
  };
}

/** Fetches what the page needs; the first problem is what is shown instead of it. */
async function prepare(
  client: QueryClient,
  matched: MatchedRoute | undefined,
  search: string,
  pages: Pages,
): Promise<ApiProblem | undefined> {
  if (!matched) return undefined;
  const { params, route } = matched;
  const context = loadContext(client, params, search);
  const asked = [
    params.municipality ? context.get(municipalityQuery(params.municipality)) : undefined,
    context.get(sessionQuery()),
    pages.ensure(route.page).then((page) => page.load?.(context)),
  ];
  const failed = (await Promise.allSettled(asked)).find((outcome) => outcome.status === 'rejected');
  return failed && reported(failed.reason);
}

function reported(cause: unknown): ApiProblem {
  if (!(cause instanceof ApiProblem)) console.error(cause);
  return toProblem(cause);
}

/** Keeps which namespaces this page used, so that no others are sent with it. */
const noting = (i18n: I18n, used: Set<string>): I18n => ({
  ...i18n,
  translate: (namespace) => {
    used.add(namespace);
    return i18n.translate(namespace);
  },
});

/** The whole page at once, so that it needs no script to be complete. */
function renderAll(app: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(app, {
      // A larger part would be sent out of order and put in place by an inline script.
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady: () => {
        const sink = new PassThrough();
        resolve(text(sink));
        pipe(sink);
      },
      onShellError: reject,
      onError: (cause) => void reported(cause),
    });
  });
}

const redirect = (location: string): RenderResult => ({ status: 302, headers: { location }, html: '' });
