import { type Cents, cents } from '../domain/money';
import { type OrderStatus, STATUS_FACTS } from '../domain/statuses';
import type { ToLocal } from '../workbook/zone-instant';
import type { Examined } from './examine';
import { ROW_ERROR_KINDS, type RowErrorKind } from './old-row';

/** Orders and what they come to. */
export interface PreviewLine {
  readonly label: string;
  readonly orders: number;
  readonly amount: Cents;
}

/** What importing would come to, before anything is written. */
export interface Preview {
  readonly taken: number;
  readonly left: number;
  /** Rows by kind of problem; a row with two kinds is in both. `rows` are row numbers. */
  readonly problems: readonly { readonly what: string; readonly rows: readonly number[] }[];
  /** Sales by month (`2024-03`), oldest first, as the sales report will have them; those without a day last. */
  readonly months: readonly PreviewLine[];
  /** Canceled orders, which aren't counted as sales. */
  readonly cancelled: PreviewLine;
  readonly statuses: readonly PreviewLine[];
  readonly events: readonly PreviewLine[];
  /** A sentence for each row that stays as it is. */
  readonly errors: readonly string[];
}

/** The label of orders whose day nobody knows. */
const NO_DAY = 'No day';

/** A row that stays as it is, in a sentence. */
export const errorText = ({ row, errors }: Examined['wrong'][number]): string =>
  `Row ${row.at}: ${errors.map(({ why }) => why).join('; ')}.`;

class Lines {
  private readonly lines = new Map<string, { orders: number; amount: number }>();

  add(label: string, amount: Cents): void {
    const line = this.lines.get(label) ?? { orders: 0, amount: 0 };
    this.lines.set(label, { orders: line.orders + 1, amount: line.amount + amount });
  }

  all(): PreviewLine[] {
    return [...this.lines]
      .sort(([a], [b]) => Number(a === NO_DAY) - Number(b === NO_DAY) || (a < b ? -1 : 1))
      .map(([label, { orders, amount }]) => ({ label, orders, amount: cents(amount) }));
  }
}

/** Counts what was examined. */
export const previewOf = ({ good, wrong }: Examined, toLocal: ToLocal): Preview => {
  const [months, statuses, events, off] = [new Lines(), new Lines(), new Lines(), new Lines()];
  for (const { old } of good) {
    const { order, status } = old.entry;
    const { total } = order.price;
    statuses.add(status, total);
    if (isOff(status)) {
      off.add('Canceled', total);
      continue;
    }
    months.add(order.createdAt ? toLocal(new Date(order.createdAt)).slice(0, 7) : NO_DAY, total);
    events.add(order.eventCode || 'No event', total);
  }
  const kinds = Object.keys(ROW_ERROR_KINDS) as RowErrorKind[];
  return {
    taken: good.length,
    left: wrong.length,
    problems: kinds.flatMap((kind) => {
      const rows = wrong.filter(({ errors }) => errors.some((error) => error.kind === kind)).map(({ row }) => row.at);
      return rows.length > 0 ? [{ what: ROW_ERROR_KINDS[kind], rows }] : [];
    }),
    months: months.all(),
    cancelled: off.all()[0] ?? { label: 'Canceled', orders: 0, amount: cents(0) },
    statuses: statuses.all(),
    events: events.all(),
    errors: wrong.map(errorText),
  };
};

const isOff = (status: OrderStatus): boolean => STATUS_FACTS[status].money === 'off';
