import { formatItems } from '../domain/items';
import { cents, NO_MONEY } from '../domain/money';
import { type LedgerEntry, ledgerEntry } from '../workbook/ledger-row';
import { streetLines } from '../workbook/orders-row';
import { count, money, NONE, type ReportDocument, type TableRow, type Value } from './document';
import { covers } from './period';
import { subjectOf } from './report-document';
import type { Sale } from './sale';
import type { SalesReport } from './sales-report';

/** What a listed order is in the report of the same period. */
const countsAs = (sale: Sale, isPlaced: boolean, isReturned: boolean): string => {
  if (!isPlaced) return 'return of an earlier order';
  if (sale.isLeftOut) return 'left out: cancelled before payment';
  return isReturned ? 'sale, and return' : 'sale';
};

interface Listed {
  readonly sale: Sale;
  readonly entry: LedgerEntry;
  readonly isPlaced: boolean;
  readonly isReturned: boolean;
}

const keyOf = ({ entry }: Listed): string => `${entry.order.createdAt} ${entry.order.number}`;

/** The orders of a report, oldest first: those placed in the period, and earlier ones that were returned in it. */
const listed = ({ chosen, plan }: SalesReport): Listed[] => {
  const { days } = plan.period;
  return chosen
    .map((sale) => ({
      sale,
      isPlaced: covers(days, sale.placed),
      isReturned: sale.isReturn && sale.cancelled !== null && covers(days, sale.cancelled),
    }))
    .filter(({ isPlaced, isReturned }) => isPlaced || isReturned)
    .map((it): Listed => ({ ...it, entry: ledgerEntry(it.sale.row) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** What an order adds to the total of the report, and what its return takes from it. */
const saleAmount = ({ sale, isPlaced }: Listed) => (isPlaced && !sale.isLeftOut ? sale.total : NO_MONEY);
const returnAmount = ({ sale, isReturned }: Listed) => (isReturned ? sale.total : NO_MONEY);

/** Every column of the list as a file. */
const HEADERS = [
  'Order Number',
  'Order ID',
  'Placed',
  'Counts as',
  'Sale',
  'Return',
  'Status',
  'Paid',
  'Shipped',
  'Cancelled',
  'Event',
  'Customer Name',
  'Email',
  'Phone',
  'Fulfillment',
  'Street',
  'City',
  'State',
  'ZIP Code',
  'Items',
  'Prints',
  'Gross',
  'Discount',
  'Shipping Fee',
  'Total',
  'Rating',
];

const rowOf = (it: Listed, time: (moment: string | undefined) => string): Value[] => {
  const { gross, discount, shipping, total, items } = it.sale;
  const { order, status, progress } = it.entry;
  const { customer, address } = order;
  const rating = progress.feedback?.rating;
  return [
    order.number,
    order.id,
    time(order.createdAt),
    countsAs(it.sale, it.isPlaced, it.isReturned),
    money(saleAmount(it)),
    money(returnAmount(it)),
    status,
    time(progress.paid),
    time(progress.shipped),
    time(status === 'cancelled' ? progress.cancelled : undefined),
    order.eventCode,
    customer.name,
    customer.email,
    customer.phone,
    order.fulfillment,
    streetLines(address),
    address.city,
    address.state,
    address.zipCode,
    formatItems(order.lines),
    count(items),
    money(gross),
    money(discount),
    money(shipping),
    money(total),
    rating === undefined ? '' : count(rating),
  ];
};

const timeIn =
  ({ zone }: SalesReport) =>
  (moment: string | undefined): string =>
    moment === undefined ? '' : zone.text(Date.parse(moment));

/** The list as rows of a file: a header, then an order a row; its Sale and Return columns add up to the report. */
export const orderRows = (report: SalesReport): Value[][] => {
  const time = timeIn(report);
  return [HEADERS, ...listed(report).map((it) => rowOf(it, time))];
};

/** The list as a page to print, with fewer columns and its sums. */
export const orderListDocument = (report: SalesReport): ReportDocument => {
  const time = timeIn(report);
  const orders = listed(report);
  const rows = orders.map((it): TableRow => {
    const { order, status } = it.entry;
    const returned = returnAmount(it);
    const cells = [
      order.number,
      time(order.createdAt),
      order.customer.name,
      formatItems(order.lines),
      status,
      countsAs(it.sale, it.isPlaced, it.isReturned),
      money(saleAmount(it)),
      returned === 0 ? NONE : money(cents(0 - returned)),
    ];
    return { cells };
  });
  const { figures, control, madeAt, timeZone, studio } = report;
  const sums: TableRow = {
    kind: 'sum',
    cells: ['Total', '', '', '', '', '', money(figures.total), money(cents(0 - figures.returns.amount))],
  };
  return {
    title: `${studio}: orders, ${subjectOf(report)}`,
    lines: [`Made on ${madeAt} (${timeZone}). Amounts in US dollars.`],
    verdict: { text: control.verdict, good: control.agrees },
    sections: [
      {
        title: `${orders.length.toLocaleString('en-US')} orders`,
        headers: ['Order', 'Placed', 'Customer', 'Items', 'Status', 'Counts as', 'Sale', 'Return'],
        rows: rows.length > 0 ? [...rows, sums] : [],
        empty: 'No orders in this period.',
      },
    ],
  };
};
