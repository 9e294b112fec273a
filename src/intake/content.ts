import { readQuantity } from '../core/read/quantity';
import { sizeKey, turned } from '../core/read/size';
import type { Cents } from '../domain/money';
import type { Order } from '../domain/order';
import { isObject } from './body-keys';
import { canonicalJson } from './canonical-json';
import { askedLines, unreadInItem } from './item-keys';
import type { OrderForm } from './order-form';
import { readPhotoNumber } from './photo-number';
import { type FieldsReading, readFields } from './validate-order';

/** A size, no matter which side comes first. */
const sizeOf = (text: unknown): string => {
  const key = sizeKey(String(text));
  return [key, turned(key)].sort()[0] ?? key;
};

/** How many prints of each photo and size: the same prints in other lines, or another order of them, are the same. */
const countsOf = (lines: readonly (readonly [photo: string, size: string, quantity: number])[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const [photo, size, quantity] of lines) {
    const name = `${photo} ${size}`;
    counts.set(name, (counts.get(name) ?? 0) + quantity);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
};

/** The prints of one item, without checking the price list; null if they aren't understood. */
const printsOf = (item: unknown): (readonly [string, string, number])[] | null => {
  if (!isObject(item)) return null;
  const lines: [string, string, number][] = [];
  const photo = readPhotoNumber(item.photoNumber);
  if (unreadInItem(item).grave.length > 0) return null;
  for (const { size, quantity } of askedLines(item, '')) {
    const count = readQuantity(quantity);
    if ('problem' in count) return null;
    if (count.value === 0) continue;
    if ('problem' in photo) return null;
    lines.push([photo.value, sizeOf(size), count.value]);
  }
  return lines;
};

const textOf = (
  texts: FieldsReading['texts'],
  prints: readonly [string, number][],
  unclear: readonly unknown[],
): string => {
  const { orderId: _orderId, company, street, apartment, city, state, zipCode, ...others } = texts;
  const address = others.fulfillmentType === 'pickup' ? {} : { company, street, apartment, city, state, zipCode };
  return canonicalJson({ ...others, ...address, prints, ...(unclear.length > 0 ? { unclear } : {}) });
};

/**
 * What an order asks for, as text. It's equal for equal orders, no matter how they are written (flat or nested, with
 * zero lines, an ignored key, a total or none). It doesn't depend on the price list, so it never changes.
 */
export const contentOf = (form: OrderForm): string => {
  const { texts, problems } = readFields(form);
  const items: readonly unknown[] = Array.isArray(form.items) ? form.items : [form.items];
  const prints = items.map(printsOf);
  const broken = Object.entries(form.values).filter(([field]) =>
    problems.some((problem) => problem.field === form.paths[field as keyof OrderForm['paths']]),
  );
  const unclear = [...items.filter((_, index) => prints[index] === null), ...broken];
  return textOf(texts, countsOf(prints.flatMap((lines) => lines ?? [])), unclear);
};

/** The same of an accepted order: for those whose fingerprint was taken of other things. */
export const contentOfOrder = ({ customer, fulfillment, address, eventCode, lines }: Order): string =>
  textOf(
    {
      orderId: '',
      customerName: customer.name,
      email: customer.email,
      phone: customer.phone,
      fulfillmentType: fulfillment,
      company: address.company ?? '',
      street: address.street,
      apartment: address.unit,
      city: address.city,
      state: address.state,
      zipCode: address.zipCode,
      eventCode,
    },
    countsOf(lines.map(({ photoNumber, size, quantity }) => [photoNumber, sizeOf(size), quantity])),
    [],
  );

/** Whether a total that was sent along is that of an order; one that was not sent is. */
export const agrees = (stated: Cents | null | undefined, total: Cents): boolean => stated === null || stated === total;
