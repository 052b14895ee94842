import type { Numbered } from './line.markers.js';
import type { Heading, Item, Paragraph, ReadMore, Table } from './block.types.js';

/** A numbered line is a heading or an item of a list; only its neighbours tell which. */
export interface NumberedDraft {
  kind: 'numbered';
  numbered: Numbered;
  text: string;
  indent: number;
  /** Whether an empty line stands before it. */
  setOff: boolean;
  titleLike: boolean;
  more: string[];
}

export interface ItemDraft {
  kind: 'item';
  item: Item;
}

export type Draft = Heading | Paragraph | ReadMore | Table | NumberedDraft | ItemDraft;
