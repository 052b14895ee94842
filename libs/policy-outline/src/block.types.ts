import type { LevelKind } from './level.lexicon.js';

export type HeadingStyle = 'markdown' | 'setext' | 'caps' | 'numbered' | 'labelled' | 'bold' | 'plain';

export interface Heading {
  kind: 'heading';
  style: HeadingStyle;
  /** Markdown's depth 1–6; 0 for every other style. */
  depth: number;
  /** Without its number and label. */
  text: string;
  number: string | null;
  /** How many parts the number has; 0 without a number. */
  numberDepth: number;
  ordinal: number;
  label: string | null;
  labelKind: LevelKind | null;
}

export interface Paragraph {
  kind: 'paragraph';
  text: string;
  /** The lines it was printed in: an address or an unmarked list is told by them. */
  lines: string[];
}

export interface Item {
  mark: string;
  indent: number;
  number: string | null;
  /** The level it names itself: "Delmål 1.1 …". */
  label?: string;
  /** The words of the item itself. */
  text: string;
  /** Paragraphs that continue the item. */
  more: string[];
  items: Item[];
}

export interface List {
  kind: 'list';
  items: Item[];
  /** The levels its columns name, where it was printed as a table of goals. */
  columns?: string[];
}

/** A line that sends the reader elsewhere: "Læs politikken", "Läs mer om …". */
export interface ReadMore {
  kind: 'read-more';
  text: string;
  url: string | null;
}

export interface Table {
  kind: 'table';
  rows: string[][];
}

export type Body = Paragraph | List | ReadMore | Table;
export type Block = Heading | Body;
