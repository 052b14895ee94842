import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LANGUAGES } from '@medvind/contracts';
import { notFound } from '../errors/problem.js';
import { together } from '../http/together.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface RenderRequest {
  url: string;
  origin: string;
  host: string;
  /** The reader's own choice; else the page takes the municipality's. */
  language: string | undefined;
  colorScheme: 'light' | 'dark' | undefined;
  /** Asks the API in this process, with the reader's cookie. */
  fetch: typeof fetch;
  template: string;
  manifest: Record<string, { file: string; css?: string[]; imports?: string[] }>;
}

interface RenderResult {
  status: number;
  headers: Record<string, string>;
  html: string;
}

type Render = (request: RenderRequest) => Promise<RenderResult>;

const WEB = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));
const SCHEMES = ['light', 'dark'] as const;
/** Cookies that say how a page is to look, not who reads it. */
const WISHES = new Set(['language', 'scheme']);

/** Serves the web's pages, rendered on the server, and its files; everything that is not the API's. */
export async function mountPages(
  app: NestFastifyApplication,
  publicUrl: string,
  /** The slug of the municipality a host name is mapped to. */
  slugOfHost: (host: string) => Promise<string | null>,
  web = WEB,
) {
  const client = path.join(web, 'client');
  const template = fs.readFileSync(path.join(client, 'index.html'), 'utf8');
  const manifest = JSON.parse(
    fs.readFileSync(path.join(client, '.vite/manifest.json'), 'utf8'),
  ) as RenderRequest['manifest'];
  const { render } = (await import(pathToFileURL(path.join(web, 'server/entry-server.js')).href)) as {
    render: Render;
  };
  const logger = new Logger('pages');
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const shared = together<RenderResult>();

  await fastify.register(fastifyStatic, {
    root: path.join(client, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  });

  fastify.get(
    '/language/:language',
    (request: FastifyRequest<{ Params: { language: string }; Querystring: { to?: string } }>, reply) => {
      const language = LANGUAGES.find((known) => known === request.params.language);
      if (language)
        void reply.setCookie('language', language, { path: '/', sameSite: 'lax', maxAge: 31_536_000 });
      return reply.redirect(ownPath(request.query.to), 303);
    },
  );

  fastify.get('/*', async (request, reply) => {
    // A page asks the API while it is rendered: what the API does not know must not become a page again.
    if (/^\/(api|health|assets)\//.test(request.url)) return reply.status(404).send(notFound().body);
    try {
      if (request.url === '/') {
        const slug = await slugOfHost(request.hostname);
        if (slug) return reply.redirect(`/${slug}`, 302);
      }
      const wishes = {
        url: request.url,
        host: request.host,
        language: LANGUAGES.find((language) => language === request.cookies.language),
        colorScheme: SCHEMES.find((scheme) => scheme === request.cookies.scheme),
      };
      const page = (cookie: string | undefined) =>
        render({
          ...wishes,
          origin: publicUrl,
          fetch: inProcess(fastify, request.host, cookie),
          template,
          manifest,
        });
      // A link in the newspaper: many ask for the same page at once. What they share is asked for with no cookie but the
      // wishes, so that it can hold nothing of anybody's own.
      const { status, headers, html } = Object.keys(request.cookies).every((name) => WISHES.has(name))
        ? await shared(JSON.stringify(Object.values(wishes)), () =>
            page(wishes.language && `language=${wishes.language}`),
          )
        : await page(request.headers.cookie);
      // A page holds the reader's own session: nobody else may be given it.
      return await reply
        .status(status)
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'private, no-cache',
          ...headers,
        })
        .send(html);
    } catch (error) {
      logger.error(error, `could not render ${request.url.split('?')[0]}`);
      return reply.status(500).type('text/html; charset=utf-8').send(template);
    }
  });
}

/** Only a path of ours, as a browser reads it, which leaves tabs and line ends out: never an address elsewhere. */
const ownPath = (to: unknown): string => {
  if (typeof to !== 'string' || !to.startsWith('/')) return '/';
  const url = URL.parse(to, 'http://own.invalid');
  const path = url?.origin === 'http://own.invalid' ? url.pathname + url.search + url.hash : '/';
  return path.startsWith('//') ? '/' : path;
};

function inProcess(fastify: FastifyInstance, host: string, cookie: string | undefined): typeof fetch {
  return async (input) => {
    const { pathname, search } = new URL(
      input instanceof Request ? input.url : String(input),
      'http://localhost',
    );
    const answer = await fastify.inject({
      method: 'GET',
      url: pathname + search,
      headers: { host, ...(cookie ? { cookie } : {}) },
    });
    return new Response(answer.statusCode === 204 ? null : answer.rawPayload.toString('utf8'), {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    });
  };
}
