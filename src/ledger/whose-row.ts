import type { SheetRow } from '../core/ports';
import { contentKeyOfRow } from '../workbook/content-key';
import { textOf } from '../workbook/layout';
import { expectedCells } from './expected-row';
import { type KnownOrder, knownByRow } from './known-order';

/**
 * What a row is known by, the surest first. `whole`: id, number and content. `number and content`: under another id. `id`:
 * though something else is another's. `content`, `number`: either alone, where one row and one order have it. `likeness`:
 * most of what can be compared.
 */
export type KnownBy = 'whole' | 'number and content' | 'id' | 'content' | 'number' | 'likeness';

/** A row, and the order that it belongs to. */
export interface OwnedRow<Order extends KnownOrder> {
  readonly row: SheetRow;
  readonly order: Order;
  readonly by: KnownBy;
}

/** Whose row each is: an order has one row at most, and a row one order. */
export interface RowOwners<Order extends KnownOrder> {
  /** By row number. */
  readonly byRow: ReadonlyMap<number, OwnedRow<Order>>;
  /** By Order ID. */
  readonly byOrder: ReadonlyMap<string, OwnedRow<Order>>;
  /** Further rows that show an order that has its row, by Order ID. */
  readonly copies: ReadonlyMap<string, readonly SheetRow[]>;
}

const idOf = ({ cells }: SheetRow): string => textOf(cells['Order ID']);
const numberOf = ({ cells }: SheetRow): string => textOf(cells['Order Number']);

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  groups.delete('');
  return groups;
};

/** What two rows may share by chance tells little: of these one has to be among what is alike. */
const OF_THE_ORDER = ['Items', 'Total'] as const;
const OF_THE_CUSTOMER = ['Customer Name', 'Email', 'Phone', 'Shipping Address'] as const;
/** How much of it has to be alike. */
const ENOUGH = 4;

/** Numbers are the same however they are spaced and capitalized. */
const spelled = (number: string): string => number.replace(/\s+/g, '').toUpperCase();

