import type { Item } from './block.types.js';
import { isLesserMark } from './line.markers.js';

interface Open {
  item: Item;
  indent: number;
}

/** Puts items under one another by their indentation, or by their marks where the indentation is lost. */
export function nestItems(flat: readonly Item[]): Item[] {
  const top: Item[] = [];
  const open: Open[] = [];
  for (const item of flat) {
    while (open.length > 0 && !isBelow(item, open)) open.pop();
    (open.at(-1)?.item.items ?? top).push(item);
    open.push({ item, indent: item.indent });
  }
  return top;
}

function isBelow(item: Item, open: readonly Open[]): boolean {
  const last = open.at(-1);
  if (!last) return false;
  if (item.indent >= last.indent + 2) return true;
  if (item.indent <= last.indent - 2) return false;
  const sameMark = open.some(({ item: { mark } }) => mark === item.mark);
  if (sameMark) return item.mark !== last.item.mark && isBelowByMark(last.item.mark, item.mark);
  return isBelowByMark(last.item.mark, item.mark);
}

function isBelowByMark(above: string, mark: string): boolean {
  if (above === mark || isLesserMark(above)) return false;
  if (/^\(?[dAI]/.test(above) && mark.length <= 3) return /^\(?a/.test(mark) || isGlyph(mark);
  return isLesserMark(mark) && isGlyph(above);
}

function isGlyph(mark: string): boolean {
  return /^[^\p{L}(]$/u.test(mark) || mark === 'o';
}
