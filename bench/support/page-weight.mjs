import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './server.mjs';

const CLIENT = path.join(ROOT, 'apps/web/dist/client');

/** Bytes, gzipped, of what a page loads before it reacts: its scripts with all they import at once, and its styles. */
export function weigh(html) {
  const named = (pattern) => [...html.matchAll(pattern)].map(([, file]) => file);
  const scripts = new Set();
  const add = (file) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const code = fs.readFileSync(path.join(CLIENT, file), 'utf8');
    // What is imported at once; `import()` comes later.
    for (const [, from] of code.matchAll(/(?:import|from)\s*"(\.[^"]+\.js)"/g))
      add(path.posix.join(path.posix.dirname(file), from));
  };
  for (const file of named(/<script type="module"[^>]*src="([^"]+)"/g)) add(file);
  for (const file of named(/<link rel="modulepreload"[^>]*href="([^"]+)"/g)) add(file);
  const size = (file) => gzipSync(fs.readFileSync(path.join(CLIENT, file)), { level: 9 }).length;
  const sum = (files) => [...files].reduce((bytes, file) => bytes + size(file), 0);
  return {
    script: sum(scripts),
    style: sum(new Set(named(/<link rel="stylesheet"[^>]*href="([^"]+)"/g))),
    scripts: [...scripts],
  };
}
