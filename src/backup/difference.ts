import type { SheetRow } from '../core/ports';
import { isErased } from '../domain/erased';
import { parseAmount } from '../domain/money';
import { parseOrderStatus, parseShippingStatus } from '../domain/statuses';
import { type KnownOrder, knownByRow, knownOrder } from '../ledger/known-order';
import { whoseRows } from '../ledger/whose-row';
import { feedbackCell, isFeedbackOf } from '../workbook/feedback-cell';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TABS } from '../workbook/tabs';
import { erasedLine } from './leave-erased';
import { isPoorer } from './poorer-record';
import type { Here, Source, SourceOrder } from './restore-source';

/**
 * How an order differs: its row is `missing` here; it was `changed`; it has `moved on` in the ordinary way since (paid,
 * shipped, cancelled) and only its statuses differ; or nothing differs but staff's `own columns`.
 */
export type DifferenceKind = 'missing' | 'changed' | 'moved on' | 'own columns';

/** One cell that is not as in the backup. */
export interface CellDifference {
  readonly header: string;
  readonly here: string;
  readonly there: string;
}

/** What is wrong with the built-in order log of an order: it is gone, or it knows less than the backup. */
export type RecordLoss = 'gone' | 'poorer';

/** One order that is not as in the backup. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly order: SourceOrder;
  /** Its row here; null when it has none. */
  readonly row: SheetRow | null;
  readonly cells: readonly CellDifference[];
  /** Cells of staff's own columns that differ: they are restored only where staff say so. */
  readonly own: readonly CellDifference[];
  readonly record: RecordLoss | null;
  /** What column R is to hold. */
  readonly feedback: string;
  /** Further rows of the order that hold nothing which its own row does not: they go. */
  readonly copies: readonly SheetRow[];
  /** Of a missing order: the row over which another order's was pasted; what staff have in their columns there is its own. */
  readonly inherits: SheetRow | null;
}

export interface Differences {
  readonly found: readonly Difference[];
  /** Orders here that the backup does not know, and that are as the built-in order log has them. */
  readonly newer: readonly string[];
  /** Rows here that belong to no order that anybody knows. */
  readonly odd: readonly number[];
  /** A sentence for each order that cannot be compared. */
  readonly troubles: readonly string[];
  /** Staff's own columns that hold something and that this source knows nothing of. */
  readonly unknownColumns: readonly string[];
}

const STANDING = ['Status', 'Shipping Status'] as const;
const MONEY: readonly string[] = ['Subtotal', 'Shipping Fee', 'Total'];
const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const CONTENT = PROGRAM_COLUMNS.filter(
  (header) => header !== 'Status' && header !== 'Shipping Status' && header !== 'Feedback',
);
/** Serial numbers of the same second: Google keeps a fraction of it. */
const HALF_A_SECOND = 0.5 / 86_400;

const isEqual = (header: string, a: Cell | undefined, b: Cell | undefined): boolean => {
  if (textOf(a) === textOf(b)) return true;
  if (header === 'Created At') return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < HALF_A_SECOND;
  return MONEY.includes(header) && parseAmount(a ?? '') !== null && parseAmount(a ?? '') === parseAmount(b ?? '');
};

/** Gives the cells that an order has by the Ledger; `createdAt` as a serial number, or blank. */
export type RowOfEntry = (entry: LedgerEntry) => Row;

/** The row of an accepted order, with its moment in the spreadsheet's time zone. */
export const rowOfEntry =
  (serialOfMoment: (iso: string) => number | ''): RowOfEntry =>
  (entry) =>
    ordersRow(entry.order, entry, serialOfMoment(entry.order.createdAt));

/** What is known of the customer's feedback: the later of here and there. */
const knownFeedback = (here: LedgerEntry | null, there: LedgerEntry | null): Progress['feedback'] => {
  const [now, then] = [here?.progress.feedback, there?.progress.feedback];
  return now && (!then || now.at >= then.at) && now.comment !== undefined ? now : (then ?? now);
};

/** Compares one order here with a source. */
class Comparing {
  constructor(
    private readonly here: Here,
    private readonly source: Source,
    private readonly rowOf: RowOfEntry,
    private readonly rowOfOrder: (id: string) => SheetRow | undefined,
  ) {}

  private readonly feedbacks = (): readonly [string, Progress['feedback']][] =>
    [...this.here.ledger].flatMap(([id, { entry }]): [string, Progress['feedback']][] =>
      entry?.progress.feedback ? [[id, entry.progress.feedback]] : [],
    );
  private known: readonly [string, Progress['feedback']][] | null = null;

  /** Whether a text in column R is what the customer of another order said. */
  private isAnothers(id: string, text: string): boolean {
    this.known ??= this.feedbacks();
    return this.known.some(([other, feedback]) => other !== id && isFeedbackOf(feedback, text));
  }

  private entryHere(id: string): LedgerEntry | null {
    return this.here.ledger.get(id)?.entry ?? null;
  }

