import type { Block, Body, Heading } from './block.types.js';
import { headingRanks } from './heading.ranks.js';

export interface Section {
  /** `null` for the document itself. */
  heading: Heading | null;
  blocks: Body[];
  children: Section[];
  parent: Section | null;
}

export function sectionOf(heading: Heading | null, parent: Section | null): Section {
  return { heading, blocks: [], children: [], parent };
}

/** Puts the blocks under their headings, and the headings under one another. */
export function sectionTree(blocks: readonly Block[]): Section {
  const root = sectionOf(null, null);
  const ranks = headingRanks(blocks.filter((block) => block.kind === 'heading'));
  const open: { section: Section; rank: number }[] = [{ section: root, rank: 0 }];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      open.at(-1)?.section.blocks.push(block);
      continue;
    }
    const rank = ranks.get(block) ?? 1;
    while (open.length > 1 && (open.at(-1)?.rank ?? 0) >= rank) open.pop();
    const parent = open.at(-1)?.section ?? root;
    const section = sectionOf(block, parent);
    parent.children.push(section);
    open.push({ section, rank });
  }
  return root;
}

/** Every section below one, in the order of the document. */
export function descendants(section: Section): Section[] {
  const found: Section[] = [];
  const open = [...section.children].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i] as Section);
  }
  return found;
}
