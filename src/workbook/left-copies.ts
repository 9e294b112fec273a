import type { Cell, Row } from './layout';
import { textOf } from './layout';
/** The copies of Orders rows that the last commit left: for an execution that died before it could look at them. */
export interface LeftCopies {
  /** The commit's: the token of the Ledger's head, as long as no other has landed. */
  readonly token: string;
  readonly rows: readonly LeftRow[];
}

/** Where in the Scratch tab the Orders rows are: the line of their headers, that many columns, and whose each was meant to be. */
export type Where = readonly [top: number, width: number, ids: readonly string[]];

const readWhere = (text: string): Where => {
  try {
    return JSON.parse(text) as Where;
  } catch {
    return [0, 0, []];
  }
};

/** Reads the Scratch tab as it is. */
export const leftCopies = (values: readonly (readonly Cell[])[]): LeftCopies | null => {
  const [token, where] = [textOf(values[0]?.[0]), textOf(values[0]?.[1])];
  if (token === '') return null;
  const [top, width, ids] = readWhere(where);
  const headers = (values[top] ?? []).slice(0, width).map(textOf);
  const rowAt = (line: readonly Cell[]): Row =>
    Object.fromEntries(headers.flatMap((header, place) => (header ? [[header, line[place] ?? '']] : [])));
  return { token, rows: ids.map((meant, index) => ({ meant, cells: rowAt(values[top + 1 + index] ?? []) })) };
};

/** A row of the Orders tab as the last commit met it. */
export interface LeftRow {
  /** The id of the order that the commit meant to write to. */
  readonly meant: string;
  /** What was there. */
  readonly cells: Row;
}