const plain = (text: unknown): string =>
  String(text ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

type Texts = Readonly<Record<string, string>>;

/** What can be compared, of a row or of an order, by header. */
const textsOf = (known: KnownOrder): Texts =>
  Object.fromEntries(
    Object.entries(expectedCells(known)).map(([header, text]): [string, string] => [header, plain(text)]),
  );

class Search<Order extends KnownOrder> {
  readonly byRow = new Map<number, OwnedRow<Order>>();
  readonly byOrder = new Map<string, OwnedRow<Order>>();
  readonly copies = new Map<string, SheetRow[]>();
  private readonly isSetAside = new Set<number>();
  private readonly contents = new Map<number, string>();
  private readonly texts = new Map<number | string, Texts>();

  constructor(
    private readonly rows: readonly SheetRow[],
    private readonly orders: readonly Order[],
  ) {
    const known = new Map(orders.map((order) => [order.id, order]));
    for (const row of rows) {
      const order = known.get(idOf(row));
      if (order && !this.byOrder.has(order.id) && this.proves(row, order)) this.own(row, order, 'whole');
    }
    if (this.byRow.size === rows.length) return;
    this.proven();
    this.byId();
    this.twins();
    this.setCopiesAside();
    this.alone(
      'content',
      (row) => this.contentOf(row),
      (order) => order.contentKey,
    );
    this.alone(
      'number',
      (row) => spelled(numberOf(row)),
      (order) => spelled(order.number),
    );
    this.alike();
  }

  private contentOf(row: SheetRow): string {
    const known = this.contents.get(row.at);
    if (known !== undefined) return known;
    const content = contentKeyOfRow(row.cells);
    this.contents.set(row.at, content);
    return content;
  }

  private proves(row: SheetRow, order: Order): boolean {
    return order.number !== '' && numberOf(row) === order.number && this.contentOf(row) === order.contentKey;
  }

  private own(row: SheetRow, order: Order, by: KnownBy): void {
    const owned = { row, order, by };
    this.byRow.set(row.at, owned);
    this.byOrder.set(order.id, owned);
  }

  private freeRows(): SheetRow[] {
    return this.rows.filter(({ at }) => !this.byRow.has(at) && !this.isSetAside.has(at));
  }

  private freeOrders(): Order[] {
    return this.orders.filter(({ id }) => !this.byOrder.has(id));
  }

  /**
   * Number and content in one row only, or content where no number is next to it; a row with the order's id has to be as
   * surely another's.
   */
  private proven(): void {
    const rows = this.freeRows();
    const orders = this.freeOrders();
    const byProof = grouped(rows, (row) => (numberOf(row) ? `${numberOf(row)} | ${this.contentOf(row)}` : ''));
    const byContent = grouped(rows, (row) => this.contentOf(row));
    const sameContent = grouped(orders, (order) => order.contentKey);
    const byId = grouped(rows, idOf);
    let found = orders.flatMap((order): OwnedRow<Order>[] => {
      const [row, ...others] = byProof.get(`${order.number} | ${order.contentKey}`) ?? [];
      if (row && others.length === 0) return [{ row, order, by: 'number and content' }];
      const [alone, ...more] = byContent.get(order.contentKey) ?? [];
      const isAlone = more.length === 0 && sameContent.get(order.contentKey)?.length === 1;
      return alone && isAlone && numberOf(alone) === '' ? [{ row: alone, order, by: 'content' }] : [];
    });
    for (;;) {
      const owners = new Map(found.map(({ row, order }) => [row.at, order.id]));
      const kept = found.filter(({ row, order }) =>
        (byId.get(order.id) ?? []).every(({ at }) => at === row.at || owners.has(at)),
      );
      if (kept.length === found.length) break;
      found = kept;
    }
    for (const { row, order, by } of found) this.own(row, order, by);
  }

  /** Of several rows with an id the one that is most like the order. */
  private byId(): void {
    const byId = grouped(this.freeRows(), idOf);
    for (const order of this.freeOrders()) {
      const same = byId.get(order.id) ?? [];
      const [first, ...others] = same;
      if (!first) continue;
      const best = others.reduce((one, other) => (this.sum(other, order) > this.sum(one, order) ? other : one), first);
      this.own(best, order, 'id');
    }
  }

  /** Of several rows that show an order by number and content, none of which has its id, the first: the others are copies. */
  private twins(): void {
    const rows = grouped(this.freeRows(), numberOf);
    for (const order of this.freeOrders()) {
      const [first, second] = (rows.get(order.number) ?? []).filter((row) => this.proves(row, order));
      if (first && second) this.own(first, order, 'likeness');
    }
  }

  /** Rows that show, by number and content, an order that has its row. */
  private setCopiesAside(): void {
    const byNumber = grouped([...this.byOrder.values()], ({ order }) => order.number);
    for (const row of this.freeRows()) {
      const shown = byNumber.get(numberOf(row))?.find(({ order }) => this.proves(row, order));
      if (shown) this.setAside(row, shown.order);
    }
  }

  private setAside(row: SheetRow, { id }: Order): void {
    this.isSetAside.add(row.at);
    this.copies.set(id, [...(this.copies.get(id) ?? []), row]);
  }

  /** One thing that one row and one order have, and nobody else. */
  private alone(by: KnownBy, ofRow: (row: SheetRow) => string, ofOrder: (order: Order) => string): void {
    const rows = grouped(this.freeRows(), ofRow);
    for (const [key, orders] of grouped(this.freeOrders(), ofOrder)) {
      const [row, ...others] = rows.get(key) ?? [];
      if (row && others.length === 0 && orders.length === 1 && orders[0]) this.own(row, orders[0], by);
    }
  }

  private textsOfRow(row: SheetRow): Texts {
    const known = this.texts.get(row.at);
    if (known) return known;
    const texts = textsOf(knownByRow('', row.cells));
    this.texts.set(row.at, texts);
    return texts;
  }

  private textsOfOrder(order: Order): Texts {
    const known = this.texts.get(order.id);
    if (known) return known;
    const texts = textsOf(order);
    this.texts.set(order.id, texts);
    return texts;
  }

  private shared(row: SheetRow, order: Order, headers: readonly string[]): number {
    const [here, there] = [this.textsOfRow(row), this.textsOfOrder(order)];
    return headers.filter((header) => (there[header] ?? '') !== '' && here[header] === there[header]).length;
  }

  private hasNumber(row: SheetRow, order: Order): boolean {
    return order.number !== '' && spelled(numberOf(row)) === spelled(order.number);
  }

  /** How much of what can be compared is the same; the number counts most. */
  private sum(row: SheetRow, order: Order): number {
    return this.shared(row, order, [...OF_THE_CUSTOMER, ...OF_THE_ORDER]) + (this.hasNumber(row, order) ? ENOUGH : 0);
  }

  private isAlike(row: SheetRow, order: Order): boolean {
    const isSure = this.hasNumber(row, order) || this.shared(row, order, OF_THE_ORDER) > 0;
    return isSure && this.sum(row, order) >= ENOUGH;
  }

  /**
   * Pairs that have most in common, the likest first; of equal ones the upper row goes to the lower number. A row that is
   * as much like an order that has its row is a copy of that.
   */
  private alike(): void {
    const rows = this.freeRows();
    const free = this.freeOrders();
    if (rows.length === 0 || this.orders.length === 0) return;
    const signs = [
      { ofRow: numberOf, ofOrder: ({ number }: Order) => number },
      ...OF_THE_CUSTOMER.map((header) => ({
        ofRow: (row: SheetRow) => this.textsOfRow(row)[header] ?? '',
        ofOrder: (order: Order) => this.textsOfOrder(order)[header] ?? '',
      })),
    ].map(({ ofRow, ofOrder }) => ({ ofRow, orders: grouped(this.orders, ofOrder) }));
    const pairs = rows.flatMap((row) => {
      const near = [...new Set(signs.flatMap(({ ofRow, orders }) => orders.get(ofRow(row)) ?? []))];
      const likely = near.filter((order) => this.isAlike(row, order));
      const most = Math.max(0, ...likely.map((order) => this.sum(row, order)));
      const copied = likely.find((order) => this.byOrder.has(order.id) && this.sum(row, order) === most);
      if (copied) this.setAside(row, copied);
      return copied ? [] : likely.filter(({ id }) => !this.byOrder.has(id)).map((order) => ({ row, order }));
    });
    const place = new Map([...free].sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ id }, at) => [id, at]));
    pairs.sort(
      (one, other) =>
        this.sum(other.row, other.order) - this.sum(one.row, one.order) ||
        one.row.at - other.row.at ||
        (place.get(one.order.id) ?? 0) - (place.get(other.order.id) ?? 0),
    );
    for (const { row, order } of pairs)
      if (!this.byRow.has(row.at) && !this.byOrder.has(order.id)) this.own(row, order, 'likeness');
  }
}

/**
 * Whose row is this? The one answer for the sweep, every repair, restoring, importing and erasing. An order's id, its
 * number, and its content (name, email, items, total) are heard together: what two of them say counts more than one, and
 * no order gets a second row.
 */
export const whoseRows = <Order extends KnownOrder>(
  rows: readonly SheetRow[],
  orders: readonly Order[],
): RowOwners<Order> =>
  new Search(
    rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')),
    orders,
  );
