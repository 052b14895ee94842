import type { Heading } from './block.types.js';
import { containerLevel, isAside, isIntentHeading, opensBackground } from './heading.lexicon.js';
import { isUnit } from './title.rules.js';
import { comparable } from './text.cleaner.js';

interface Open {
  key: string;
  heading: Heading;
  /** The order among Markdown headings; 0 for every other. */
  order: number;
}

/** Deeper than any document goes; a bound for what only looks like one. */
const DEEPEST = 12;

/**
 * How deep each heading lies, 1 being the top. Markdown says it; elsewhere a kind of heading that comes
 * first is taken to stand above one that comes later, and numbers tell by their parts.
 */
export function headingRanks(headings: readonly Heading[]): Map<Heading, number> {
  const context = contextOf(headings);
  const ranks = new Map<Heading, number>();
  let open: Open[] = [];
  headings.forEach((heading, i) => {
    const entry: Open = { key: context.keyOf(heading), heading, order: context.orderOf(heading) };
    open = [...above(open, entry, headings, i, context).slice(0, DEEPEST - 1), entry];
    ranks.set(heading, open.length);
  });
  return ranks;
}

interface Context {
  keyOf(heading: Heading): string;
  orderOf(heading: Heading): number;
  isRefrain(heading: Heading): boolean;
  /** Indexes of the headings with one key, ascending. */
  places: Map<string, number[]>;
}

function contextOf(headings: readonly Heading[]): Context {
  const counts = new Map<string, number>();
  for (const { text } of headings) counts.set(comparable(text), (counts.get(comparable(text)) ?? 0) + 1);
  const isRefrain = (heading: Heading) =>
    !heading.number && !heading.label && (counts.get(comparable(heading.text)) ?? 0) > 1;
  const keyOf = (heading: Heading) => {
    if (isMarked(heading)) return `marked${heading.depth}`;
    if (isRefrain(heading)) return 'refrain';
    if (heading.label) return `label ${heading.label}`;
    if (heading.number && heading.style !== 'bold')
      return `number ${heading.numberDepth} ${numberShape(heading.number)}`;
    return heading.style;
  };
  const orderOf = markedOrder(headings, isRefrain);
  const places = new Map<string, number[]>();
  headings.forEach((heading, i) => {
    const key = keyOf(heading);
    const held = places.get(key);
    if (held) held.push(i);
    else places.set(key, [i]);
  });
  return { keyOf, orderOf, isRefrain, places };
}

/** "A)" and "a)" open different levels; digits are told apart by their parts. */
export function numberShape(number: string): string {
  if (/^[\d§]/.test(number)) return '';
  return number
    .replace(/[IVX]{2,}/, 'I')
    .replace(/[A-ZÆØÅÄÖ]/, 'A')
    .replace(/[a-zæøåäö]/, 'a');
}

function isMarked({ style }: Heading): boolean {
  return style === 'markdown' || style === 'setext';
}

/** Where all headings carry the same mark, their labels and numbers tell which stand below which. */
function markedOrder(
  headings: readonly Heading[],
  isRefrain: (heading: Heading) => boolean,
): (heading: Heading) => number {
  const marked = headings.filter(isMarked);
  const labels = new Map<number, string[]>();
  const parts = new Map<number, number[]>();
  for (const { depth, label, numberDepth } of marked) {
    if (label && !labels.get(depth)?.includes(label))
      labels.set(depth, [...(labels.get(depth) ?? []), label]);
    if (numberDepth > 0 && !parts.get(depth)?.includes(numberDepth))
      parts.set(depth, [...(parts.get(depth) ?? []), numberDepth]);
  }
  for (const depths of parts.values()) depths.sort((a, b) => a - b);
  const flat = new Set(marked.map(({ depth }) => depth)).size === 1;
  return (heading) => {
    if (!isMarked(heading)) return 0;
    const { depth, label, numberDepth } = heading;
    const byLabel = label ? (labels.get(depth)?.indexOf(label) ?? 0) : 0;
    const byNumber = numberDepth > 0 ? (parts.get(depth)?.indexOf(numberDepth) ?? 0) : 0;
    const byRefrain = flat && isRefrain(heading) && opensPart(heading.text) ? 50 : 0;
    return depth * 100 + Math.min(byLabel * 8, 40) + byNumber + byRefrain;
  };
}

function opensPart(text: string): boolean {
  return containerLevel(text) !== null || isIntentHeading(text) || isAside(text) || opensBackground(text);
}

/** The open headings that stay above the new one. */
function above(
  held: Open[],
  entry: Open,
  headings: readonly Heading[],
  index: number,
  context: Context,
): Open[] {
  const open = withoutLeaf(held, entry);
  if (entry.order > 0) return cutAt(open, (held) => held.order === 0 || held.order >= entry.order);
  const marked = open.findLastIndex(({ order }) => order > 0) + 1;
  const [fixed, free] = [open.slice(0, marked), open.slice(marked)];
  if (entry.key.startsWith('number')) return [...fixed, ...aboveNumber(free, entry)];
  const same = free.findIndex(({ key }) => key === entry.key);
  if (same < 0) return open;
  if (entry.key === 'plain' && staysInside(free.slice(same + 1), headings, index, context)) return open;
  return [...fixed, ...free.slice(0, same)];
}

/** "Formål" in a plain line has no chapters beneath it; "I. Skove" or "SKOVE" after it stands beside it. */
function withoutLeaf(open: Open[], entry: Open): Open[] {
  if (entry.key === 'caps') return cutAt(open, ({ key }) => key === 'plain');
  const last = open.at(-1);
  const isLeaf = last?.key === 'plain' && (opensBackground(last.heading.text) || isUnit(last.heading.text));
  return isLeaf && !/^(plain|refrain)$/.test(entry.key) ? open.slice(0, -1) : open;
}

function cutAt(open: Open[], closes: (held: Open) => boolean): Open[] {
  const at = open.findIndex(closes);
  return at < 0 ? open : open.slice(0, at);
}

function aboveNumber(free: Open[], entry: Open): Open[] {
  const parent = free.findLastIndex(
    ({ key, heading }) => key.startsWith('number') && heading.numberDepth < entry.heading.numberDepth,
  );
  if (parent >= 0 && entry.heading.numberDepth > 1) {
    const sibling = free.findIndex(({ key }) => key === entry.key);
    return sibling > parent ? free.slice(0, sibling) : free.slice(0, parent + 1);
  }
  return cutAt(
    free,
    ({ key, heading }) =>
      key === entry.key ||
      (key.startsWith('number') &&
        heading.numberDepth >= entry.heading.numberDepth &&
        entry.heading.numberDepth > 1),
  );
}

/** A plain heading between "Fokusområde 1" and "Fokusområde 2" belongs to the first, though plain ones stand above too. */
function staysInside(inner: Open[], headings: readonly Heading[], index: number, context: Context): boolean {
  const strong = inner.find(({ key }) => key !== 'plain' && key !== 'refrain');
  if (!strong) return false;
  const next = firstAfter(context.places.get(strong.key) ?? [], index);
  const following = next === null ? null : (headings[next] ?? null);
  if (!following) return false;
  return (
    strong.heading.number === null ||
    following.ordinal > strong.heading.ordinal ||
    following.number === strong.heading.number
  );
}

function firstAfter(places: readonly number[], index: number): number | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return places[low] ?? null;
}
