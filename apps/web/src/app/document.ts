import type { Manifest } from 'vite';
import type { Head } from '../lib/head.js';
import type { PageState } from './page-state.js';
import { pageFile } from './routes.js';

interface DocumentParts {
  html: string;
  state: PageState;
  head: Head;
  /** Absent for pages that are not to be found. */
  canonical: string | undefined;
  siteName: string;
  theme: string;
  page: string | undefined;
  manifest: Manifest | undefined;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const OG_LOCALES = { da: 'da_DK', sv: 'sv_SE', en: 'en_GB' };

/** JSON that cannot end the script element it stands in, whatever a resident wrote. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

export function fillTemplate(template: string, parts: DocumentParts): string {
  const { state } = parts;
  // Functions as replacements: a "$&" in a comment is text.
  return template
    .replace(/<html[^>]*>/, () => `<html lang="${state.language}" data-color-scheme="${state.colorScheme}">`)
    .replace('<!--head-->', () => headOf(parts).join('\n    '))
    .replace('<!--app-->', () => parts.html)
    .replace(
      '<!--state-->',
      () => `<script type="application/json" id="state">${scriptJson(state)}</script>`,
    );
}

function headOf({ head, canonical, siteName, theme, page, manifest, state }: DocumentParts): string[] {
  const title = escape(head.title);
  const description = escape(head.description ?? '');
  return [
    `<title>${title}</title>`,
    `<meta name="description" content="${description}" />`,
    ...(canonical && !head.hidden
      ? [`<link rel="canonical" href="${escape(canonical)}" />`]
      : ['<meta name="robots" content="noindex" />']),
    ...(canonical && head.feed
      ? [
          `<link rel="alternate" type="application/atom+xml" title="${title}" href="${escape(feedOf(canonical, head.feed))}" />`,
        ]
      : []),
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    '<meta property="og:type" content="website" />',
    `<meta property="og:site_name" content="${escape(siteName)}" />`,
    `<meta property="og:locale" content="${OG_LOCALES[state.language]}" />`,
    ...(canonical ? [`<meta property="og:url" content="${escape(canonical)}" />`] : []),
    ...assetsOf(manifest, theme, page),
  ];
}

/** Within the municipality of the page. */
const feedOf = (canonical: string, feed: string): string => {
  const { origin, pathname } = new URL(canonical);
  return `${origin}/${pathname.split('/')[1]}/${feed}`;
};

const themeFile = (theme: string): string => `src/ui/theme/${theme}.css`;

function assetsOf(manifest: Manifest | undefined, theme: string, page: string | undefined): string[] {
  if (!manifest) return [`<link rel="stylesheet" href="/${themeFile(theme)}" />`];
  const themed = manifest[themeFile(theme)] ?? manifest[themeFile('medvind')];
  const links = [`<link rel="stylesheet" href="/${themed?.file}" />`];
  const font = Object.values(manifest).find((chunk) => chunk.file.endsWith('.woff2'))?.file;
  if (font) links.push(`<link rel="preload" href="/${font}" as="font" type="font/woff2" crossorigin />`);
  const files = new Set<string>();
  const inEntry = new Set(chunksOf(manifest, 'index.html'));
  for (const key of page ? chunksOf(manifest, `src/${pageFile(page)}`) : []) {
    if (!inEntry.has(key)) files.add(manifest[key]?.file ?? '');
  }
  for (const file of files) links.push(`<link rel="modulepreload" crossorigin href="/${file}" />`);
  return links;
}

/** The address of a page's own code. */
export const fileOf = (manifest: Manifest | undefined, page: string): string | undefined => {
  const chunk = manifest?.[`src/${pageFile(page)}`];
  return chunk && `/${chunk.file}`;
};

/** The chunk and all it imports statically. */
function chunksOf(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(key)) return found;
  found.add(key);
  for (const imported of chunk.imports ?? []) chunksOf(manifest, imported, found);
  return found;
}
