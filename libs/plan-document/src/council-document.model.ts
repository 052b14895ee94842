/** A case as a council reads it, whatever it is written in. All texts are in the document's language. */
export interface CouncilDocument {
  language: 'da' | 'sv';
  municipality: string;
  /** What kind of case: "Borgerforslag F-12". */
  kind: string;
  title: string;
  /** `#rrggbb` */
  themeColour: string;
  /** In the council's own system; empty: none yet. */
  caseNumber: string;
  /** On the front page; `url` makes the value a link. */
  facts: { label: string; value: string; url?: string }[];
  parts: { title: string; blocks: CouncilBlock[] }[];
}

/** A run of what somebody wrote; with `href` a link. */
export interface CouncilRun {
  text: string;
  href?: string;
  bold?: boolean;
  italic?: boolean;
}

/** What somebody wrote: paragraphs hold runs; lists hold items; items and quotes hold blocks. */
export interface CouncilText {
  type: 'paragraph' | 'list' | 'item' | 'quote';
  parts?: CouncilRun[];
  blocks?: CouncilText[];
  /** Of a numbered list: its first number. */
  start?: number;
}

export type CouncilBlock =
  | { kind: 'note'; text: string }
  | { kind: 'text'; blocks: CouncilText[] }
  /** What somebody said, and where. */
  | { kind: 'quote'; blocks: CouncilText[]; source: string; url: string }
  | { kind: 'subtitle'; text: string }
  | {
      kind: 'table';
      /** For screen readers. */
      description: string;
      head: string[];
      /** Columns of numbers, by index. */
      numeric: number[];
      rows: string[][];
    };
