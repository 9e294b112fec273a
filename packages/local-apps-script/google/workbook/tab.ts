import type { Area } from './a1';
import { type CellValue, type Extra, type ExtraPool, inheritedExtra } from './cell';
import { afterColumnMove, afterDelete, afterInsert } from './grid-range';
import type { TabMeta } from './tab-meta';
import { type MoveRange, movedRanges } from './tab-ranges';
import type { UndoLog } from './undo-log';

/** One row: values and extras by column index; both may be shorter than the tab is wide. */
export interface Row {
  values: CellValue[];
  extras: (Extra | undefined)[];
  /** Hidden by hand. */
  hidden?: boolean;
  /** Hidden by the filter. */
  filtered?: boolean;
  height?: number;
}

const cloneRow = (row: Row): Row => ({ ...row, values: row.values.slice(), extras: row.extras.slice() });

const blankRow = (): Row => ({ values: [], extras: [] });

/** One tab's cells and settings. All indexes are zero-based. Every change can be taken back by the undo log. */
export class Tab {
  /** Sparse at its end: rows never touched are missing. */
  rows: (Row | undefined)[] = [];

  constructor(
    private state: TabMeta,
    private readonly log: UndoLog,
    private readonly pool: ExtraPool,
  ) {}

  get meta(): TabMeta {
    return this.state;
  }

  get id(): number {
    return this.state.id;
  }

  get name(): string {
    return this.state.name;
  }

  get hidden(): boolean {
    return this.state.hidden;
  }

  get rowCount(): number {
    return this.state.rowCount;
  }

  get columnCount(): number {
    return this.state.columnCount;
  }

  /** Replaces some settings. */
  configure(changes: { [Key in keyof TabMeta]?: TabMeta[Key] | undefined }): void {
    const before = this.state;
    this.log.push(() => {
      this.state = before;
    });
    this.state = { ...before, ...changes } as TabMeta;
  }

  value(row: number, column: number): CellValue {
    return this.rows[row]?.values[column] ?? null;
  }

  extra(row: number, column: number): Extra | undefined {
    return this.rows[row]?.extras[column] ?? undefined;
  }

  /** A row to write to; it is made when there is none. */
  writable(index: number): Row {
    const row = this.rows[index];
    if (row) {
      this.log.once(row, () => {
        const before = cloneRow(row);
        return () => {
          delete row.hidden;
          delete row.filtered;
          delete row.height;
          Object.assign(row, before);
        };
      });
      return row;
    }
    const made = blankRow();
    const length = this.rows.length;
    while (this.rows.length < index) this.rows.push(undefined);
    this.rows[index] = made;
    this.log.once(made, () => () => {
      this.rows[index] = undefined;
      this.rows.length = length;
    });
    return made;
  }

  setValue(row: number, column: number, value: CellValue): void {
    if (value === null && (this.rows[row]?.values[column] ?? null) === null) return;
    const { values } = this.writable(row);
    while (values.length < column) values.push(null);
    values[column] = value;
  }

  setExtra(row: number, column: number, extra: Extra | undefined): void {
    if (extra !== this.extra(row, column)) this.putExtra(row, column, this.pool.share(extra));
  }

  /** @param shared from the pool: asking it again for each of many thousand cells takes its time. */
  private putExtra(row: number, column: number, shared: Extra | undefined): void {
    if (shared === this.extra(row, column)) return;
    const { extras } = this.writable(row);
    while (extras.length < column) extras.push(undefined);
    extras[column] = shared;
  }

  /** Changes the extra of each cell of an area; equal cells share the result. */
  mapExtras(area: Area, change: (extra: Extra | undefined) => Extra | undefined): void {
    const results = new Map<Extra | undefined, Extra | undefined>();
    for (let row = area.top; row < area.bottom; row++) {
      for (let column = area.left; column < area.right; column++) {
        const extra = this.extra(row, column);
        if (!results.has(extra)) results.set(extra, this.pool.share(change(extra)));
        this.putExtra(row, column, results.get(extra));
      }
    }
  }

