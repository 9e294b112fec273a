import { type OrderStatus, parseOrderStatus } from '../domain/statuses';
import { localDateTimeOf } from '../workbook/date-serial';
import { type Row, textOf } from '../workbook/layout';
import { instantsOf, type ToLocal } from '../workbook/zone-instant';

/** What the Activity tab has of an order, as far as it says where the order has come to or what its customer said. */
export interface LoggedLine {
  readonly event: string;
  /** The Order Number of the line: another one than the order's where a column of the tab was sorted alone. */
  readonly number: string;
  /** Null where a line is about no step. */
  readonly from: OrderStatus | null;
  readonly to: OrderStatus | null;
  /** As a serial number; 0 where the date can't be read. */
  readonly when: number;
  /** The same in ISO 8601, UTC; blank where the date can't be read. */
  readonly at: string;
  readonly detail: string;
}

/** What the Activity tab knows of orders. */
export interface ActivityLog {
  /** The lines of each order that it says anything about, by Order ID, oldest first. */
  readonly lines: ReadonlyMap<string, readonly LoggedLine[]>;
  /** Its first line, as a serial number; null where it has none. */
  readonly since: number | null;
}

/** Lines that say where an order has come to, in From and To. */
const STEPS: readonly string[] = ['created', 'status', 'undone', 'step back', 'restored'];

const momentOf = (when: number, toLocal: ToLocal): string => {
  const instant = when > 0 ? instantsOf(localDateTimeOf(when), toLocal).all[0] : undefined;
  return instant === undefined ? '' : new Date(instant).toISOString();
};

const whenOf = ({ When }: Row): number => (typeof When === 'number' ? When : 0);

/** Reads the lines of the Activity tab, in whatever order they are by now. */
export const activityLog = (tab: readonly Row[], toLocal: ToLocal): ActivityLog => {
  // Lines of one second stay as they are: two steps of one commit, which sorting by date leaves in their order.
  const rows = [...tab].sort((one, other) => whenOf(one) - whenOf(other));
  const lines = new Map<string, LoggedLine[]>();
  for (const row of rows) {
    const id = textOf(row['Order ID']);
    if (id === '') continue;
    const known = lines.get(id) ?? [];
    lines.set(id, known);
    const event = textOf(row.Event);
    const step = (header: string) => (STEPS.includes(event) ? parseOrderStatus(textOf(row[header])) : null);
    const [when, number] = [whenOf(row), textOf(row['Order Number'])];
    const line = { event, number, when, at: momentOf(when, toLocal), detail: textOf(row.Detail) };
    known.push({ ...line, from: step('From'), to: step('To') });
  }
  const since = rows.map(whenOf).find((when) => when > 0) ?? null;
  return { lines, since };
};
