import type { Body, Item, Paragraph } from './block.types.js';
import type { FoundGoals } from './goal.finder.js';
import { proseGoals } from './goal.finder.js';
import { containerLevel, isAside, isIntentHeading, opensBackground } from './heading.lexicon.js';
import type { OutlineNode } from './outline.types.js';
import { isPreview, listsOf, tellsFacts, type SectionList } from './section.lists.js';
import type { Section } from './section.tree.js';
import { comparable } from './text.cleaner.js';
import { proposeTitle } from './title.proposer.js';

const LONGEST_TITLE = 220;
const SHORTEST_GROUP_TEXT = 60;

/** A node before its place in the tree is known, with what names its level. */
export interface DraftNode extends Omit<OutlineNode, 'children' | 'level'> {
  children: DraftNode[];
  /** The level its own print names ("Fokusområde 2"), or its table column. */
  levelHint: string | null;
}

/** What a section gives: nodes, and the text that is none. */
export interface Yield {
  nodes: DraftNode[];
  text: string[];
  leadIns: string[];
}

/** Builds nodes from the sections that were found to be goals. */
export class NodeBuilder {
  private readonly groupLeadIns: Set<string>;

  constructor(
    private readonly goals: FoundGoals,
    sections: readonly Section[],
  ) {
    this.groupLeadIns = new Set(
      sections.flatMap((section) => repeatedLeadIn(listsOf(section), section.blocks)),
    );
  }

  nodeOf(section: Section): DraftNode {
    const heading = section.heading;
    const inner = this.insideOf(section);
    return {
      number: heading?.number ?? null,
      label: heading?.label ?? null,
      title: heading?.text ?? '',
      titleProposed: false,
      leadIn: inner.leadIns[0] ?? null,
      text: [...inner.text, ...inner.leadIns.slice(1)].join('\n\n'),
      children: inner.nodes,
      levelHint: heading?.label ?? null,
    };
  }

  /** A section that is no goal but whose lists are: "Det vil vi" in an area, or "Mål" in the policy. */
  holderOf(section: Section): Yield {
    const wanted = this.wantedLists([section], false);
    return this.yieldOf(section, wanted);
  }

  private insideOf(section: Section): Yield {
    const parts = this.partsOf(section);
    const hasGoalSections = parts.some(({ children }) =>
      children.some((child) => this.goals.sections.has(child)),
    );
    const hasProseGoals = parts.some((part) => this.goals.prose.has(part));
    const wanted = this.wantedLists(parts, hasGoalSections || hasProseGoals);
    const all: Yield = { nodes: [], text: [], leadIns: [] };
    const take = (each: Section) => {
      const own = this.yieldOf(each, wanted);
      if (each !== section) all.text.push(headingText(each));
      merge(all, own);
      for (const child of each.children) {
        if (this.goals.sections.has(child)) all.nodes.push(this.nodeOf(child));
        else take(child);
      }
    };
    take(section);
    return all;
  }

  /** The section and those below it that are no goals of their own. */
  private partsOf(section: Section): Section[] {
    const parts = [section];
    for (const part of parts) parts.push(...part.children.filter((child) => !this.goals.sections.has(child)));
    return parts;
  }

  /** Which lists become nodes: goals before what is done about them, and never examples. */
  private wantedLists(parts: readonly Section[], strict: boolean): Set<Body> {
    const lists = parts.filter((part) => !isSideNote(part, this.goals)).flatMap(listsOf);
    const usable = lists.filter(
      ({ list, kind }) => kind !== 'example' && !isPreview(list, this.goals.titles),
    );
    for (const kind of strict ? (['goal'] as const) : (['goal', 'plain', 'action'] as const)) {
      const wanted = usable.filter((each) => each.kind === kind);
      if (wanted.length === 0) continue;
      const own = strict || kind !== 'goal' ? [] : ownBeside(parts, usable);
      return new Set([...own, ...wanted].map(({ list }) => list));
    }
    return new Set();
  }

