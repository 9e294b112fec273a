/** A tab as it crosses between the script and Google's side: the file and the tab's id. */
export interface SheetRef {
  readonly file: string;
  readonly sheet: number;
}

/** A range as it crosses: 1-based row and column, and its size. */
export interface RangeRef extends SheetRef {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Of whole columns or rows that were named so: how (`D:F`). */
  readonly open?: string;
}
