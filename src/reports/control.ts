import { SET_UP_FIRST } from '../core/words';
import { type Cents, formatDollars, parseAmount } from '../domain/money';
import { parseOrderStatus } from '../domain/statuses';
import { CONTROLLED } from '../workbook/controlled';
import { type Cell, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { NO_DAY } from './days';
import { covers, type Days } from './period';
import { remembered } from './remembered';
import type { Sale, Sales } from './sale';
import { Sum, type Tally } from './tally';

/** A row of a tab that wants a look: what is odd about it, as a sentence. */
export interface OddRow {
  readonly tab: string;
  readonly at: number;
  readonly text: string;
}

/** One line of the reconciliation; its orders and amount are added to the lines above it. */
export interface ControlLine {
  readonly label: string;
  readonly tally: Tally;
  /** Whether it is the sum of the lines above it, not one more. */
  readonly isSum?: boolean;
}

/** Every row of the Ledger and of the Orders tab, included or not, and whether the two agree. */
export interface Control {
  readonly lines: readonly ControlLine[];
  /** What stands in the Orders tab, added up by itself. */
  readonly ordersTab: Tally;
  /** Whether the lines lead to the sum of the Orders tab: it must, whatever stands in the rows. */
  readonly addsUp: boolean;
  /** Whether every order has its row with the same total and a status that can be read. */
  readonly agrees: boolean;
  readonly verdict: string;
  readonly odd: readonly OddRow[];
}

type OrdersRow = Readonly<Record<string, Cell>>;

const isOrderRow = (row: OrdersRow): boolean => CONTROLLED.some((header) => textOf(row[header]) !== '');

/** The amount of a row; null when it cannot be read. A blank total is none. */
const totalIn = (row: OrdersRow): Cents | null => parseAmount(row.Total ?? '');

const nameOf = (row: OrdersRow): string => textOf(row['Order Number']) || textOf(row['Order ID']) || 'no number';

/** Sorts the Ledger: in the report, left out of it, of another time, of another event. */
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
    text: `the order ${id || 'without an id'} cannot be read (${why}): it is in no figure.`,
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
    if (total === null && textOf(row.Total) === '') say('its total is blank: nobody knows its price.');
    else if (total === null) say(`its total "${textOf(row.Total).slice(0, 40)}" cannot be read.`);
    const written = textOf(row.Status);
    const status = statusOf(written);
    if (!status) say(`its status "${written.slice(0, 40)}" cannot be read${sale ? `; ${sale.status} counts` : ''}.`);
    else if (sale && !seen.has(id) && status !== sale.status)
      say(`its status is ${written}, the program has dealt with ${sale.status}, and that counts.`);
    if (id !== '' && seen.has(id)) {
      doubled.add(amount);
      say('its Order ID stands in another row, too: it is counted once.');
      return;
    }
    seen.add(id);
    if (!sale) {
      if (id !== '' && unreadable.has(id)) ofBroken.add(amount);
      else {
        (total === null ? unpriced : stranger).add(amount);
        say('the program has never accepted this order: it is in no figure.');
      }
    } else if (total === null) garbled.add(-sale.total, 0);
    else if (total !== sale.total) {
      differing.add(total - sale.total, 0);
      say(`its total is ${formatDollars(total)}, it was accepted with ${formatDollars(sale.total)}, and that counts.`);
    }
  });
  for (const [id, sale] of known) if (!seen.has(id)) missing.add(-sale.total, -1);
  if (known.size < sales.length) doubleLedger(sales, odd, missing);
  return { tab, missing, stranger, unpriced, doubled, differing, garbled, ofBroken, odd };
};

/** An order that stands twice in the Ledger has one row at most: its other lines have none. */
const doubleLedger = (sales: readonly Sale[], odd: OddRow[], missing: Sum): void => {
  const last = new Map(sales.map((sale) => [sale.id, sale]));
  for (const sale of sales) {
    if (last.get(sale.id) === sale) continue;
    missing.add(-sale.total, -1);
    odd.push({ tab: TABS.ledger.name, at: sale.at, text: `the order ${sale.number} stands there twice.` });
  }
};

const added = (sums: readonly Sum[]): Tally => {
  const total = new Sum();
  for (const { orders, amount } of sums) total.add(amount, orders);
  return total.tally();
};

/** A line that is shown only when there is anything in it. */
const ifAny = (label: string, sum: Sum): ControlLine[] =>
  sum.orders === 0 && sum.amount === 0 ? [] : [{ label, tally: sum.tally() }];

/**
 * The control total: from what is in the report, over everything that is not, to the sum of the Orders tab.
 * @param rows the rows of the Orders tab below its header.
 * @param isChosen whether a sale is of the chosen event.
 * @param problem what is wrong with the headers of the Orders tab: then nothing is compared with it.
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
    { label: 'Left out: cancelled before payment', tally: leftOut.tally() },
    ...ifAny('Without a day: in no period', noDay),
    ...ifAny('Placed on other days', otherDays),
    ...ifAny('Of other events', otherEvents),
    { label: 'All orders that the program has accepted (Ledger)', tally: added(ledger), isSum: true },
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
      ...ifAny('without a row in the Orders tab', missing),
      ...ifAny('rows that the program has never accepted', stranger),
      ...ifAny('rows never accepted, without a price that anybody knows', unpriced),
      ...ifAny('rows whose Order ID stands there twice', doubled),
      ...ifAny('rows of orders that the Ledger cannot read', ofBroken),
      ...ifAny('rows with another total than accepted', differing),
      ...ifAny('rows whose total cannot be read', garbled),
      { label: 'All rows of the Orders tab', tally: ordersTab, isSum: true },
    ],
    ordersTab,
    addsUp,
    agrees,
    verdict: verdictOf(added(ledger), ordersTab, agrees, odd.length, -missing.orders),
    odd,
  };
};

/** While nobody knows which column is which, the Ledger is all there is. */
const uncompared = (lines: readonly ControlLine[], ledger: Tally, problem: string): Control => ({
  lines,
  ordersTab: ledger,
  addsUp: true,
  agrees: false,
  verdict: `Control total: the figures are those of the Ledger, ${plural(ledger.orders, 'order')} of ${formatDollars(ledger.amount)}. They could not be compared with the Orders tab. ${problem} ${SET_UP_FIRST}`,
  odd: [],
});

const plural = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

const verdictOf = (ledger: Tally, tab: Tally, agrees: boolean, odd: number, missing: number): string => {
  const of = ({ orders, amount }: Tally, what: string) => `${plural(orders, what)} of ${formatDollars(amount)}`;
  if (agrees)
    return `Control total: the Ledger and the Orders tab agree, ${of(ledger, 'order')}, included or left out.`;
  const causes = [
    ...(odd > 0 ? [`${plural(odd, 'row')} to look at`] : []),
    ...(missing > 0 ? [`${plural(missing, 'order')} without a row`] : []),
  ];
  return (
    `Control total: the Ledger has ${of(ledger, 'order')}, the Orders tab ${of(tab, 'row')}. ` +
    `The difference is explained under Control total: ${causes.join(', ')}. The figures go by the Ledger.`
  );
};