  private yieldOf(section: Section, wanted: ReadonlySet<Body>): Yield {
    if (this.goals.prose.has(section)) return proseYield(section);
    const lists = listsOf(section).filter(({ list }) => wanted.has(list));
    if (this.isGrouped(lists, section.blocks)) return groupedYield(section.blocks, lists);
    const leadIns = new Set(lists.map(({ at, leadIn }) => (leadIn ? section.blocks[at - 1] : null)));
    const result: Yield = { nodes: [], text: [], leadIns: [] };
    for (const block of section.blocks) {
      if (block.kind === 'list' && wanted.has(block))
        result.nodes.push(...block.items.map((item) => itemNode(item, block.columns)));
      else if (leadIns.has(block) && block.kind === 'paragraph') result.leadIns.push(block.text);
      else result.text.push(textOf(block));
    }
    return result;
  }

  /** Paragraphs and a list, again and again under one heading: each turn is a goal without a title. */
  private isGrouped(lists: readonly SectionList[], blocks: readonly Body[]): boolean {
    const known =
      lists.length > 0 &&
      lists.every(({ leadIn }) => leadIn !== null && this.groupLeadIns.has(comparable(leadIn)));
    return known && lists.every((_, i) => groupText(blocks, lists, i).length >= SHORTEST_GROUP_TEXT);
  }
}

/** A section's own lists, where its other goals stand under a heading like "Mål" inside it. */
function ownBeside(parts: readonly Section[], usable: readonly SectionList[]): SectionList[] {
  const [section, ...below] = parts;
  if (section?.heading?.labelKind === 'action') return [];
  const own = new Set<Body>(section?.blocks);
  const goals = new Set<Body>(usable.filter(({ kind }) => kind === 'goal').map(({ list }) => list));
  const holdsGoals = (part: Section | undefined) => part?.blocks.some((block) => goals.has(block)) ?? false;
  if (holdsGoals(section) || !below.some((part) => isGoalsHeading(part) && holdsGoals(part))) return [];
  return usable.filter(
    // A sentence that opens a list and names no goal says what else it holds.
    ({ list, kind, leadIn }) => kind === 'plain' && own.has(list) && leadIn === null && !tellsFacts(list),
  );
}

function isGoalsHeading({ heading }: Section): boolean {
  if (!heading) return false;
  const container = containerLevel(heading.text);
  return container ? container.level.kind !== 'action' : isIntentHeading(heading.text);
}

function isSideNote(section: Section, goals: FoundGoals): boolean {
  if (goals.sections.has(section) || goals.holders.has(section) || !section.heading) return false;
  return isAside(section.heading.text) || opensBackground(section.heading.text);
}

function merge(into: Yield, from: Yield): void {
  into.nodes.push(...from.nodes);
  into.text.push(...from.text);
  into.leadIns.push(...from.leadIns);
}

/** The lead-in that comes again in a section, each time after paragraphs of its own. */
function repeatedLeadIn(lists: readonly SectionList[], blocks: readonly Body[]): string[] {
  const opened = lists.filter(({ leadIn, kind }) => leadIn !== null && kind === 'goal');
  const key = comparable(opened[0]?.leadIn ?? '');
  if (opened.length < 2 || opened.length !== lists.length) return [];
  const grouped = opened.every(
    ({ leadIn }, i) =>
      comparable(leadIn ?? '') === key && groupText(blocks, opened, i).length >= SHORTEST_GROUP_TEXT,
  );
  return grouped ? [key] : [];
}

function groupBlocks(blocks: readonly Body[], lists: readonly SectionList[], index: number): Body[] {
  const from = index === 0 ? 0 : (lists[index - 1]?.at ?? 0) + 1;
  return blocks.slice(from, (lists[index]?.at ?? 1) - 1);
}

