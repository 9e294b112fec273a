import { cents, formatDollars } from '../domain/money';
import { count as countOf } from '../domain/text/for-people';
import type { AgeGroup, OldPending } from './aged';
import type { ItemSlice, Slice } from './breakdown';
import type { ControlLine, OddRow } from './control';
import { formatDays, NO_DAY, NO_DAY_TEXT } from './days';
import { definitions } from './definitions';
import {
  type ChartPlan,
  type Column,
  cellsOf,
  count,
  decimal,
  money,
  NONE,
  type ReportDocument,
  type Section,
  share,
  tableOf,
} from './document';
import { keyFigures } from './key-figures';
import { formatPeriod } from './period';
import type { FeedbackSlice, SalesReport } from './sales-report';

/** The columns of every breakdown by order; the first one holds the labels. */
const sliceColumns = (first: string): readonly Column<Slice>[] => [
  { header: first, cell: ({ label }) => label },
  { header: 'Orders', cell: ({ orders }) => count(orders) },
  { header: 'Prints', cell: ({ items }) => count(items) },
  { header: 'Gross sales', cell: ({ gross }) => money(gross) },
  { header: 'Discounts', cell: ({ discounts }) => money(cents(0 - discounts)) },
  { header: 'Shipping', cell: ({ shipping }) => money(shipping) },
  { header: 'Total', cell: ({ total }) => money(total) },
];

const RETURNS: Column<Slice> = { header: 'Returns', cell: ({ returns }) => money(cents(0 - returns)) };

const sumOf = (slices: readonly Slice[]): Slice => {
  const add = (pick: (slice: Slice) => number): number => slices.reduce((sum, slice) => sum + pick(slice), 0);
  return {
    label: 'Total',
    orders: add(({ orders }) => orders),
    items: add(({ items }) => items),
    gross: cents(add(({ gross }) => gross)),
    discounts: cents(add(({ discounts }) => discounts)),
    shipping: cents(add(({ shipping }) => shipping)),
    total: cents(add(({ total }) => total)),
    returns: cents(add(({ returns }) => returns)),
  };
};

const sliceTable = (title: string, first: string, slices: readonly Slice[], chart: ChartPlan): Section => ({
  title,
  ...tableOf(sliceColumns(first), slices, slices.length > 0 ? sumOf(slices) : null),
  empty: NOTHING,
  ...(slices.length > 0 ? { chart } : {}),
});

const NOTHING = 'No sales in this period.';

const GRAIN_NAMES = { day: 'day', week: 'week', month: 'month' } as const;

const timeTable = ({ byTime, grain }: SalesReport): Section => {
  const name = GRAIN_NAMES[grain];
  const first = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const isEmpty = byTime.every(({ orders, returns }) => orders === 0 && returns === 0);
  return {
    title: `Sales by ${name}`,
    ...tableOf([...sliceColumns(first), RETURNS], isEmpty ? [] : byTime, isEmpty ? null : sumOf(byTime)),
    empty: NOTHING,
    ...(isEmpty ? {} : { chart: columns(`Sales by ${name}`, first, first, 'Total') }),
  };
};

const columns = (title: string, names: string, namesTitle: string, figures: string): ChartPlan => ({
  kind: 'columns',
  title,
  names,
  figures,
  namesTitle,
  figuresTitle: figures === 'Total' ? 'Total, US dollars' : figures,
  most: 400,
});

const bars = (title: string, names: string, figures: string, most: number): ChartPlan => ({
  ...columns(title, names, names, figures),
  kind: 'bars',
  most,
});

const pie = (title: string, names: string): ChartPlan => ({ ...columns(title, names, names, 'Total'), kind: 'pie' });

/** The columns of every breakdown by print. */
const lineColumns = (first: string): readonly Column<ItemSlice>[] => [
  { header: first, cell: ({ label }) => label },
  { header: 'Prints', cell: ({ items }) => count(items) },
  { header: 'Gross sales', cell: ({ gross }) => money(gross) },
];

