import type { Item, List, Table } from './block.types.js';
import { capitalised, levelPair, levelWord, type LevelWord } from './level.lexicon.js';

/** A table whose head names levels ("Fokusområde | Mål | Indsats") read as a list; `null` for any other table. */
export function goalsOfTable({ rows }: Table): List | null {
  const [head, ...body] = rows;
  if (!head || body.length === 0) return null;
  const levels = head.map(columnLevel);
  const columns = levels.flatMap((level, i) => (level && level.kind !== 'action' ? [i] : [])).slice(0, 2);
  if (columns.length === 0) return null;
  const items: Item[] = [];
  let held = '';
  for (const row of body) {
    const first = row[columns[0] ?? 0] || held;
    const rest = otherCells(row, head, columns);
    if (columns.length === 1) {
      if (first !== '') items.push({ ...itemOf(row, first), more: rest });
      continue;
    }
    if (items.at(-1)?.text !== first || held !== first) items.push(itemOf(row, first));
    held = first;
    const second = row[columns[1] ?? 1] ?? '';
    if (second !== '') items.at(-1)?.items.push({ ...itemOf(row, second), number: null, more: rest });
  }
  return { kind: 'list', items, columns: columns.map((i) => levels[i]?.name ?? '') };
}

function columnLevel(title: string): LevelWord | null {
  const words = title.split(' ');
  return words.length === 2
    ? (levelPair(words[0] ?? '', words[1] ?? '') ?? null)
    : words.length === 1
      ? levelWord(title)
      : null;
}

function itemOf(row: readonly string[], text: string): Item {
  const number = /^\d{1,2}(\.\d{1,2})*\.?$/.test(row[0] ?? '') ? (row[0] ?? null) : null;
  return { mark: '|', indent: 0, number, text, more: [], items: [] };
}

function otherCells(row: readonly string[], head: readonly string[], columns: readonly number[]): string[] {
  return row.flatMap((cell, i) =>
    columns.includes(i) || cell === '' || /^\d{1,2}(\.\d{1,2})*\.?$/.test(cell)
      ? []
      : [`${capitalised(head[i] ?? '')}: ${cell}`],
  );
}
