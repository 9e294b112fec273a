import { SET_UP_FIRST } from '../core/words';
import { type Cents, formatDollars, parseAmount } from '../domain/money';
import { parseOrderStatus } from '../domain/statuses';
import { count } from '../domain/text/for-people';
import { CONTROLLED } from '../workbook/controlled';
import { type Cell, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { NO_DAY } from './days';
import { covers, type Days } from './period';
import { remembered } from './remembered';
import type { Sale, Sales } from './sale';
import { Sum, type Tally } from './tally';

/** A row of a tab that needs a check: what is odd about it, as a sentence. */
export interface OddRow {
  readonly tab: string;
  readonly at: number;
  readonly text: string;
}

/** One line of the reconciliation; its orders and amount are added to the lines above it. */
export interface ControlLine {
  readonly label: string;
  readonly tally: Tally;
  /** Whether it is the sum of the lines above it. */
  readonly isSum?: boolean;
}

/** Every row of the Ledger and of the Orders tab, included or not, and whether the two agree. */
export interface Control {
  readonly lines: readonly ControlLine[];
  /** The Orders tab, added up on its own. */
  readonly ordersTab: Tally;
  /** Whether the lines add up to the sum of the Orders tab: they must, whatever is in the rows. */
  readonly addsUp: boolean;
  /** Whether every order has its row, with the same total and a valid status. */
  readonly agrees: boolean;
  readonly verdict: string;
  readonly odd: readonly OddRow[];
}

type OrdersRow = Readonly<Record<string, Cell>>;

const isOrderRow = (row: OrdersRow): boolean => CONTROLLED.some((header) => textOf(row[header]) !== '');

/** The amount of a row; null if it can't be read or is blank. */
const totalIn = (row: OrdersRow): Cents | null => parseAmount(row.Total ?? '');

const nameOf = (row: OrdersRow): string => textOf(row['Order Number']) || textOf(row['Order ID']) || 'no number';

/** Sorts the Ledger's orders: in the report, left out of it, from another time, from another event. */
const ledgerLines = (all: readonly Sale[], isChosen: (sale: Sale) => boolean, days: Days | null) => {
  const [included, leftOut, noDay, otherDays, otherEvents] = [new Sum(), new Sum(), new Sum(), new Sum(), new Sum()];
  for (const sale of all) {
    if (!isChosen(sale)) otherEvents.add(sale.total);
    else if (days && sale.placed === NO_DAY) noDay.add(sale.total);
    else if (!covers(days, sale.placed)) otherDays.add(sale.total);
    else if (sale.isLeftOut) leftOut.add(sale.total);
    else included.add(sale.total);
  }
  return { included, leftOut, noDay, otherDays, otherEvents };
};

/** Compares the rows of the Orders tab with the Ledger, one by one. */
const compareRows = (rows: readonly OrdersRow[], { sales, broken }: Sales) => {
  const known = new Map<string, Sale>();
  for (const sale of sales) known.set(sale.id, sale);
  const unreadable = new Set(broken.map(({ id }) => id));
  const seen = new Set<string>();
  const [tab, missing, stranger, unpriced, doubled, differing, garbled, ofBroken] = Array.from(
    { length: 8 },
    () => new Sum(),
  ) as [Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum];
  const odd: OddRow[] = broken.map(({ at, id, why }) => ({
    tab: TABS.ledger.name,
    at,
    text: `Order ${id || 'without an ID'} can't be read (${why}), so it isn't included in any figure.`,
  }));
  const statusOf = remembered(parseOrderStatus);
  rows.forEach((row, index) => {
    if (!isOrderRow(row)) return;
    const say = (text: string) => odd.push({ tab: TABS.orders.name, at: index + 2, text: `${nameOf(row)}: ${text}` });
    const id = textOf(row['Order ID']);
    const total = totalIn(row);
    const amount = total ?? 0;
    tab.add(amount);
    const sale = known.get(id);
    if (total === null && textOf(row.Total) === '') say('the total is blank, so the price is unknown.');
    else if (total === null) say(`the total "${textOf(row.Total).slice(0, 40)}" isn't a valid amount.`);
    const written = textOf(row.Status);
    const status = statusOf(written);
    if (!status) say(`"${written.slice(0, 40)}" isn't a status.${sale ? ` The report uses ${sale.status}.` : ''}`);
    else if (sale && !seen.has(id) && status !== sale.status)
      say(`the sheet says ${written}, but the last accepted status is ${sale.status}, which the report uses.`);
    if (id !== '' && seen.has(id)) {
      doubled.add(amount);
      say('its Order ID is also in another row, and it is counted once.');
      return;
    }
    seen.add(id);
    if (!sale) {
      if (id !== '' && unreadable.has(id)) ofBroken.add(amount);
      else {
        (total === null ? unpriced : stranger).add(amount);
        say("there is no such order in the Ledger, so it isn't included in any figure.");
      }
    } else if (total === null) garbled.add(-sale.total, 0);
    else if (total !== sale.total) {
      differing.add(total - sale.total, 0);
      say(
        `the sheet says ${formatDollars(total)}, but the order's total is ${formatDollars(sale.total)}, which the report uses.`,
      );
    }
  });
  for (const [id, sale] of known) if (!seen.has(id)) missing.add(-sale.total, -1);
  if (known.size < sales.length) doubleLedger(sales, odd, missing);
  return { tab, missing, stranger, unpriced, doubled, differing, garbled, ofBroken, odd };
};

/** An order that is in the Ledger twice has one row at most: its other lines have none. */
const doubleLedger = (sales: readonly Sale[], odd: OddRow[], missing: Sum): void => {
  const last = new Map(sales.map((sale) => [sale.id, sale]));
  for (const sale of sales) {
    if (last.get(sale.id) === sale) continue;
    missing.add(-sale.total, -1);
    odd.push({ tab: TABS.ledger.name, at: sale.at, text: `Order ${sale.number} is in the Ledger twice.` });
  }
};

const added = (sums: readonly Sum[]): Tally => {
  const total = new Sum();
  for (const { orders, amount } of sums) total.add(amount, orders);
  return total.tally();
};

/** A line that is shown only if there is anything in it. */
const ifAny = (label: string, sum: Sum): ControlLine[] =>
  sum.orders === 0 && sum.amount === 0 ? [] : [{ label, tally: sum.tally() }];

/**
 * The check of totals: from what is in the report, through everything that isn't, to the sum of the Orders tab.
 * @param rows the rows of the Orders tab below its header.
 * @param isChosen whether a sale is of the chosen event.
 * @param problem what is wrong with the headers of the Orders tab: if anything is, nothing is compared with it.
 */
export const controlOf = (
  rows: readonly OrdersRow[],
  all: Sales,
  isChosen: (sale: Sale) => boolean,
  days: Days | null,
  problem = '',
): Control => {
  const { included, leftOut, noDay, otherDays, otherEvents } = ledgerLines(all.sales, isChosen, days);
  const ledger = [included, leftOut, noDay, otherDays, otherEvents];
  const inLedger: readonly ControlLine[] = [
    { label: 'In this report', tally: included.tally() },
    { label: 'Left out: canceled before payment', tally: leftOut.tally() },
    ...ifAny('Without a day, so not in any period', noDay),
    ...ifAny('Placed on other days', otherDays),
    ...ifAny('From other events', otherEvents),
    { label: 'All orders in the Ledger', tally: added(ledger), isSum: true },
  ];
  if (problem) return uncompared(inLedger, added(ledger), problem);
  const { tab, missing, stranger, unpriced, doubled, differing, garbled, ofBroken, odd } = compareRows(rows, all);
  const apart = [missing, stranger, unpriced, doubled, differing, garbled, ofBroken];
  const sum = added([...ledger, ...apart]);
  const ordersTab = tab.tally();
  const addsUp = sum.orders === ordersTab.orders && sum.amount === ordersTab.amount;
  const agrees = addsUp && odd.length === 0 && missing.orders === 0;
  return {
    lines: [
      ...inLedger,
      ...ifAny('Orders without a row in the Orders tab', missing),
      ...ifAny('Rows without an order in the Ledger', stranger),
      ...ifAny('Rows without an order in the Ledger, price unknown', unpriced),
      ...ifAny('Rows with a duplicate Order ID', doubled),
      ...ifAny('Rows of orders with a damaged Ledger row', ofBroken),
      ...ifAny("Rows whose total differs from the order's", differing),
      ...ifAny("Rows whose total isn't a valid amount", garbled),
      { label: 'All rows in the Orders tab', tally: ordersTab, isSum: true },
    ],
    ordersTab,
    addsUp,
    agrees,
    verdict: verdictOf(added(ledger), ordersTab, agrees, odd.length, -missing.orders),
    odd,
  };
};

/** If the columns of the Orders tab can't be identified, the Ledger is all there is. */
const uncompared = (lines: readonly ControlLine[], ledger: Tally, problem: string): Control => ({
  lines,
  ordersTab: ledger,
  addsUp: true,
  agrees: false,
  verdict: `Not checked: these figures are from the Ledger (${count(ledger.orders, 'order')}, ${formatDollars(ledger.amount)}) and couldn't be compared with the Orders tab. ${problem} ${SET_UP_FIRST}`,
  odd: [],
});

const verdictOf = (ledger: Tally, tab: Tally, agrees: boolean, odd: number, missing: number): string => {
  const of = ({ orders, amount }: Tally, what: string) => `${count(orders, what)} (${formatDollars(amount)})`;
  if (agrees)
    return ledger.orders === 1
      ? `Check passed: the only order (${formatDollars(ledger.amount)}) is accounted for.`
      : `Check passed: all ${of(ledger, 'order')} are accounted for.`;
  const causes = [
    ...(odd > 0 ? [`${count(odd, 'row')} to check`] : []),
    ...(missing > 0 ? [`${count(missing, 'order')} without a row`] : []),
  ];
  return (
    `Totals differ: the Ledger has ${of(ledger, 'order')}, the Orders tab ${of(tab, 'row')}. ` +
    `See Check of totals below: ${causes.join(', ')}. The report uses the Ledger.`
  );
};
