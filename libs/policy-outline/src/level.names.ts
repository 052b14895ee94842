import { levelWord } from './level.lexicon.js';
import { announcementsIn, levelBelow, levelsNamedIn, makeupOf } from './level.announcements.js';
import type { ContainerLevel } from './heading.lexicon.js';
import type { DraftNode } from './node.builder.js';
import type { OutlineLanguage } from './outline.types.js';

export interface LevelClues {
  nodes: readonly DraftNode[];
  /** The policy's title and its whole text. */
  title: string;
  text: string;
  /** What the headings that hold the first level call it. */
  containers: readonly ContainerLevel[];
  /** Lead-ins of goals that hang directly on the policy. */
  leadIns: readonly string[];
  language: OutlineLanguage | null;
}

/** Names every level there is a node on, by what the text itself calls it; else by a common word. */
export function levelNames(clues: LevelClues): string[] {
  const stated = levelsNamedIn(clues.text);
  const rows = rowsOf(clues.nodes);
  if (stated.length > 0 && stated.length >= rows.length) return stated;
  const announced = announcementsIn(clues.text).filter(
    ({ level }) => level.kind !== 'challenge' && level.kind !== 'part',
  );
  const makeup = makeupOf(clues.text);
  const names: (string | null)[] = [];
  rows.forEach((row, i) => {
    const counted = announced.find(({ count }) => count === row.length)?.level.name ?? null;
    const made = i === 0 && makeup?.count === row.length ? makeup.name : null;
    const below = i > 0 && names[i - 1] ? levelBelow(clues.text, names[i - 1] ?? '') : null;
    const opened =
      i === 0 ? openedBy(clues.leadIns) : openedBy((rows[i - 1] ?? []).map(({ leadIn }) => leadIn ?? ''));
    const name =
      i === 0
        ? (hinted(row) ?? counted ?? heldBy(clues, row.length) ?? made ?? opened)
        : (hinted(row) ?? below ?? counted ?? opened ?? subheading(rows[i - 1] ?? []));
    names.push(name && !names.includes(name) ? name : null);
  });
  return withCommonWords(names, clues);
}

/** The nodes of each level. */
function rowsOf(nodes: readonly DraftNode[]): DraftNode[][] {
  const rows: DraftNode[][] = [];
  for (let row = [...nodes]; row.length > 0; row = row.flatMap(({ children }) => children)) rows.push(row);
  return rows;
}

function hinted(row: readonly DraftNode[]): string | null {
  const counts = new Map<string, number>();
  for (const { levelHint } of row) if (levelHint) counts.set(levelHint, (counts.get(levelHint) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 >= row.length ? best[0] : null;
}

function heldBy({ containers, title }: LevelClues, count: number): string | null {
  const exact = containers.find((each) => each.count === count);
  const named = exact ?? containers[0];
  if (named) return named.level.name;
  const words = title.split(/[^\p{L}]+/u).map((word) => levelWord(word));
  return (
    words.find((word) => word?.plural && word.kind !== 'part' && !/^strategi$/i.test(word.name))?.name ?? null
  );
}

/** "Därför prioriterar vi att" opens priorities, "Det er politikkens mål at" opens goals. */
function openedBy(leadIns: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const leadIn of leadIns) {
    const name = wordIn(leadIn);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function wordIn(leadIn: string): string | null {
  for (const word of leadIn.slice(0, 400).split(/[^\p{L}]+/u)) {
    if (/^prioriter(er|ar)$/i.test(word)) return 'Prioritering';
    const level = levelWord(word);
    if (level && (level.kind === 'goal' || level.kind === 'action')) return level.name;
  }
  return null;
}

/** A heading inside the areas ("Mål"), which is kept in their text. */
function subheading(row: readonly DraftNode[]): string | null {
  const first = row.find(({ children, text }) => children.length > 0 && text !== '');
  for (const line of (first?.text ?? '').split('\n\n')) {
    const level = line.length < 40 ? levelWord(line.split(' ').at(-1) ?? '') : null;
    if (level && level.kind !== 'part' && level.kind !== 'challenge') return level.name;
  }
  return null;
}

function withCommonWords(names: readonly (string | null)[], { nodes, language }: LevelClues): string[] {
  const action = language === 'en' ? 'Action' : language === 'sv' ? 'Insats' : 'Indsats';
  const common = [
    ...(language === 'en' ? ['Focus area', 'Goal', 'Subgoal'] : ['Fokusområde', 'Mål', 'Delmål']),
    action,
  ];
  const isFlatList = names.length === 1 && nodes.every(({ text }) => text.length < 200);
  const free = common.filter((word) => !names.includes(word));
  return names.map((name, i) => {
    if (name) return name;
    const wanted = names.length === 1 ? (isFlatList ? 1 : 0) : Math.min(i, 2);
    const word = freeWord(common, free, wanted, names, i) ?? `${common[2]} ${i + 1}`;
    free.splice(free.indexOf(word), free.includes(word) ? 1 : 0);
    return word;
  });
}

/** Between two named levels stands an area, not a goal: goals are what the last level holds. */
function isTooDeep(names: readonly (string | null)[], index: number, word: string): boolean {
  return (
    /^(Mål|Goal)$/.test(word) &&
    names.slice(index + 1).some(Boolean) &&
    names[0] !== 'Fokusområde' &&
    names[0] !== null
  );
}

function freeWord(
  common: readonly string[],
  free: readonly string[],
  wanted: number,
  names: readonly (string | null)[],
  index: number,
): string | undefined {
  const possible = free.filter((word) => !isTooDeep(names, index, word));
  const isBetween = possible.length < free.length;
  return (
    (isBetween ? undefined : possible.find((word) => common.indexOf(word) >= wanted)) ??
    possible[0] ??
    free[0]
  );
}
