import { formatItems } from '../domain/items';
import { cents, NO_MONEY } from '../domain/money';
import { type Moment, STATUS_FACTS } from '../domain/statuses';
import { count as countOf, timeText } from '../domain/text/for-people';
import { type LedgerEntry, ledgerEntry } from '../workbook/ledger-row';
import { stepMoment } from '../workbook/step-moment';
import { addressColumns } from './address-columns';
import { NO_DAY_TEXT } from './days';
import {
  type Column,
  cellsOf,
  count,
  money,
  NONE,
  type ReportDocument,
  type TableRow,
  tableOf,
  type Value,
} from './document';
import { covers } from './period';
import { subjectOf } from './report-document';
import type { Sale } from './sale';
import type { SalesReport } from './sales-report';

/** How a listed order counts in the report for the same period. */
const countsAs = ({ sale, isPlaced, isReturned }: Listed): string => {
  if (!isPlaced) return 'return of an earlier order';
  if (sale.isLeftOut) return 'left out: canceled before payment';
  return isReturned ? 'sale and return' : 'sale';
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

/** The time of a step before the import. */
const UNKNOWN = 'Unknown';

const ratingIn = ({ feedback }: LedgerEntry['progress']): Value =>
  feedback?.rating === undefined ? '' : count(feedback.rating);

/** Every column of the list as a file. */
const fileColumns = (time: (moment: string | undefined) => string): readonly Column<Listed>[] => {
  const stepTime = (entry: LedgerEntry, step: Moment): string => {
    const moment = stepMoment(entry.progress, entry.order.createdAt, step);
    return moment === '' ? UNKNOWN : time(moment);
  };
  return [
    { header: 'Order Number', cell: ({ entry }) => entry.order.number },
    { header: 'Order ID', cell: ({ entry }) => entry.order.id },
    { header: 'Placed', cell: ({ entry }) => time(entry.order.createdAt) },
    { header: 'Counts as', cell: countsAs },
    { header: 'Sale', cell: (it) => money(saleAmount(it)) },
    { header: 'Return', cell: (it) => money(returnAmount(it)) },
    { header: 'Status', cell: ({ entry }) => entry.status },
    { header: 'Paid', cell: ({ entry }) => stepTime(entry, 'paid') },
    { header: 'Shipped', cell: ({ entry }) => stepTime(entry, 'shipped') },
    {
      header: 'Canceled',
      cell: ({ entry }) => (STATUS_FACTS[entry.status].money === 'off' ? stepTime(entry, 'cancelled') : ''),
    },
    { header: 'Event', cell: ({ entry }) => entry.order.eventCode },
    { header: 'Customer Name', cell: ({ entry }) => entry.order.customer.name },
    { header: 'Email', cell: ({ entry }) => entry.order.customer.email },
    { header: 'Phone', cell: ({ entry }) => entry.order.customer.phone },
    { header: 'Fulfillment', cell: ({ entry }) => entry.order.fulfillment },
    { header: 'Company', cell: ({ entry }) => addressColumns(entry.order).company },
    { header: 'Street', cell: ({ entry }) => addressColumns(entry.order).street },
    { header: 'City', cell: ({ entry }) => entry.order.address.city },
    { header: 'State', cell: ({ entry }) => entry.order.address.state },
    { header: 'ZIP Code', cell: ({ entry }) => entry.order.address.zipCode },
    { header: 'Items', cell: ({ entry }) => formatItems(entry.order.lines) },
    { header: 'Prints', cell: ({ sale }) => count(sale.items) },
    { header: 'Gross', cell: ({ sale }) => money(sale.gross) },
    { header: 'Discount', cell: ({ sale }) => money(sale.discount) },
    { header: 'Shipping Fee', cell: ({ sale }) => money(sale.shipping) },
    { header: 'Total', cell: ({ sale }) => money(sale.total) },
    { header: 'Rating', cell: ({ entry }) => ratingIn(entry.progress) },
  ];
};

const timeIn =
  ({ zone }: SalesReport) =>
  (moment: string | undefined): string =>
    moment === undefined ? '' : moment === '' ? NO_DAY_TEXT : zone.text(Date.parse(moment));

/** The list as rows of a file: a header, then one order per row; its Sale and Return columns add up to the report. */
export const orderRows = (report: SalesReport): Value[][] => {
  const columns = fileColumns(timeIn(report));
  return [columns.map(({ header }) => header), ...listed(report).map((it) => cellsOf(columns, it))];
};

/** The columns of the list as a page, each with its cell in the row of totals. */
const pageColumns = (report: SalesReport): readonly (Column<Listed> & { readonly sum: Value })[] => {
  const local = timeIn(report);
  const time = (moment: string): string => (moment === '' ? local(moment) : timeText(local(moment)));
  const { total, returns } = report.figures;
  return [
    { header: 'Order', cell: ({ entry }) => entry.order.number, sum: 'Total' },
    { header: 'Placed', cell: ({ entry }) => time(entry.order.createdAt), sum: '' },
    { header: 'Customer', cell: ({ entry }) => entry.order.customer.name, sum: '' },
    { header: 'Items', cell: ({ entry }) => formatItems(entry.order.lines), sum: '' },
    { header: 'Status', cell: ({ entry }) => entry.status, sum: '' },
    { header: 'Counts as', cell: countsAs, sum: '' },
    { header: 'Sale', cell: (it) => money(saleAmount(it)), sum: money(total) },
    {
      header: 'Return',
      cell: (it) => (returnAmount(it) === 0 ? NONE : money(cents(0 - returnAmount(it)))),
      sum: money(cents(0 - returns.amount)),
    },
  ];
};

/** The list as a page to print, with fewer columns and its sums. */
export const orderListDocument = (report: SalesReport): ReportDocument => {
  const orders = listed(report);
  const columns = pageColumns(report);
  const { headers, rows } = tableOf(columns, orders);
  const sums: TableRow = { kind: 'sum', cells: columns.map(({ sum }) => sum) };
  const { control, madeAt, timeZone, studio } = report;
  return {
    title: `${studio} orders: ${subjectOf(report)}`,
    lines: [`Created ${madeAt} (${timeZone}). Amounts in US dollars.`],
    verdict: { text: control.verdict, good: control.agrees },
    sections: [
      {
        title: countOf(orders.length, 'order'),
        headers,
        rows: rows.length > 0 ? [...rows, sums] : [],
        empty: 'No orders in this period.',
      },
    ],
  };
};
