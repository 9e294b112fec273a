import { parseOrderNumber } from '../domain/order-number';

interface Numbered {
  readonly number: string;
}

const MOST_IN_A_RANGE = 5_000;

/** `asdar26-1` as `ASDAR26-0001`; null for text that isn't an order number. */
const tidy = (text: string): { readonly prefix: string; readonly sequence: number } | null => {
  const [, prefix, digits] = /^(.+)-(\d{1,9})$/.exec(text.trim().toUpperCase()) ?? [];
  return prefix && digits ? { prefix, sequence: Number(digits) } : null;
};

/**
 * The orders that typed numbers name: `ASDAR26-0001, asdar26-7`, or a range: `ASDAR26-0001..0040`.
 * @returns `missing`: a sentence for each number without an order.
 */
export const readNumbers = <Order extends Numbered>(
  text: string,
  known: readonly Order[],
): { readonly orders: Order[]; readonly missing: string[] } => {
  const byKey = new Map<string, Order>();
  for (const order of known) {
    const parsed = parseOrderNumber(order.number.toUpperCase());
    byKey.set(parsed ? `${parsed.prefix}-${parsed.sequence}` : order.number.toUpperCase(), order);
  }
  const found = new Set<Order>();
  const missing: string[] = [];
  const take = (key: string, shown: string): void => {
    const order = byKey.get(key);
    if (order) found.add(order);
    else missing.push(`There is no order ${shown}.`);
  };
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const [from = '', to] = part.split('..');
    const first = tidy(from);
    if (to === undefined || !first) {
      take(first ? `${first.prefix}-${first.sequence}` : from.toUpperCase(), part);
      continue;
    }
    const last = tidy(to) ?? { prefix: first.prefix, sequence: Number(to) };
    const isRange = last.prefix === first.prefix && last.sequence >= first.sequence;
    if (!isRange || last.sequence - first.sequence > MOST_IN_A_RANGE) {
      missing.push(`"${part}" is not a valid range. Use a form like ASDAR26-0001..0040.`);
      continue;
    }
    const before = found.size;
    for (let sequence = first.sequence; sequence <= last.sequence; sequence++) {
      const order = byKey.get(`${first.prefix}-${sequence}`);
      if (order) found.add(order);
    }
    if (found.size === before) missing.push(`There are no orders from ${part.replace('..', ' to ')}.`);
  }
  return { orders: [...found], missing };
};