  /** The number of rows up to the last one with a value in any column; 0 on an empty tab. */
  lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) {
      if (this.rows[row - 1]?.values.some((value) => value !== null)) return row;
    }
    return 0;
  }

  /** The number of columns up to the last one with a value in any row. */
  lastColumn(): number {
    let last = 0;
    for (const row of this.rows) {
      if (!row) continue;
      for (let column = row.values.length; column > last; column--) {
        if ((row.values[column - 1] ?? null) !== null) last = column;
      }
    }
    return last;
  }

  private replaceRows(rows: (Row | undefined)[]): void {
    const before = this.rows;
    this.log.push(() => {
      this.rows = before;
    });
    this.rows = rows;
  }

  /** Inserts rows before index `at`, with the formats and dropdowns of row `like` when it is given. */
  insertRows(at: number, count: number, like?: number): void {
    const pattern = like === undefined ? undefined : this.rows[like];
    const extras = pattern?.extras.map(inheritedExtra) ?? [];
    const makes = extras.some((extra) => extra !== undefined);
    const fresh = Array.from({ length: count }, () => (makes ? { values: [], extras: extras.slice() } : undefined));
    if (makes || at < this.rows.length) {
      const head = this.rows.slice(0, at);
      while (head.length < at) head.push(undefined);
      this.replaceRows(head.concat(fresh, this.rows.slice(at)));
    }
    this.configure({ rowCount: this.meta.rowCount + count });
    this.moveRanges((range) => afterInsert(range, 'Row', at, count));
  }

  deleteRows(at: number, count: number): void {
    if (at < this.rows.length) this.replaceRows(this.rows.slice(0, at).concat(this.rows.slice(at + count)));
    const { rowCount, frozenRows } = this.meta;
    const frozenGone = Math.max(0, Math.min(frozenRows, at + count) - at);
    this.configure({ rowCount: rowCount - count, frozenRows: frozenRows - frozenGone });
    this.moveRanges((range) => afterDelete(range, 'Row', at, count));
  }

  /** Inserts columns before index `at`, with the formats of column `like` when it is given. */
  insertColumns(at: number, count: number, like?: number): void {
    for (const [index, row] of this.rows.entries()) {
      if (!row) continue;
      const extra = like === undefined ? undefined : inheritedExtra(row.extras[like]);
      if (row.values.length <= at && row.extras.length <= at && extra === undefined) continue;
      const { values, extras } = this.writable(index);
      if (values.length > at) values.splice(at, 0, ...new Array<CellValue>(count).fill(null));
      while (extras.length < at) extras.push(undefined);
      extras.splice(at, 0, ...new Array<Extra | undefined>(count).fill(extra));
    }
    const columns = [...this.meta.columns];
    if (columns.length > at) columns.splice(at, 0, ...new Array<null>(count).fill(null));
    this.configure({ columnCount: this.meta.columnCount + count, columns });
    this.moveRanges((range) => afterInsert(range, 'Column', at, count));
  }

  deleteColumns(at: number, count: number): void {
    for (const [index, row] of this.rows.entries()) {
      if (!row || (row.values.length <= at && row.extras.length <= at)) continue;
      const { values, extras } = this.writable(index);
      values.splice(at, count);
      extras.splice(at, count);
    }
    const columns = [...this.meta.columns];
    columns.splice(at, count);
    const { columnCount, frozenColumns } = this.meta;
    const frozenGone = Math.max(0, Math.min(frozenColumns, at + count) - at);
    this.configure({ columnCount: columnCount - count, columns, frozenColumns: frozenColumns - frozenGone });
    this.moveRanges((range) => afterDelete(range, 'Column', at, count));
  }

  /** Moves columns `from` to before `to` (an index before the move), their formats and widths along. */
  moveColumns(from: number, count: number, to: number): void {
    const moved = <T>(cells: readonly T[], blank: T): T[] => {
      const line = Array.from({ length: this.meta.columnCount }, (_, column) => cells[column] ?? blank);
      const block = line.splice(from, count);
      line.splice(to > from ? to - count : to, 0, ...block);
      return line;
    };
    for (const [index, row] of this.rows.entries()) {
      if (!row) continue;
      const writable = this.writable(index);
      writable.values = moved(writable.values, null);
      writable.extras = moved(writable.extras, undefined);
    }
    this.configure({ columns: moved(this.meta.columns, null) });
    this.moveRanges((range) => afterColumnMove(range, from, count, to));
  }

  private moveRanges(move: MoveRange): void {
    this.configure(movedRanges(this.meta, move));
    this.onMove(move);
  }

  /** Called when ranges move, for what the workbook keeps about this tab. */
  onMove: (move: MoveRange) => void = () => {};

  /** Puts the rows of an area into another order: position i gets what was at `order[i]` (both from `area.top`). */
  permute(area: Area, order: readonly number[]): void {
    const before = order.map((from) => {
      const row = this.rows[area.top + from];
      return {
        values: row?.values.slice(area.left, area.right) ?? [],
        extras: row?.extras.slice(area.left, area.right) ?? [],
      };
    });
    for (const [index, { values, extras }] of before.entries()) {
      if (order[index] === index) continue;
      for (let column = area.left; column < area.right; column++) {
        this.setValue(area.top + index, column, values[column - area.left] ?? null);
        this.setExtra(area.top + index, column, extras[column - area.left]);
      }
    }
  }

  /** Sets a row's flags: hidden by hand, hidden by the filter, height. */
  setRow(index: number, flags: { hidden?: boolean; filtered?: boolean; height?: number }): void {
    Object.assign(this.writable(index), flags);
  }
}