function groupText(blocks: readonly Body[], lists: readonly SectionList[], index: number): string {
  return groupBlocks(blocks, lists, index).map(textOf).join('\n\n');
}

function groupedYield(blocks: readonly Body[], lists: readonly SectionList[]): Yield {
  const nodes = lists.map(({ list, leadIn }, i): DraftNode => {
    const text = groupText(blocks, lists, i);
    return {
      number: null,
      label: null,
      title: proposeTitle(text),
      titleProposed: true,
      leadIn,
      text,
      children: list.items.map((item) => itemNode(item)),
      levelHint: null,
    };
  });
  const rest = blocks.slice((lists.at(-1)?.at ?? 0) + 1);
  return { nodes, text: rest.map(textOf), leadIns: [] };
}

function proseYield(section: Section): Yield {
  const goals = new Set<Body>(proseGoals(section));
  const result: Yield = { nodes: [], text: [], leadIns: [] };
  for (const block of section.blocks) {
    if (goals.has(block)) result.nodes.push(plainNode((block as Paragraph).text));
    else if (block.kind === 'paragraph' && /:$/.test(block.text)) result.leadIns.push(block.text);
    else result.text.push(textOf(block));
  }
  return result;
}

function plainNode(text: string): DraftNode {
  const { title, rest } = splitTitle(text);
  return {
    number: null,
    label: null,
    title,
    titleProposed: false,
    leadIn: null,
    text: rest,
    children: [],
    levelHint: null,
  };
}

function itemNode(item: Item, columns?: readonly string[]): DraftNode {
  const node = plainNode(item.text);
  node.number = item.number;
  node.text = [node.text, ...item.more].filter(Boolean).join('\n\n');
  node.label = item.label ?? null;
  node.levelHint = item.label ?? columns?.[0] ?? null;
  node.children = item.items.map((inner) => itemNode(inner, columns?.slice(1)));
  if (node.children.length > 0 && /:$/.test(node.title)) node.title = node.title.slice(0, -1);
  return node;
}

/** Several sentences, or a word and a colon before one, are a title and its text; the rest is all title. */
export function splitTitle(text: string): { title: string; rest: string } {
  const colon = /^([^:.]{2,60}): (?=\p{Lu})/u.exec(text);
  if (colon && (colon[1] ?? '').split(' ').length <= 6)
    return { title: colon[1] ?? '', rest: text.slice(colon[0].length) };
  const word = /^(\p{Lu}[^.!?:]{1,40})\. (?=\p{Lu})/u.exec(text);
  if (word && (word[1] ?? '').split(' ').length <= 4)
    return { title: word[1] ?? '', rest: text.slice(word[0].length) };
  if (text.length <= LONGEST_TITLE) return { title: text, rest: '' };
  const end = /[\p{Ll}\p{N})][.!?] (?=["'”“»]?\p{Lu})/u.exec(text);
  if (!end) return { title: text, rest: '' };
  return { title: text.slice(0, end.index + 2), rest: text.slice(end.index + end[0].length) };
}

export function headingText({ heading }: Section): string {
  if (!heading) return '';
  return [heading.label, heading.number, heading.text].filter(Boolean).join(' ');
}

/** A block as text; a list keeps its items on lines of their own. */
export function textOf(block: Body): string {
  if (block.kind === 'list') return block.items.flatMap((item) => itemLines(item, 0)).join('\n');
  // What sends the reader elsewhere is kept with the policy's links.
  if (block.kind === 'read-more') return '';
  if (block.kind === 'table') return block.rows.map((row) => row.join(' | ')).join('\n');
  return block.text;
}

function itemLines(item: Item, depth: number): string[] {
  const mark = item.number ?? '–';
  const own = `${'  '.repeat(Math.min(depth, 10))}${mark} ${[item.text, ...item.more].join(' ')}`;
  return [own, ...item.items.flatMap((inner) => itemLines(inner, depth + 1))];
}