const lineTable = (
  title: string,
  first: string,
  slices: readonly ItemSlice[],
  chart: ChartPlan,
  note: string,
): Section => {
  const items = slices.reduce((sum, slice) => sum + slice.items, 0);
  const gross = cents(slices.reduce((sum, slice) => sum + slice.gross, 0));
  return {
    title,
    note,
    ...tableOf(lineColumns(first), slices, slices.length > 0 ? { label: 'Total', items, gross } : null),
    empty: NOTHING,
    ...(items > 0 ? { chart } : {}),
  };
};

/** Never a share without its base. */
const feedbackColumns = (first: string): readonly Column<FeedbackSlice>[] => [
  { header: first, cell: ({ label }) => label },
  { header: 'Ratings', cell: ({ ratings }) => count(ratings) },
  { header: 'Average', cell: ({ average }) => decimal(average) },
  { header: 'Share of 4 and 5', cell: ({ happy }) => share(happy.share) },
  { header: 'Requests', cell: ({ answers }) => count(answers.n) },
  { header: 'Answered', cell: ({ answers }) => count(answers.count) },
  { header: 'Share answered', cell: ({ answers }) => share(answers.share) },
];

const feedbackTable = (title: string, first: string, slices: readonly FeedbackSlice[]): Section => ({
  title,
  ...tableOf(feedbackColumns(first), slices),
  empty: 'No ratings or feedback requests in this period.',
});

const AGE_COLUMNS: readonly Column<AgeGroup>[] = [
  { header: 'Age', cell: ({ label }) => label },
  { header: 'Orders', cell: ({ orders }) => count(orders) },
  { header: 'Total', cell: ({ amount }) => money(amount) },
];

const OLDEST_COLUMNS: readonly Column<OldPending>[] = [
  { header: 'Order', cell: ({ number }) => number },
  { header: 'Placed', cell: ({ placed }) => (placed === NO_DAY ? NO_DAY_TEXT : { day: placed }) },
  { header: 'Days', cell: ({ placed, age }) => (placed === NO_DAY ? NONE : count(age)) },
  { header: 'Total', cell: ({ total }) => money(total) },
];

const agedTable = ({ aged }: SalesReport): Section[] => {
  const orders = aged.groups.reduce((sum, group) => sum + group.orders, 0);
  const amount = cents(aged.groups.reduce((sum, group) => sum + group.amount, 0));
  const groups: Section = {
    title: 'Pending orders by age',
    note: 'All unpaid orders, regardless of the period. Orders are never canceled automatically.',
    ...(orders === 0
      ? tableOf(AGE_COLUMNS, [])
      : tableOf(AGE_COLUMNS, aged.groups, { label: 'Total', orders, amount })),
    empty: 'No unpaid orders.',
  };
  if (orders === 0) return [groups];
  return [groups, { title: 'Oldest pending orders', ...tableOf(OLDEST_COLUMNS, aged.oldest) }];
};

/** How many odd rows are listed one by one; of the others, only the row numbers. */
const MOST_TOLD = 200;

const ODD_COLUMNS: readonly Column<OddRow>[] = [
  { header: 'Tab', cell: ({ tab }) => tab },
  { header: 'Row', cell: ({ at }) => count(at) },
  { header: 'Problem', cell: ({ text }) => text },
];

const oddRows = ({ control }: SalesReport): Section[] => {
  if (control.odd.length === 0) return [];
  const more = control.odd.slice(MOST_TOLD);
  const numbers = more.map(({ tab, at }) => `${tab} ${at}`).join(', ');
  return [
    {
      title: 'Rows to check',
      ...tableOf(ODD_COLUMNS, control.odd.slice(0, MOST_TOLD)),
      ...(numbers ? { paragraphs: [`Also check: ${numbers}.`.slice(0, 40_000)] } : {}),
    },
  ];
};

