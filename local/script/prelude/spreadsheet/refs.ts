/** A tab as it crosses: the file and the tab's id. */
export interface SheetRef {
  readonly file: string;
  readonly sheet: number;
}

/** A range as it crosses: 1-based, with its size. */
export interface RangeRef extends SheetRef {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A protection as it crosses. */
export interface ProtectionRef extends SheetRef {
  readonly id: number;
  readonly kind: 'RANGE' | 'SHEET';
}
