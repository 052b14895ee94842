import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page links one municipality's theme only, so each is a stylesheet of its own. */
const themes = Object.fromEntries(
  readdirSync(here('./src/ui/theme'))
    .filter((file) => file.endsWith('.css'))
    .map((file) => [`theme-${file.slice(0, -4)}`, here(`./src/ui/theme/${file}`)]),
);

/**
 * What every page needs, together: dozens of files of a few hundred bytes each compress worse than one. The libraries
 * apart, for they stay the same from one release of ours to the next.
 */
const groups = [
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|openapi-fetch)\//,
  },
  // Forms of many kinds and tables are for a few pages, as are maps; dialogs for when one opens; and what is fetched
  // with the first letter one types.
  {
    name: 'ui',
    test: /src\/(ui|lib|i18n)\/(?!map\/|(table|choices|checkbox|dialog|outline|personal-data-helper|kept-original|filter-links|folded|held-note|details|districts|gaps|listed|text-field|select|conduct|named-fields|email-letter)\.).*\.tsx?$/,
  },
];

export default defineConfig(({ command, isSsrBuild }) => ({
  root: here('.'),
  publicDir: false,
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  // Vite leaves NODE_ENV to the process that runs a server bundle; unset there, React renders several times slower.
  define: isSsrBuild ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  // One self-contained server bundle.
  ssr: {
    noExternal: command === 'build' ? true : [/^@medvind\//],
    resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  },
  json: { namedExports: false },
  build: {
    outDir: 'dist/client',
    manifest: !isSsrBuild,
    // Inlined assets would need data: in the content security policy, and would be loaded by those who need none.
    assetsInlineLimit: 0,
    // Every browser that reads what we write (`target`) preloads by itself.
    modulePreload: { polyfill: false },
    cssMinify: 'lightningcss',
    target: 'es2023',
    rolldownOptions: isSsrBuild
      ? {}
      : { input: { main: here('./index.html'), ...themes }, output: { codeSplitting: { groups } } },
  },
}));
