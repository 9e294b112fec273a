import { cents } from '../domain/money';
import type { ItemSlice, Slice } from './breakdown';
import { daysInWords } from './days';
import { definitions } from './definitions';
import {
  type ChartPlan,
  count,
  decimal,
  money,
  type ReportDocument,
  type Section,
  share,
  type TableRow,
  type Value,
} from './document';
import { keyFigures } from './key-figures';
import { inWords } from './period';
import type { FeedbackSlice, SalesReport } from './sales-report';

const SLICE_HEADERS = ['Orders', 'Prints', 'Gross sales', 'Discounts', 'Shipping', 'Total'];

const sliceCells = ({ orders, items, gross, discounts, shipping, total }: Slice): Value[] => [
  count(orders),
  count(items),
  money(gross),
  money(cents(0 - discounts)),
  money(shipping),
  money(total),
];

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
  headers: [first, ...SLICE_HEADERS],
  rows: [
    ...slices.map((slice): TableRow => ({ cells: [slice.label, ...sliceCells(slice)] })),
    ...(slices.length > 0 ? [{ kind: 'sum', cells: ['Total', ...sliceCells(sumOf(slices))] } as const] : []),
  ],
  empty: NOTHING,
  ...(slices.length > 0 ? { chart } : {}),
});

const NOTHING = 'No sales in this period.';

const GRAIN_NAMES = { day: 'day', week: 'week', month: 'month' } as const;

const timeTable = ({ byTime, grain }: SalesReport): Section => {
  const name = GRAIN_NAMES[grain];
  const first = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const cellsOf = (slice: Slice): Value[] => [...sliceCells(slice), money(cents(0 - slice.returns))];
  const isEmpty = byTime.every(({ orders, returns }) => orders === 0 && returns === 0);
  return {
    title: `Sales by ${name}`,
    headers: [first, ...SLICE_HEADERS, 'Returns'],
    rows: isEmpty
      ? []
      : [
          ...byTime.map((slice): TableRow => ({ cells: [slice.label, ...cellsOf(slice)] })),
          { kind: 'sum', cells: ['Total', ...cellsOf(sumOf(byTime))] },
        ],
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
    headers: [first, 'Prints', 'Gross sales'],
    rows: [
      ...slices.map((slice): TableRow => ({ cells: [slice.label, count(slice.items), money(slice.gross)] })),
      ...(slices.length > 0 ? [{ kind: 'sum', cells: ['Total', count(items), money(gross)] } as const] : []),
    ],
    empty: NOTHING,
    ...(items > 0 ? { chart } : {}),
  };
};

/** Never a share without the number that it is a share of. */
const feedbackTable = (title: string, first: string, slices: readonly FeedbackSlice[]): Section => ({
  title,
  headers: [first, 'Ratings', 'Average', 'Share of 4 and 5', 'Requests', 'Answered', 'Share answered'],
  rows: slices.map(({ label, ratings, average, happy, answers }) => ({
    cells: [
      label,
      count(ratings),
      decimal(average),
      share(happy.share),
      count(answers.n),
      count(answers.count),
      share(answers.share),
    ],
  })),
  empty: 'No rating and no feedback request in this period.',
});

const agedTable = ({ aged }: SalesReport): Section[] => {
  const orders = aged.groups.reduce((sum, group) => sum + group.orders, 0);
  const amount = cents(aged.groups.reduce((sum, group) => sum + group.amount, 0));
  const groups: Section = {
    title: 'Pending orders by age',
    note: 'All orders that wait for their payment now, whatever the period. Nothing is cancelled automatically.',
    headers: ['Age', 'Orders', 'Total'],
    rows:
      orders === 0
        ? []
        : [
            ...aged.groups.map(
              (group): TableRow => ({ cells: [group.label, count(group.orders), money(group.amount)] }),
            ),
            { kind: 'sum', cells: ['Total', count(orders), money(amount)] },
          ],
    empty: 'No order waits for its payment.',
  };
  if (orders === 0) return [groups];
  return [
    groups,
    {
      title: 'The oldest pending orders',
      headers: ['Order', 'Placed', 'Days', 'Total'],
      rows: aged.oldest.map(({ number, placed, age, total }) => ({
        cells: [number, { day: placed }, count(age), money(total)],
      })),
    },
  ];
};

/** So many odd rows are told one by one; of more than that the row numbers. */
const MOST_TOLD = 200;

const oddRows = ({ control }: SalesReport): Section[] => {
  if (control.odd.length === 0) return [];
  const more = control.odd.slice(MOST_TOLD);
  const numbers = more.map(({ tab, at }) => `${tab} ${at}`).join(', ');
  return [
    {
      title: 'Rows to look at',
      headers: ['Tab', 'Row', 'What is odd'],
      rows: control.odd.slice(0, MOST_TOLD).map(({ tab, at, text }) => ({ cells: [tab, count(at), text] })),
      ...(numbers ? { paragraphs: [`And these: ${numbers}.`.slice(0, 40_000)] } : {}),
    },
  ];
};

const controlTable = ({ control }: SalesReport): Section => ({
  title: 'Control total',
  note: 'Every row of the Ledger and of the Orders tab, in the report or not.',
  headers: ['What', 'Orders', 'Total'],
  rows: control.lines.map(({ label, tally, isSum }) => ({
    cells: [label, count(tally.orders), money(tally.amount)],
    ...(isSum ? { kind: 'sum' as const } : {}),
  })),
  ...(control.addsUp
    ? {}
    : { paragraphs: ['These lines do not add up. Please tell whoever looks after this program.'] }),
});

/** What the report is about: `October 2026`, `All orders of ASDAR26 All Star Dance Regionals 2026`. */
export const subjectOf = ({ plan, event }: SalesReport): string => {
  if (plan.event === null) return plan.period.label;
  return `All orders of ${[plan.event, event && event.name !== event.code ? event.name : ''].filter(Boolean).join(' ')}`;
};

const daysLine = ({ plan, shown }: SalesReport): string => {
  const { days, before } = plan.period;
  if (!days)
    return shown ? `From the first order to the last: ${daysInWords(shown.from, shown.to)}.` : 'No orders yet.';
  const compared = before ? ` Compared with ${inWords(before)}.` : '';
  return `${inWords(days)}.${compared}`;
};

/** The report in sections, in the order in which they are read. */
export const reportDocument = (report: SalesReport): ReportDocument => ({
  title: `${report.studio}: sales, ${subjectOf(report)}`,
  lines: [daysLine(report), `Made on ${report.madeAt} (${report.timeZone}). Amounts in US dollars.`],
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
      'Before discounts, which belong to whole orders.',
    ),
    lineTable(
      'Best sellers',
      'Photo',
      report.byPhoto,
      bars('Best-selling photos', 'Photo', 'Prints', 10),
      'Photos by prints sold, all sizes together, before discounts.',
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
