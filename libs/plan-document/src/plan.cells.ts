/** What one cell of a spreadsheet holds, before a format decides how it is written. */
export type PlanCell =
  | { text: string }
  /** Shown with thousands separators in XLSX, as plain digits in CSV. */
  | { number: number | null }
  /** An ISO date. */
  | { date: string | null }
  /** A fraction from 0 to 1. */
  | { share: number | null }
  | { url: string };

/** A column over rows of one kind; `width` in characters. */
export type PlanColumn<Row> = { header: string; width: number; cell: (row: Row) => PlanCell };

/** A sheet: its rows are made one at a time, as they are written. */
export type PlanSheet = {
  name: string;
  columns: { header: string; width: number }[];
  rowCount: number;
  rows: () => Iterable<PlanCell[]>;
};

/** A sheet whose rows come from `items`. */
export function planSheet<Row>(name: string, items: Row[], columns: PlanColumn<Row>[]): PlanSheet {
  return {
    name,
    columns,
    rowCount: items.length,
    *rows() {
      for (const item of items) yield columns.map((column) => column.cell(item));
    },
  };
}
