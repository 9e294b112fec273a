import type { Cents } from '../domain/money';
import type { Day } from './days';

/** A figure with its meaning: the sheet, the file, the page and the email each show it in their own way. */
export type Value =
  | string
  | { readonly money: Cents }
  | { readonly count: number }
  /** From 0 to 1. */
  | { readonly share: number }
  /** With one decimal. */
  | { readonly decimal: number }
  | { readonly day: Day };

export const money = (amount: Cents): Value => ({ money: amount });
export const count = (value: number): Value => ({ count: value });
export const share = (value: number | null): Value => (value === null ? NONE : { share: value });
export const decimal = (value: number | null): Value => (value === null ? NONE : { decimal: value });

/** There is no such figure. */
export const NONE: Value = '–';

/** A chart of two columns of a table: names and one series of figures. */
export interface ChartPlan {
  readonly kind: 'columns' | 'bars' | 'pie';
  readonly title: string;
  /** Headers of the table's columns. */
  readonly names: string;
  readonly figures: string;
  /** Titles of the axes. */
  readonly namesTitle: string;
  readonly figuresTitle: string;
  /** The most rows. */
  readonly most: number;
}

/** One row of a table. */
export interface TableRow {
  readonly cells: readonly Value[];
  /** A heading between rows, or a sum. */
  readonly kind?: 'heading' | 'sum';
  /** The name of its first figure, which staff's formulas refer to. */
  readonly name?: string;
}

/** A part of a report: a title, a sentence or none, and a table or paragraphs. */
export interface Section {
  readonly title: string;
  readonly note?: string;
  readonly headers?: readonly string[];
  readonly rows?: readonly TableRow[];
  /** Shown instead of a table without rows. */
  readonly empty?: string;
  readonly paragraphs?: readonly string[];
  readonly chart?: ChartPlan;
}

/** One column of a table: a list of these is the only place that defines a table's columns. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Value;
}

/** The cells of a row. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): Value[] =>
  columns.map(({ cell }) => cell(row));

/** Headers and rows of a table, with its sum (one more row) if there is one. */
export const tableOf = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sum: Row | null = null,
): { readonly headers: readonly string[]; readonly rows: readonly TableRow[] } => ({
  headers: columns.map(({ header }) => header),
  rows: [
    ...rows.map((row) => ({ cells: cellsOf(columns, row) })),
    ...(sum ? [{ kind: 'sum' as const, cells: cellsOf(columns, sum) }] : []),
  ],
});

/** What is written, downloaded, printed or emailed. */
export interface ReportDocument {
  readonly title: string;
  /** Below the title: the period, what it is compared with, when it was created. */
  readonly lines: readonly string[];
  /** The result of the check of totals; it's highlighted if the tabs don't match. */
  readonly verdict: { readonly text: string; readonly good: boolean };
  readonly sections: readonly Section[];
}
