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

export type CouncilBlock =
  | { kind: 'text' | 'note'; text: string }
  /** What somebody said, and where. */
  | { kind: 'quote'; text: string; source: string; url: string }
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
