import type { SheetRow } from '../core/ports';
import { type Row, textOf } from '../workbook/layout';
import { type CellDifference, PROGRAM_COLUMNS } from './compared-cells';
import type { Source, SourceOrder } from './restore-source';

/** Compares the columns that staff have added with what a source has in them. */
export class OwnColumns {
  constructor(
    private readonly source: Source,
    private readonly rowOfOrder: (id: string) => SheetRow | undefined,
  ) {}

  /** Cells of an order's row that differ. */
  differencesOf(row: SheetRow | null, order: SourceOrder): CellDifference[] {
    if (row && order.isNewer) return this.movedIn(row);
    if (!row || !order.row || order.isErasedHere) return [];
    return this.source.ownColumns
      .filter((header) => header in row.cells && !textOf(order.row?.[header]).startsWith('='))
      .filter((header) => textOf(row.cells[header]) !== textOf(order.row?.[header]))
      .map((header) => ({ header, here: textOf(row.cells[header]), there: textOf(order.row?.[header]) }));
  }

  /** Of an order that the backup doesn't know: cells that it has for another order, whose row holds them no more. */
  private movedIn(row: SheetRow): CellDifference[] {
    return this.source.ownColumns.flatMap((header): CellDifference[] => {
      const text = textOf(row.cells[header]);
      const owner = text === '' ? undefined : this.ownerOf(header, text);
      return owner ? [{ header, here: text, there: '' }] : [];
    });
  }

  private readonly owners = new Map<string, ReadonlyMap<string, string>>();

  /** The one order that had this text in one of staff's columns, where its row does not have it any more. */
  private ownerOf(header: string, text: string): string | undefined {
    let byText = this.owners.get(header);
    if (!byText) {
      byText = this.textsOf(header);
      this.owners.set(header, byText);
    }
    const id = byText.get(text);
    return id !== undefined && textOf(this.rowOfOrder(id)?.cells[header]) !== text ? id : undefined;
  }

  private textsOf(header: string): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    const twice = new Set<string>();
    for (const { id, row } of this.source.orders.values()) {
      const text = textOf(row?.[header]);
      if (ids.has(text)) twice.add(text);
      ids.set(text, id);
    }
    return new Map([...ids].filter(([text]) => text !== '' && !twice.has(text)));
  }
}

/** What a second row of an order holds beside the program's columns, and its first does not: nobody may lose that. */
export const holdsMore = (copy: SheetRow, row: SheetRow): boolean =>
  Object.entries(copy.cells).some(
    ([header, cell]) =>
      !PROGRAM_COLUMNS.includes(header) && textOf(cell) !== '' && textOf(cell) !== textOf(row.cells[header]),
  );

/** All of staff's columns of a row, as one text. */
export const ownTexts = (cells: Row): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([header, cell]) => !PROGRAM_COLUMNS.includes(header) && textOf(cell) !== '')
      .map(([header, cell]) => [header, textOf(cell)])
      .sort(),
  );

/** Whether the backup has the same in staff's columns of an order: there it comes back. */
export const isKnownElsewhere = ({ cells }: SheetRow, { orders }: Source): boolean =>
  [...orders.values()].some(({ row }) => row !== null && ownTexts(row) === ownTexts(cells));
