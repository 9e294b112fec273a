/**
 * A second implementation of the sales report, as plain as can be: it shares no code with src/. Days come from Intl, one
 * order at a time; sums are of whole cents; nothing is clever.
 */
import { listed, type PlainOrder, totalOf } from './plain-orders';

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
};

/** A moment in a zone, `2026-10-02T15:04:05`. */
export const localTime = (moment: number, zone: string): string => {
  const part = Object.fromEntries(
    formatter(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
};

/** The day of a moment, `2026-10-02`. */
export const localDay = (moment: number, zone: string): string => localTime(moment, zone).slice(0, 10);

interface Sums {
  orders: number;
  items: number;
  gross: number;
  discounts: number;
  shipping: number;
  total: number;
  returns: number;
}

const nothing = (): Sums => ({ orders: 0, items: 0, gross: 0, discounts: 0, shipping: 0, total: 0, returns: 0 });

const count = (sums: Sums, order: PlainOrder): void => {
  sums.orders += 1;
  sums.items += order.lines.reduce((sum, [, , many]) => sum + many, 0);
  sums.gross += listed(order);
  sums.discounts += order.discount;
  sums.shipping += order.fee;
  sums.total += totalOf(order);
};

const into = (groups: Record<string, Sums>, key: string): Sums => {
  groups[key] ??= nothing();
  return groups[key];
};

const monday = (day: string): string => {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
};

const sortedMiddle = (numbers: number[]): number | null => {
  if (numbers.length === 0) return null;
  const up = numbers.slice().sort((x, y) => x - y);
  const at = up.length >> 1;
  return up.length % 2 === 1 ? (up[at] as number) : ((up[at - 1] as number) + (up[at] as number)) / 2;
};

/** The report of the days from one to another (`2026-10-01`, both included) in a zone. */
export const reference = (orders: readonly PlainOrder[], zone: string, from: string, to: string) => {
  const isIn = (moment: number | null): boolean => {
    if (moment === null) return false;
    const day = localDay(moment, zone);
    return day >= from && day <= to;
  };
  const all = nothing();
  const groups = {
    day: {} as Record<string, Sums>,
    week: {} as Record<string, Sums>,
    month: {} as Record<string, Sums>,
    event: {} as Record<string, Sums>,
    fulfillment: {} as Record<string, Sums>,
    state: {} as Record<string, Sums>,
    size: {} as Record<string, { items: number; gross: number }>,
    photo: {} as Record<string, { items: number; gross: number }>,
  };
  const standing = { paid: [0, 0], pending: [0, 0], cancelled: [0, 0] } as Record<string, [number, number]>;
  const leftOut = [0, 0] as [number, number];
  const payments = [0, 0] as [number, number];
  const returns = [0, 0] as [number, number];
  const add = (pair: [number, number], amount: number): void => {
    pair[0] += 1;
    pair[1] += amount;
  };
  const hours: number[] = [];
  let shipped = 0;
  const stars = [0, 0, 0, 0, 0];
  let [asked, answered] = [0, 0];
  for (const order of orders) {
    const total = totalOf(order);
    if (isIn(order.paidAt)) add(payments, total);
    const isReturn = order.status === 'cancelled' && order.paidAt !== null;
    if (isReturn && isIn(order.cancelledAt)) {
      add(returns, total);
      const day = localDay(order.cancelledAt as number, zone);
      into(groups.day, day).returns += total;
      into(groups.week, monday(day)).returns += total;
      into(groups.month, day.slice(0, 7)).returns += total;
      all.returns += total;
    }
    if (order.status === 'shipped' && isIn(order.shippedAt)) {
      shipped += 1;
      hours.push(((order.shippedAt as number) - (order.paidAt as number)) / 3_600_000);
    }
    if (isIn(order.askedAt)) {
      asked += 1;
      if (order.ratedAt !== null && order.ratedAt >= (order.askedAt as number)) answered += 1;
    }
    if (isIn(order.ratedAt) && order.rating !== null) stars[order.rating - 1] = (stars[order.rating - 1] as number) + 1;
    if (!isIn(order.placedAt)) continue;
    if (order.status === 'cancelled' && order.paidAt === null) {
      add(leftOut, total);
      continue;
    }
    add(standing[order.status === 'shipped' ? 'paid' : order.status] as [number, number], total);
    const day = localDay(order.placedAt, zone);
    const event = order.event.toUpperCase();
    for (const sums of [
      all,
      into(groups.day, day),
      into(groups.week, monday(day)),
      into(groups.month, day.slice(0, 7)),
      into(groups.event, event === '' ? 'No event' : event),
      into(groups.fulfillment, order.pickup ? 'Pickup' : 'To ship'),
      into(groups.state, order.pickup ? 'Pickup' : order.state === '' ? 'No state' : order.state.toUpperCase()),
    ])
      count(sums, order);
    for (const [photo, size, many, each] of order.lines) {
      const places = [
        [groups.size, size],
        [groups.photo, event === '' ? photo : `${photo} (${event})`],
      ] as const;
      for (const [group, key] of places) {
        group[key] ??= { items: 0, gross: 0 };
        group[key].items += many;
        group[key].gross += many * each;
      }
    }
  }
  const [paidOrders = 0, paidAmount = 0] = standing.paid ?? [];
  const ratings = stars.reduce((sum, many) => sum + many, 0);
  const points = stars.reduce((sum, many, index) => sum + many * (index + 1), 0);
  return {
    all,
    groups,
    standing,
    leftOut,
    payments,
    returns,
    shipped,
    median: sortedMiddle(hours),
    average: paidOrders === 0 ? null : Math.round(paidAmount / paidOrders),
    ratings,
    rating: ratings === 0 ? null : points / ratings,
    happy: ratings === 0 ? null : ((stars[3] as number) + (stars[4] as number)) / ratings,
    asked,
    answered,
  };
};
