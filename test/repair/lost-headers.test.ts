import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, SavedOffice } from 'local-apps-script';
import { TABS } from '../../src/workbook/tabs';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

const HEADERS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const MINUTE = 60_000;
const letter = (column: number) => String.fromCharCode(65 + column);

const ORDERS = [
  { ...PAUL, orderId: 'a-1' },
  { ...PAUL, orderId: 'a-2', customerName: 'Ann Lee', email: 'ann@example.com', phone: '', city: 'Tampa' },
  {
    orderId: 'a-3',
    customerName: 'Ben Roe',
    email: 'ben@example.com',
    fulfillmentType: 'pickup',
    items: [{ photoNumber: '7', size: '8x10', quantity: 2 }],
  },
  { ...PAUL, orderId: 'a-4', customerName: 'Cy Poe', email: 'cy@example.com', state: 'GA', zipCode: '30301' },
];

let saved: SavedOffice;
let shop: Shop;

const header = () => (shop.office.sheet('Orders', 1, 1) as unknown as { values: Json[][] }).values[0] ?? [];
const typed = (range: string, values: readonly (readonly Json[])[]) =>
  shop.office.edit({ sheet: 'Orders', range, values: values.map((row) => [...row]) });

interface Result {
  readonly report: readonly string[];
  readonly problem: string;
  readonly questions: readonly { readonly header: string; readonly likely: number | null }[];
}

/** Runs set-up as someone who takes what is suggested. */
const setUp = async (): Promise<Result> => {
  const call = await openPage(shop, 'Set up this sheet');
  const first = await call<Result>('setUp.run', {});
  if (first.questions.length === 0) return first;
  return call<Result>('setUp.run', Object.fromEntries(first.questions.map((each) => [each.header, each.likely])));
};

beforeAll(async () => {
  shop = await openShop();
  const { values } = shop.office.sheet('Settings', 1, 200) as unknown as { values: Json[][] };
  const fee = values.findIndex(([name]) => name === 'Shipping fee') + 1;
  if (fee > 0) await shop.office.edit({ sheet: 'Settings', range: `B${fee}`, values: [['5']] });
  for (const order of ORDERS) expect(await shop.post(order)).toMatchObject({ ok: true });
  await shop.type('L4', 'paid');
  expect(await shop.post({ route: 'orders/feedback', orderId: 'a-4', rating: 5, feedback: 'Great' })).toMatchObject({
    ok: true,
  });
  await shop.office.advance(5 * MINUTE);
  saved = shop.office.save();
});

/** Who was emailed. The clock of the office goes on when its state comes back, so the operator may hear of that. */
const customersEmails = () =>
  shop
    .emails()
    .map(({ to }) => to)
    .filter((to) => !to.startsWith('operator'));

const fresh = (): void => shop.office.restore(saved);

/** What people do to the header of a column, in one edit each. */
const DAMAGE: Readonly<Record<string, (column: number) => Promise<unknown>>> = {
  renamed: (column) => typed(`${letter(column)}1`, [['Whatever']]),
  cleared: (column) => typed(`${letter(column)}1`, [['']]),
  'swapped with its neighbor': (column) => {
    const at = Math.min(column, HEADERS.length - 2);
    return typed(`${letter(at)}1`, [[HEADERS[at + 1] ?? '', HEADERS[at] ?? '']]);
  },
  'swapped with one far away': async (column) => {
    const other = (column + 9) % HEADERS.length;
    await typed(`${letter(column)}1`, [[HEADERS[other] ?? '']]);
    await typed(`${letter(other)}1`, [[HEADERS[column] ?? '']]);
  },
  'typed over by the next one': (column) =>
    typed(`${letter(column)}1`, [[HEADERS[(column + 1) % HEADERS.length] ?? '']]),
  'doubled at the end': (column) => typed('S1', [[HEADERS[column] ?? '']]),
};

/** What the platform reads; a comment of a customer is in the sheet alone. */
const accepted = async () => {
  const { ok, orders } = await shop.get('route=orders');
  expect(ok).toBe(true);
  return (orders as { feedback: string }[]).map(({ feedback: _, ...order }) => order);
};

/** Which cells of the row of an order tell what it was before. */
const rowsNow = () =>
  shop.rows('Orders').map((row) => Object.fromEntries(HEADERS.map((name) => [name, row[name] ?? ''])));

const cases = Object.keys(DAMAGE).flatMap((kind) =>
  HEADERS.flatMap((name, column) =>
    (['nothing', 'statuses'] as const).map((meanwhile) => ({ kind, name, column, meanwhile })),
  ),
);

describe('a header of the Orders tab that staff damaged comes back above its values', () => {
  test.each(sampled(cases, 27, 1, 9).map((each) => [each.kind, each.name, each.meanwhile, each] as const))(
    '%s: %s, and %s typed in the meantime',
    async (_, __, ___, { kind, column, meanwhile }) => {
      fresh();
      const before = rowsNow();
      const read = await accepted();
      const emails = customersEmails().length;
      await DAMAGE[kind]?.(column);
      if (meanwhile === 'statuses') await typed('L2', [['paid'], ['cancelled']]);
      await shop.office.advance(10 * MINUTE);
      if (kind !== 'doubled at the end' && header().join() !== HEADERS.join()) expect(await accepted()).toEqual(read);
      const { problem } = await setUp();
      expect(problem).toBe('');
      expect(header().slice(0, HEADERS.length)).toEqual(HEADERS);
      await shop.office.advance(10 * MINUTE);
      const changed =
        meanwhile === 'statuses' ? ['paid', 'cancelled', 'paid', 'pending'] : ['pending', 'pending', 'paid', 'pending'];
      expect(shop.rows('Orders').map(({ Status }) => Status)).toEqual(changed);
      expect(new Map(shop.rows('Ledger').map((row) => [row['Order ID'], row.Status]))).toEqual(
        new Map(ORDERS.map(({ orderId }, index) => [orderId, changed[index]])),
      );
      expect(rowsNow().map(({ Status, 'Shipping Status': went, ...row }) => row)).toEqual(
        before.map(({ Status, 'Shipping Status': went, ...row }) => row),
      );
      shop.office.select({ sheet: 'Orders', range: 'A1' });
      await shop.office.menu({ item: 'Data > Rebuild missing rows' });
      expect(shop.rows('Orders')).toHaveLength(ORDERS.length);
      expect(customersEmails().slice(emails)).toEqual(
        meanwhile === 'statuses' ? ['paul@example.com', 'ann@example.com'] : [],
      );
      expect(shop.notes('Orders')).toEqual({});
    },
  );
});
