import type { Draft, NumberedDraft } from './block.drafts.js';
import type { Block, Heading, Item, List } from './block.types.js';
import { headingOf } from './heading.factory.js';
import { nestItems } from './item.nesting.js';

const LONGEST_TITLE = 240;

/**
 * Decides which numbered lines are headings and which are items, and gathers the items into lists.
 * Items follow one another directly; a heading has text beneath it.
 */
export function resolveNumbered(drafts: readonly Draft[]): Block[] {
  const blocks: Block[] = [];
  const headings = new Map<string, number>();
  let items: Item[] = [];
  const flush = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items: nestItems(items) } satisfies List);
    items = [];
  };
  drafts.forEach((draft, i) => {
    if (draft.kind === 'item') items.push(draft.item);
    else if (draft.kind === 'numbered') {
      if (isHeading(draft, drafts, i, headings, items.at(-1))) {
        flush();
        headings.set(draft.numbered.shape, draft.numbered.ordinal);
        blocks.push(numberedHeading(draft));
        draft.more.forEach((text) => blocks.push({ kind: 'paragraph', text, lines: [text] }));
      } else items.push(itemOf(draft));
    } else {
      flush();
      blocks.push(draft);
    }
  });
  flush();
  return blocks;
}

function isHeading(
  draft: NumberedDraft,
  drafts: readonly Draft[],
  index: number,
  headings: ReadonlyMap<string, number>,
  item: Item | undefined,
): boolean {
  if (draft.text.length > LONGEST_TITLE || draft.text === '') return false;
  if (item && draft.indent > item.indent && !draft.setOff) return false;
  const before = drafts[index - 1];
  const after = drafts[index + 1];
  if (hasOwnText(draft)) return !isTight(draft, after);
  const follows = isNext(before, draft);
  const isFollowed = isNext(draft, after);
  if (follows || isFollowed) return continuesHeadings(draft, drafts, index, headings);
  if (!draft.setOff) {
    // After a heading numbered 1 with text beneath it, a 2 with text beneath it is one too.
    const standsApart =
      before?.kind !== 'paragraph' ||
      draft.numbered.depth > 1 ||
      headings.get(draft.numbered.shape) === draft.numbered.ordinal - 1;
    return draft.titleLike && (after?.kind === 'paragraph' || countsOn(draft, after)) && standsApart;
  }
  if (!after) return false;
  if (draft.titleLike || draft.numbered.depth > 1) return true;
  return after.kind === 'item' || after.kind === 'paragraph' || after.kind === 'numbered';
}

/** "3. Mål" with nothing beneath it, between chapters 2 and 4, is a chapter like them. */
function continuesHeadings(
  draft: NumberedDraft,
  drafts: readonly Draft[],
  index: number,
  headings: ReadonlyMap<string, number>,
): boolean {
  if (!draft.titleLike || !draft.setOff || headings.get(draft.numbered.shape) !== draft.numbered.ordinal - 1)
    return false;
  let last = index;
  while (isNext(drafts[last], drafts[last + 1])) last++;
  const after = drafts[last + 1];
  return last - index <= 2 && after !== undefined && after.kind !== 'heading';
}

/** The next of the same series right beneath it, with no empty line between: items of one list, each with its text. */
function isTight({ numbered }: NumberedDraft, after: Draft | undefined): boolean {
  return (
    after?.kind === 'numbered' &&
    !after.setOff &&
    after.numbered.shape === numbered.shape &&
    after.numbered.ordinal === numbered.ordinal + 1
  );
}

/** A set-off title with paragraphs set in beneath it. */
function hasOwnText(draft: Draft | undefined): boolean {
  return draft?.kind === 'numbered' && draft.setOff && draft.titleLike && draft.more.length > 0;
}

/** "2.3" and right beneath it "2.3.1". */
function countsOn({ numbered }: NumberedDraft, after: Draft | undefined): boolean {
  return (
    after?.kind === 'numbered' && after.numbered.number.startsWith(`${numbered.number.replace(/\.$/, '')}.`)
  );
}

function isNext(first: Draft | undefined, second: Draft | undefined): boolean {
  if (first?.kind !== 'numbered' || second?.kind !== 'numbered') return false;
  if (first.numbered.shape !== second.numbered.shape || first.numbered.depth !== second.numbered.depth)
    return false;
  if (hasOwnText(first)) return false;
  const step = second.numbered.ordinal - first.numbered.ordinal;
  // The same number twice is a slip that is often made; the list goes on.
  return step === 1 || step === 0;
}

function numberedHeading(draft: NumberedDraft): Heading {
  const heading = headingOf(draft.text, 'plain');
  const { number, depth, ordinal } = draft.numbered;
  if (heading.style === 'labelled') return heading;
  return { ...heading, style: 'numbered', number, numberDepth: depth, ordinal };
}

function itemOf(draft: NumberedDraft): Item {
  return {
    mark: draft.numbered.shape,
    indent: draft.indent,
    number: draft.numbered.number,
    text: draft.text,
    more: draft.more,
    items: [],
  };
}
