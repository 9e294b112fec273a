import { cents } from '../domain/money';
import { count, decimal, money, NONE, type Section, share, type TableRow, type Value } from './document';
import type { Figures } from './figures';

/** A row of the key figures: a heading, or a figure with the name of its cell. */
type Line =
  | { readonly heading: string }
  | { readonly name: string; readonly label: string; readonly of: (figures: Figures) => Value };

/**
 * The key figures in the order of the report. Their cells and names are fixed, as staff's formulas refer to them. A new one
 * goes to the end of the list, and none is ever renamed.
 */
const KEY_FIGURES: readonly Line[] = [
  { heading: 'Sales, by order date' },
  { name: 'ReportOrders', label: 'Orders', of: ({ orders }) => count(orders) },
  { name: 'ReportItems', label: 'Prints sold', of: ({ items }) => count(items) },
  { name: 'ReportGross', label: 'Gross sales', of: ({ gross }) => money(gross) },
  { name: 'ReportDiscounts', label: 'Discounts', of: ({ discounts }) => money(cents(0 - discounts)) },
  { name: 'ReportShipping', label: 'Shipping', of: ({ shipping }) => money(shipping) },
  { name: 'ReportTotal', label: 'Total', of: ({ total }) => money(total) },
  {
    name: 'ReportAverage',
    label: 'Average order value (paid and shipped)',
    of: ({ average }) => (average === null ? NONE : money(average)),
  },
  { heading: 'Current status of these orders' },
  { name: 'ReportPaidOrders', label: 'Paid or shipped, orders', of: ({ paid }) => count(paid.orders) },
  { name: 'ReportPaid', label: 'Paid or shipped, amount', of: ({ paid }) => money(paid.amount) },
  { name: 'ReportPendingOrders', label: 'Pending, orders', of: ({ pending }) => count(pending.orders) },
  { name: 'ReportPending', label: 'Pending, amount', of: ({ pending }) => money(pending.amount) },
  {
    name: 'ReportCancelledOrders',
    label: 'Canceled after payment, orders',
    of: ({ cancelled }) => count(cancelled.orders),
  },
  { name: 'ReportCancelled', label: 'Canceled after payment, amount', of: ({ cancelled }) => money(cancelled.amount) },
  { heading: 'Payments and returns, by date' },
  { name: 'ReportPaymentsOrders', label: 'Payments, orders', of: ({ payments }) => count(payments.orders) },
  { name: 'ReportPayments', label: 'Payments, amount', of: ({ payments }) => money(payments.amount) },
  { name: 'ReportReturnsOrders', label: 'Returns, orders', of: ({ returns }) => count(returns.orders) },
  { name: 'ReportReturns', label: 'Returns, amount', of: ({ returns }) => money(cents(0 - returns.amount)) },
  {
    name: 'ReportNetPayments',
    label: 'Payments minus returns',
    of: ({ payments, returns }) => money(cents(payments.amount - returns.amount)),
  },
  {
    name: 'ReportNetSales',
    label: 'Sales minus returns',
    of: ({ total, returns }) => money(cents(total - returns.amount)),
  },
  { heading: 'Shipping' },
  { name: 'ReportShipped', label: 'Shipped or picked up, orders', of: ({ shipped }) => count(shipped) },
  {
    name: 'ReportMedianHours',
    label: 'Median hours from paid to shipped',
    of: ({ medianHours }) => decimal(medianHours),
  },
  { heading: 'Feedback' },
  { name: 'ReportRatings', label: 'Ratings', of: ({ feedback }) => count(feedback.ratings) },
  { name: 'ReportRating', label: 'Average rating (out of 5)', of: ({ feedback }) => decimal(feedback.average) },
  { name: 'ReportHappy', label: 'Share of 4 and 5 stars', of: ({ feedback }) => share(feedback.happy.share) },
  { name: 'ReportRequests', label: 'Feedback requests sent', of: ({ feedback }) => count(feedback.answers.n) },
  { name: 'ReportAnswers', label: 'Requests answered', of: ({ feedback }) => count(feedback.answers.count) },
  {
    name: 'ReportAnswerShare',
    label: 'Share of requests answered',
    of: ({ feedback }) => share(feedback.answers.share),
  },
  { heading: 'Left out of everything above' },
  {
    name: 'ReportLeftOutOrders',
    label: 'Canceled before payment, orders',
    of: ({ leftOut }) => count(leftOut.orders),
  },
  { name: 'ReportLeftOut', label: 'Canceled before payment, amount', of: ({ leftOut }) => money(leftOut.amount) },
  { heading: 'Unknown, regardless of the period' },
  { name: 'ReportNoDayOrders', label: 'Without a day, orders', of: ({ noDay }) => count(noDay.orders) },
  { name: 'ReportNoDay', label: 'Without a day, amount', of: ({ noDay }) => money(noDay.amount) },
  {
    name: 'ReportNoPaymentDayOrders',
    label: 'Payments without a day, orders',
    of: ({ noPaymentDay }) => count(noPaymentDay.orders),
  },
  {
    name: 'ReportNoPaymentDay',
    label: 'Payments without a day, amount',
    of: ({ noPaymentDay }) => money(noPaymentDay.amount),
  },
  {
    name: 'ReportNoShippingDay',
    label: 'Shipped or picked up without a day, orders',
    of: ({ noShippingDay }) => count(noShippingDay),
  },
  {
    name: 'ReportNotInMedian',
    label: 'Shipped in the period, not in the median, orders',
    of: ({ notInMedian }) => count(notInMedian),
  },
];

const plain = (value: Value): number | null => {
  if (typeof value === 'string') return null;
  if ('money' in value) return value.money;
  if ('count' in value) return value.count;
  return 'decimal' in value ? value.decimal : null;
};

/** How much more or less than before; blank if there was nothing before, and for shares. */
const changeOf = (now: Value, before: Value): Value => {
  const [is, was] = [plain(now), plain(before)];
  return is === null || was === null || was === 0 ? NONE : share((is - was) / Math.abs(was));
};

/** The first section of every report: at most four columns, the third and fourth only if there is a period before. */
export const keyFigures = (figures: Figures, before: Figures | null): Section => {
  const rowOf = (line: Line): TableRow => {
    if ('heading' in line) return { kind: 'heading', cells: [line.heading] };
    const now = line.of(figures);
    const earlier = before && line.of(before);
    const cells = [line.label, now, ...(earlier === null ? [] : [earlier, changeOf(now, earlier)])];
    return { name: line.name, cells };
  };
  return {
    title: 'Key figures',
    headers: ['Figure', 'This period', ...(before ? ['Previous period', 'Change'] : [])],
    rows: KEY_FIGURES.map(rowOf),
  };
};
