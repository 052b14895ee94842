import { cleanText, inlineLinks } from './text.cleaner.js';
import { unfoldColumns } from './page.columns.js';
import { removePageFurniture } from './page.furniture.js';
import type { OutlineLink } from './outline.types.js';

export interface Line {
  /** Without indentation, inner space evened out; Markdown's inline marks still in it. */
  text: string;
  indent: number;
  /** True on an empty line that stands where a page ended. */
  pageEnd: boolean;
}

export interface DocumentLines {
  lines: Line[];
  /** What the page added: numbers, running heads, the table of contents. */
  furniture: string[];
  links: OutlineLink[];
  /** `key: value` pairs of a YAML head. */
  meta: Map<string, string>;
}

/** The document as lines that belong to its text. */
export function readLines(text: string): DocumentLines {
  const all = cleanText(text).split('\n');
  const meta = new Map<string, string>();
  const body = all.slice(takeYamlHead(all, meta));
  const { lines, pageEnds, removed } = removePageFurniture(unfoldColumns(body));
  const links: OutlineLink[] = [];
  const read = lines.map((line, i): Line => {
    links.push(...inlineLinks(line));
    return { ...evened(line), pageEnd: pageEnds.has(i) };
  });
  return { lines: read, furniture: removed, links, meta };
}

function evened(line: string): { text: string; indent: number } {
  let indent = 0;
  let at = 0;
  for (; at < line.length; at++) {
    if (line[at] === ' ') indent++;
    else if (line[at] === '\t') indent += 4 - (indent % 4);
    else break;
  }
  const text = line
    .slice(at)
    .replace(/[ \t]+/g, ' ')
    .trim();
  // A quoted block is text like any other.
  return { text: /^> ?\S/.test(text) ? text.replace(/^(> ?)+/, '') : text, indent };
}

/** How many lines the YAML head takes; fills `meta`. */
function takeYamlHead(lines: readonly string[], meta: Map<string, string>): number {
  if (lines[0]?.trim() !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, 60); i++) {
    const line = (lines[i] ?? '').trim();
    if (line === '---' || line === '...') return i + 1;
    const colon = line.indexOf(':');
    if (colon <= 0 || line.length > 400) return 0;
    meta.set(
      line.slice(0, colon).trim().toLowerCase(),
      line
        .slice(colon + 1)
        .trim()
        .replace(/^["']|["']$/g, ''),
    );
  }
  return 0;
}