  feedbackOf({ id, entry, row }: SourceOrder, standing: Cell | undefined): string {
    const feedback = knownFeedback(this.entryHere(id), entry);
    const then = textOf(row?.Feedback);
    if (feedback) return feedbackCell(feedback, isFeedbackOf(feedback, textOf(standing)) ? standing : then);
    if (row) return then;
    return this.isAnothers(id, textOf(standing)) ? '' : textOf(standing);
  }

  /** What of a row is not as in the backup: neither as accepted then nor as it was then. */
  private contentDifferences(row: SheetRow, order: SourceOrder): CellDifference[] {
    const expected = order.entry ? this.rowOf(order.entry) : order.row;
    const differing = CONTENT.filter(
      (header) =>
        !isEqual(header, row.cells[header], expected?.[header]) &&
        !(order.row && isEqual(header, row.cells[header], order.row[header])),
    ).map((header) => ({ header, here: textOf(row.cells[header]), there: textOf(expected?.[header] ?? '') }));
    const [standing, feedback] = [textOf(row.cells.Feedback), this.feedbackOf(order, row.cells.Feedback)];
    return standing === feedback ? differing : [...differing, { header: 'Feedback', here: standing, there: feedback }];
  }

  private ownDifferences(row: SheetRow | null, order: SourceOrder): CellDifference[] {
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

  differenceOf(
    row: SheetRow | null,
    order: SourceOrder,
    copies: readonly SheetRow[],
    inherits: SheetRow | null,
  ): Difference | null {
    const here = this.entryHere(order.id);
    const feedback = this.feedbackOf(order, row?.cells.Feedback);
    const found = { order, row, feedback, copies, inherits, own: this.ownDifferences(row, order) };
    if (!row) return { ...found, kind: 'missing', cells: [], own: [], record: this.recordLoss(here, order) };
    if (here && isErased(here.order)) return null;
    const record = this.recordLoss(here, order);
    const doubled = copies.map(({ at }) => ({ header: 'duplicate row', here: `row ${at}`, there: 'none' }));
    const cells = [...(record ? [RECORD[record]] : []), ...doubled, ...this.contentDifferences(row, order)];
    const accepted = here ?? order.entry;
    const unsettled = standingDifferences(row, accepted ? this.rowOf(accepted) : (order.row ?? {}));
    if (cells.length > 0 || (unsettled.length > 0 && record !== 'gone'))
      return { ...found, kind: 'changed', record, cells: record === 'gone' ? cells : [...cells, ...unsettled] };
    const moved = order.entry ? standingDifferences(row, this.rowOf(order.entry)) : [];
    if (moved.length > 0) return { ...found, kind: 'moved on', record, cells: moved };
    return found.own.length > 0 ? { ...found, kind: 'own columns', record, cells: [] } : null;
  }

  private recordLoss(here: LedgerEntry | null, { entry }: SourceOrder): RecordLoss | null {
    if (!entry) return null;
    if (!here) return 'gone';
    return !isErased(here.order) && isPoorer(here, entry) ? 'poorer' : null;
  }
}

const RECORD: Readonly<Record<RecordLoss, CellDifference>> = {
  gone: { header: 'order log', here: 'missing', there: 'complete' },
  poorer: { header: 'order log', here: 'incomplete', there: 'complete' },
};

/** A status however it is written: old rows say `void`. */
const plainStatus = (cell: Cell | undefined): string => {
  const text = textOf(cell);
  return parseOrderStatus(text) ?? parseShippingStatus(text) ?? text;
};

const standingDifferences = (row: SheetRow, there: Readonly<Record<string, Cell>>): CellDifference[] =>
  STANDING.filter((header) => plainStatus(row.cells[header]) !== plainStatus(there[header])).map((header) => ({
    header,
    here: textOf(row.cells[header]),
    there: textOf(there[header]),
  }));

/** A customer who was erased since stays so: nothing of the row of then is taken. */
const withoutErased = (order: SourceOrder, here: LedgerEntry | null): SourceOrder =>
  here && isErased(here.order) ? { ...order, entry: here, row: null, isErasedHere: true } : order;

/** The orders of the source, and after them those that only the Ledger here knows. */
const everyOrder = (here: Here, source: Source): readonly SourceOrder[] => [
  ...[...source.orders.values()].map((order) => withoutErased(order, here.ledger.get(order.id)?.entry ?? null)),
  ...[...here.ledger].flatMap(([id, { entry }]): SourceOrder[] =>
    source.orders.has(id) || !entry ? [] : [{ id, entry, row: null, isNewer: true }],
  ),
];

/** Rows are compared with what the Ledger here has; the source says it only where that is lost. */
const asKnown = (here: Here, { id, entry, row }: SourceOrder): KnownOrder => {
  const accepted = here.ledger.get(id)?.entry ?? entry;
  return accepted ? knownOrder(accepted) : knownByRow(id, row ?? {});
};

/** What a second row of an order holds beside the program's columns, and its first does not: nobody may lose that. */
const holdsMore = (copy: SheetRow, row: SheetRow): boolean =>
  Object.entries(copy.cells).some(
    ([header, cell]) =>
      !PROGRAM_COLUMNS.includes(header) && textOf(cell) !== '' && textOf(cell) !== textOf(row.cells[header]),
  );

const ownTexts = (cells: Row): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([header, cell]) => !PROGRAM_COLUMNS.includes(header) && textOf(cell) !== '')
      .map(([header, cell]) => [header, textOf(cell)])
      .sort(),
  );