const CONTROL_COLUMNS: readonly Column<ControlLine>[] = [
  { header: 'What', cell: ({ label }) => label },
  { header: 'Orders', cell: ({ tally }) => count(tally.orders) },
  { header: 'Total', cell: ({ tally }) => money(tally.amount) },
];

const controlTable = ({ control }: SalesReport): Section => ({
  title: 'Check of totals',
  note: 'Every row of the Ledger and the Orders tab, whether in the report or not.',
  headers: CONTROL_COLUMNS.map(({ header }) => header),
  rows: control.lines.map((line) => ({
    cells: cellsOf(CONTROL_COLUMNS, line),
    ...(line.isSum ? { kind: 'sum' as const } : {}),
  })),
  ...(control.addsUp ? {} : { paragraphs: ["These lines don't add up. Please contact support."] }),
});

/** What the report is about: `October 2026`, `All orders of ASDAR26 All Star Dance Regionals 2026`. */
export const subjectOf = ({ plan, event }: SalesReport): string => {
  if (plan.event === null) return plan.period.label;
  return `All orders of ${[plan.event, event && event.name !== event.code ? event.name : ''].filter(Boolean).join(' ')}`;
};

const daysLine = ({ plan, shown, byTime }: SalesReport): string => {
  const { days, before } = plan.period;
  if (!days)
    return shown
      ? `First to last order: ${formatDays(shown.from, shown.to)}.`
      : byTime.length > 0
        ? 'The dates of these orders are unknown.'
        : 'No orders yet.';
  const compared = before ? ` Compared with ${formatPeriod(before)}.` : '';
  return `${formatPeriod(days)}.${compared}`;
};

/**
 * Orders without a day are named in each report, as they aren't in any period. They are named in the line of the days, so
 * that the key figures below never move.
 */
const noDayText = ({ figures: { noDay }, plan }: SalesReport): string => {
  if (noDay.orders === 0) return '';
  const where = plan.period.days
    ? 'not in any period, so not in this report'
    : 'included in the total, on a separate line';
  return ` Without a day: ${countOf(noDay.orders, 'order')}, ${formatDollars(noDay.amount)} (${where}).`;
};

/** The report in sections, in reading order. */
export const reportDocument = (report: SalesReport): ReportDocument => ({
  title: `${report.studio} sales: ${subjectOf(report)}`,
  lines: [
    `${daysLine(report)}${noDayText(report)}`,
    `Created ${report.madeAt} (${report.timeZone}). Amounts in US dollars.`,
  ],
  verdict: { text: report.control.verdict, good: report.control.agrees },
  sections: [
    keyFigures(report.figures, report.before),
    timeTable(report),
    sliceTable('Sales by event', 'Event', report.byEvent, bars('Sales by event', 'Event', 'Total', 12)),
    lineTable(
      'Sales by print size',
      'Size',
      report.bySize,
      columns('Prints sold by size', 'Size', 'Size', 'Prints'),
      'Before discounts, which apply to whole orders.',
    ),
    lineTable(
      'Best sellers',
      'Photo',
      report.byPhoto,
      bars('Best-selling photos', 'Photo', 'Prints', 10),
      'Photos by prints sold in all sizes, before discounts.',
    ),
    sliceTable('Sales by fulfillment', 'Fulfillment', report.byFulfillment, pie('Sales by fulfillment', 'Fulfillment')),
    sliceTable('Sales by state', 'State', report.byState, bars('Sales by state', 'State', 'Total', 15)),
    feedbackTable('Feedback by event', 'Event', report.feedbackByEvent),
    feedbackTable('Feedback by month', 'Month', report.feedbackByMonth),
    ...agedTable(report),
    controlTable(report),
    ...oddRows(report),
    { title: 'What these figures mean', paragraphs: definitions(report.timeZone) },
  ],
});
