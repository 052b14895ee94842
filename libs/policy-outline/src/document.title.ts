import type { Block, Heading } from './block.types.js';
import { containerLevel, isIntentHeading, opensBackground } from './heading.lexicon.js';
import { isCollective, isDocumentName, mentionsDocument } from './policy.kinds.js';
import { comparable } from './text.cleaner.js';
import { endsSentence, isContactLine, isImprint, isMunicipality } from './title.rules.js';

export interface TitledBlocks {
  title: string | null;
  subtitle: string | null;
  blocks: Block[];
}

/** Finds the title of the document and takes it, its repetitions and its subtitle out of the blocks. */
export function takeTitle(blocks: readonly Block[]): TitledBlocks {
  const front = frontHeadings(blocks);
  const title = chooseTitle(blocks, front);
  if (!title) return { title: null, subtitle: null, blocks: [...blocks] };
  const key = comparable(title.text);
  const repeated = blocks.findLastIndex(
    (block, i) => front.includes(i) && block.kind === 'heading' && comparable(block.text) === key,
  );
  const subtitles: string[] = [];
  const rest = blocks.filter((block, i) => {
    if (block === title) return false;
    if (block.kind === 'heading' && !block.number && comparable(block.text) === key) return false;
    const isSubtitle = block.kind === 'heading' && isSubtitleAt(blocks, i, title, repeated, front);
    if (isSubtitle) subtitles.push(block.text);
    return !isSubtitle;
  });
  return { title: printedTitle(title), subtitle: subtitles.join(' – ') || null, blocks: rest };
}

function printedTitle({ label, number, text }: Heading): string {
  if (label) return `${label} ${number ?? ''}`.trim() + (text ? `: ${text}` : '');
  return number ? `${number} ${text}` : text;
}

/** Headings before the first prose or list; one of them is the title. */
function frontHeadings(blocks: readonly Block[]): number[] {
  const front: number[] = [];
  for (let i = 0; i < blocks.length && front.length < 12; i++) {
    const block = blocks[i];
    if (block?.kind === 'heading') front.push(i);
    else if (block?.kind !== 'paragraph' || isProse(block.text)) break;
  }
  return front;
}

function isProse(text: string): boolean {
  return (
    text.length > 25 && (endsSentence(text) || text.endsWith(':')) && !isImprint(text) && !isContactLine(text)
  );
}

function chooseTitle(blocks: readonly Block[], front: readonly number[]): Heading | null {
  const headings = front.map((i) => blocks[i]).filter((block): block is Heading => block?.kind === 'heading');
  const possible = headings.filter(
    (heading) =>
      (!opensBackground(heading.text) || isCollective(heading.text)) &&
      !isIntentHeading(heading.text) &&
      !isAreaNumber(heading),
  );
  const first = possible[0];
  if (!first || first !== headings[0]) return first && isDocumentName(first.text) ? first : null;
  const topDepth = Math.min(...headings.map(({ depth }) => depth || 7));
  if (first.depth > 0 && first.depth === topDepth && mentionsDocument(first.text)) return first;
  const last = blocks[front.at(-1) ?? 0];
  const named = possible.find(
    (heading) =>
      mentionsDocument(heading.text) &&
      !isCollective(heading.text) &&
      (heading !== last || isOnlyName(blocks, heading)),
  );
  if (!named || mentionsDocument(first.text) || containerLevel(first.text)) return first;
  return first.depth > 0 && named.depth > first.depth ? first : named;
}

/** "Fokusområde 1" is never a document's title. */
function isAreaNumber(heading: Heading): boolean {
  return heading.label !== null && heading.number !== null;
}

/** In a catalogue the second heading is the first entry, and other entries come after it. */
function isOnlyName(blocks: readonly Block[], name: Heading): boolean {
  return blocks.every((block) => block === name || block.kind !== 'heading' || !isDocumentName(block.text));
}

function isSubtitleAt(
  blocks: readonly Block[],
  index: number,
  title: Heading,
  repeated: number,
  front: readonly number[],
): boolean {
  const heading = blocks[index];
  if (heading?.kind !== 'heading' || !front.includes(index)) return false;
  const titleAt = blocks.indexOf(title);
  if (index < titleAt || index < repeated) return true;
  if (heading.label || heading.number || containerLevel(heading.text) || opensBackground(heading.text))
    return false;
  if (comparable(heading.text).startsWith(`${comparable(title.text)} `)) return true;
  const next = blocks[index + 1];
  if (
    isMunicipality(heading.text) ||
    (next?.kind === 'paragraph' && isImprint(next.text) && !isSubjectOfText(blocks, index))
  )
    return true;
  if (
    next?.kind !== 'heading' ||
    isIntentHeading(next.text) ||
    containerLevel(next.text) ||
    isIntentHeading(heading.text)
  )
    return false;
  // What comes again beneath every area ("Baggrund") makes this an area.
  if (
    blocks.some(
      (block, i) =>
        i > index + 1 && block.kind === 'heading' && comparable(block.text) === comparable(next.text),
    )
  )
    return false;
  // A heading with others beneath it is a part of the document, not a subtitle.
  return heading.depth === 0
    ? heading.style === next.style || opensBackground(next.text)
    : next.depth <= heading.depth;
}

/** Whether prose follows the imprint beneath a heading, so that the heading is about it. */
function isSubjectOfText(blocks: readonly Block[], index: number): boolean {
  for (const block of blocks.slice(index + 1, index + 8)) {
    if (block.kind === 'heading') return false;
    if (block.kind !== 'paragraph' || isProse(block.text)) return true;
  }
  return false;
}
