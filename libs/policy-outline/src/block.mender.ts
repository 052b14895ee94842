import type { Block, Heading, Item, Paragraph } from './block.types.js';
import { goalsOfTable } from './goal.table.js';
import { headingOf } from './heading.factory.js';
import { levelWord } from './level.lexicon.js';
import { isGoalLeadIn, isIntentHeading, opensBackground } from './heading.lexicon.js';
import { joinLines } from './text.cleaner.js';
import { endsSentence, isContactLine, isImprint } from './title.rules.js';

/** Puts right what only the neighbours of a block can tell. */
export function mendBlocks(blocks: readonly Block[]): Block[] {
  const read = blocks.map((block) => (block.kind === 'table' ? (goalsOfTable(block) ?? block) : block));
  return demoteLooseEnds(goalsWithoutMarks(titlesOnTheNextLine(bareLabels(brokenSentences(read)))));
}

/** A sentence that goes on after an empty line, as it does where a page ended. */
function brokenSentences(blocks: readonly Block[]): Block[] {
  const mended: Block[] = [];
  const parts = new Map<Paragraph, string[]>();
  for (const block of blocks) {
    const before = mended.at(-1);
    if (block.kind === 'paragraph' && before?.kind === 'paragraph' && runsOn(before, block, parts)) {
      const held = parts.get(before) ?? [before.text];
      held.push(block.text);
      parts.set(before, held);
    } else mended.push(block.kind === 'paragraph' ? { ...block } : block);
  }
  for (const [paragraph, held] of parts) {
    paragraph.text = joinLines(held);
    paragraph.lines = [paragraph.text];
  }
  return mended;
}

function runsOn(before: Paragraph, next: Paragraph, parts: ReadonlyMap<Paragraph, string[]>): boolean {
  const end = parts.get(before)?.at(-1) ?? before.text;
  return (
    /^\p{Ll}/u.test(next.text) && end.length > 40 && /[\p{L}\p{N},-]$/u.test(end) && before.lines.length < 400
  );
}

/** "Fokusområde" alone on its line, again and again, is a label without a number. */
function bareLabels(blocks: readonly Block[]): Block[] {
  const firstLine = (block: Block) =>
    block.kind === 'heading' && !block.label && !block.number
      ? block.text
      : block.kind === 'paragraph'
        ? (block.lines[0] ?? '')
        : '';
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const word = bareLabel(firstLine(block));
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return blocks.flatMap((block): Block[] => {
    const word = bareLabel(firstLine(block));
    if (!word || (counts.get(word) ?? 0) < 2) return [block];
    const label = { ...headingOf('', 'plain'), label: word, labelKind: 'area' as const };
    if (block.kind === 'heading') return [{ ...block, text: '', label: word, labelKind: 'area' }];
    if (block.kind !== 'paragraph' || block.lines.length > 4) return [block];
    const [title = '', ...rest] = block.lines.slice(1);
    return [
      { ...label, style: 'labelled', text: title },
      ...rest.map((text): Paragraph => ({ kind: 'paragraph', text, lines: [text] })),
    ];
  });
}

function bareLabel(line: string): string | null {
  if (line.length > 30 || line.includes(' ')) return null;
  const level = levelWord(line);
  return level && level.kind === 'area' && !level.plural && !/strategi|princip|spor|spår/i.test(level.name)
    ? level.name
    : null;
}

/** "Pejlemærke 1" and beneath it "En sund kommune". */
function titlesOnTheNextLine(blocks: readonly Block[]): Block[] {
  const mended: Block[] = [];
  for (const block of blocks) {
    const before = mended.at(-1);
    if (before?.kind === 'heading' && before.label && before.text === '' && isItsTitle(before, block))
      before.text = block.text;
    else mended.push(block.kind === 'heading' ? { ...block } : block);
  }
  for (const block of mended) {
    if (block.kind === 'heading' && block.text === '' && block.label)
      block.text = `${block.label} ${block.number ?? ''}`.trim();
  }
  return mended;
}

function isItsTitle(label: Heading, block: Block): block is Heading | Paragraph {
  if (block.kind === 'paragraph')
    return block.text.length <= 100 && !/[.:;,]$/.test(block.text) && block.lines.length <= 2;
  if (block.kind !== 'heading' || block.label || isIntentHeading(block.text)) return false;
  return block.style === label.style
    ? block.style !== 'markdown'
    : block.number === null || label.style === 'labelled';
}

/** Lines beneath "Vores mål er at:" are its goals, though no bullet stands before them. */
function goalsWithoutMarks(blocks: readonly Block[]): Block[] {
  const mended: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const inside = linesAfterLeadIn(block);
    if (inside) {
      mended.push(...inside);
      continue;
    }
    mended.push(block);
    if (!opensGoals(block)) continue;
    const items = oneLiners(blocks, i + 1);
    if (items.length < 2) continue;
    mended.push({ kind: 'list', items: items.map(itemOf) });
    i += items.length;
  }
  return mended;
}

function opensGoals(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    /:$|(?<![\p{L}])att?$/iu.test(block.text) &&
    block.text.length < 300 &&
    isGoalLeadIn(block.text)
  );
}

function linesAfterLeadIn(block: Block): Block[] | null {
  if (block.kind !== 'paragraph' || block.lines.length < 3) return null;
  const [first = '', ...rest] = block.lines;
  if (!/:$|(?<![\p{L}])att?$/iu.test(first) || !isGoalLeadIn(first)) return null;
  if (!rest.every((line) => line.length < 300 && /^(\p{Lu}|att? )/u.test(line))) return null;
  return [
    { kind: 'paragraph', text: first, lines: [first] },
    { kind: 'list', items: rest.map(itemOf) },
  ];
}

/** How far single lines follow one another; a line that has text beneath it is a heading again. */
function oneLiners(blocks: readonly Block[], from: number): string[] {
  const found: string[] = [];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (
      block?.kind === 'heading' &&
      block.style === 'plain' &&
      !hasText(blocks[i + 1]) &&
      !opensBackground(block.text)
    )
      found.push(block.text);
    else if (block?.kind === 'paragraph' && isOneSentence(block) && !isContactLine(block.text))
      found.push(block.text);
    else break;
  }
  return found;
}

function hasText(block: Block | undefined): boolean {
  if (block?.kind === 'paragraph') return !isOneSentence(block) || endsSentence(block.text);
  return block !== undefined && block.kind !== 'heading';
}

function isOneSentence({ text, lines }: Paragraph): boolean {
  return text.length <= 240 && !/[.!?] \p{Lu}/u.test(text) && !text.endsWith(':') && lines.length <= 3;
}

function itemOf(text: string): Item {
  return { mark: '', indent: 0, number: null, text, more: [], items: [] };
}

/** A short line at the very end, such as a signature, opens nothing and is thus no heading. */
function demoteLooseEnds(blocks: readonly Block[]): Block[] {
  const mended = [...blocks];
  for (let i = mended.length - 1; i > 0; i--) {
    const block = mended[i];
    if (
      block?.kind !== 'heading' ||
      (block.style !== 'plain' && block.style !== 'caps') ||
      isImprint(block.text)
    )
      break;
    if (block.style === 'caps' && block.number) break;
    mended[i] = { kind: 'paragraph', text: block.text, lines: [block.text] };
  }
  return mended;
}