/** Whether the backup has the same in staff's columns of an order: there it comes back. */
const isKnownElsewhere = ({ cells }: SheetRow, { orders }: Source): boolean =>
  [...orders.values()].some(({ row }) => row !== null && ownTexts(row) === ownTexts(cells));

/**
 * Rows over which another order's row was pasted, by the order that they belong to: staff's columns in them are not those of
 * the pasted one. A backup says whose they are; else the orders without a row take them in turn.
 */
const reusedCopies = (
  orders: readonly SourceOrder[],
  owned: ReadonlyMap<string, { readonly row: SheetRow }>,
  copies: ReadonlyMap<string, readonly SheetRow[]>,
  source: Source,
): ReadonlyMap<string, SheetRow> => {
  const numberOf = ({ entry, row }: SourceOrder): string => entry?.order.number ?? textOf(row?.['Order Number']);
  const missing = orders
    .filter(({ id }) => !owned.has(id))
    .sort((one, other) => (numberOf(one) < numberOf(other) ? -1 : 1));
  const free = [...copies]
    .flatMap(([id, rows]) => {
      const own = owned.get(id)?.row;
      return own ? rows.filter((copy) => holdsMore(copy, own)) : [];
    })
    .sort((one, other) => one.at - other.at);
  const reused = new Map<string, SheetRow>();
  const take = (order: SourceOrder, copy: SheetRow | undefined): void => {
    if (!copy) return;
    reused.set(order.id, copy);
    free.splice(free.indexOf(copy), 1);
  };
  for (const order of missing) {
    const { row } = order;
    if (row)
      take(
        order,
        free.find(({ cells }) => ownTexts(cells) === ownTexts(row)),
      );
  }
  for (const order of missing)
    if (!reused.has(order.id))
      take(
        order,
        free.find((copy) => !isKnownElsewhere(copy, source)),
      );
  return reused;
};

const rowNumbers = (rows: readonly SheetRow[]): string => rows.map(({ at }) => at).join(' and ');

/** Compares the sheet with a source, order by order. */
export const differencesOf = (here: Here, source: Source, rowOf: RowOfEntry): Differences => {
  const orders = everyOrder(here, source);
  const { byRow, byOrder, copies } = whoseRows(
    here.rows,
    orders.map((order) => asKnown(here, order)),
  );
  const reused = reusedCopies(orders, byOrder, copies, source);
  const taken = new Set([...reused.values()].map(({ at }) => at));
  const comparing = new Comparing(here, source, rowOf, (id) => byOrder.get(id)?.row);
  const found: Difference[] = [];
  const troubles = [erasedLine(source)].filter(Boolean);
  const newer: string[] = [];
  for (const order of orders) {
    const row = byOrder.get(order.id)?.row ?? null;
    const others = row ? (copies.get(order.id) ?? []).filter(({ at }) => !taken.has(at)) : [];
    const kept = others.filter((copy) => row && holdsMore(copy, row) && !isKnownElsewhere(copy, source));
    if (row && kept.length > 0)
      troubles.push(
        `${order.entry?.order.number ?? order.id} is in rows ${rowNumbers([row, ...kept])}, and your own columns differ between them. To remove the extra rows, choose CPS Orders > Data > Repair double rows.`,
      );
    const difference = comparing.differenceOf(
      row,
      order,
      others.filter((copy) => !kept.includes(copy)),
      reused.get(order.id) ?? null,
    );
    if (difference) found.push(difference);
    else if (order.isNewer) newer.push(order.entry?.order.number ?? order.id);
  }
  const copied = new Set([...copies.values()].flat().map(({ at }) => at));
  const odd = here.rows.filter(
    ({ at, cells }) => !byRow.has(at) && !copied.has(at) && CONTENT.some((header) => textOf(cells[header]) !== ''),
  );
  return { found, newer, odd: odd.map(({ at }) => at), troubles, unknownColumns: unknownColumns(here, source) };
};

const unknownColumns = (here: Here, { ownColumns }: Source): string[] => {
  const headers = new Set(here.rows.flatMap(({ cells }) => Object.keys(cells)));
  return [...headers].filter(
    (header) =>
      !PROGRAM_COLUMNS.includes(header) &&
      !ownColumns.includes(header) &&
      here.rows.some(({ cells }) => textOf(cells[header]) !== ''),
  );
};
