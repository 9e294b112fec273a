import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmailShop, openEmailShop, order } from '../email/email-shop';
import { counts, readToday } from '../staff/today/today-shop';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { PAUL } from '../support/shop';

afterAll(closeOffices);

/** A print of 8x10 costs $20.00 without an offer. */
const prints = (quantity: number) => [{ photoNumber: '1', size: '8x10', quantity }];
const HIGH = 'The total of ';
const lines = Array.from({ length: 200 }, (_, photo) => ({ photoNumber: `${photo}`, qty8x10: 999 }));

const receipts = (shop: EmailShop, n: number) =>
  shop.customerEmails().filter(({ to, subject }) => to === `c${n}@example.com` && subject.startsWith('We have'));
let shop: EmailShop;
/** The price of an 8x10 in cents, since the price list may change. */
let price: number;

beforeAll(async () => {
  shop = await openEmailShop();
  const quote = await shop.post({ ...PAUL, route: 'orders/quote', items: prints(1) });
  price = Math.round(Number(quote.total) * 100);
});

/** The smallest number of prints that reaches a total. */
const many = (dollars: number) => Math.ceil((dollars * 100) / price);

describe('an order with an unusually high total', () => {
  test.each([
    [1, 'of one line', { items: prints(999) }],
    [2, 'of 200 lines of 999', { items: lines }],
    [3, 'that is picked up', { items: prints(999), fulfillmentType: 'pickup' }],
    [4, 'of many photos of few prints', { items: lines.map((line) => ({ ...line, qty8x10: 2 })) }],
  ])('%s (%s) is accepted with a warning, its receipt waits, and Today shows it', async (n, _, more) => {
    const before = counts(await readToday(shop)).large ?? 0;
    const answer = await shop.post(order(n, more));
    expect(answer).toMatchObject({ ok: true, warnings: expect.arrayContaining([expect.stringContaining(HIGH)]) });
    await shop.sweep();
    await shop.sweep();
    expect(receipts(shop, n)).toEqual([]);
    expect(shop.rows('Outbox').filter(({ To }) => To === `c${n}@example.com`)).toMatchObject([
      { State: 'held', Error: expect.stringMatching(/^Held: this order's total .* \[large-total\]$/) },
    ]);
    expect(counts(await readToday(shop)).large).toBe(before + 1);
    expect(Object.values(shop.notes('Orders')).join('\n')).toContain(HIGH);
    expect(await shop.post(order(n, more))).toEqual({ ...answer, duplicate: true });
  });

  test('gets its receipt when staff release it, and is no longer shown', async () => {
    const before = counts(await readToday(shop)).large ?? 0;
    await shop.office.menu({ item: 'Emails > Waiting emails' });
    const token = openedPage(shop.office)?.token ?? '';
    const { Key } = shop.rows('Outbox').find(({ To }) => To === 'c1@example.com') ?? {};
    expect(await callRpc(shop.office, 'operator', token, 'emails.release', [Key])).toMatchObject({ ok: true });
    await shop.sweep();
    expect(receipts(shop, 1)).toHaveLength(1);
    expect(counts(await readToday(shop)).large).toBe(before - 1);
  });

  test('is no longer shown once it’s canceled, and its receipt is never sent', async () => {
    const before = counts(await readToday(shop)).large ?? 0;
    const row = shop.rows('Orders').findIndex(({ Email }) => Email === 'c2@example.com') + 2;
    await shop.type(`L${row}`, 'cancelled');
    await shop.sweep();
    expect(counts(await readToday(shop)).large).toBe(before - 1);
    expect(receipts(shop, 2)).toEqual([]);
  });
});

test('an ordinary order has no warning and no wait', async () => {
  const answer = await shop.post(order(10, { items: prints(1) }));
  expect(JSON.stringify(answer.warnings ?? [])).not.toContain(HIGH);
  expect(receipts(shop, 10)).toHaveLength(1);
});

test('the limit is a setting: it’s inclusive, empty means never, and 0 holds every receipt', async () => {
  const at = (dollars: number) => (many(dollars) * price) / 100;
  await shop.setting('Large order total', String(at(300)));
  expect(await shop.post(order(20, { items: prints(many(300)) }))).toMatchObject({ warnings: [expect.any(String)] });
  expect((await shop.post(order(21, { items: prints(many(300) - 1) }))).warnings).toBeUndefined();
  await shop.setting('Large order total', '');
  expect((await shop.post(order(22, { items: prints(999) }))).warnings).toBeUndefined();
  await shop.setting('Large order total', '0');
  expect(await shop.post(order(23, { items: prints(1) }))).toMatchObject({ warnings: [expect.any(String)] });
  expect([20, 21, 22, 23].map((n) => receipts(shop, n).length)).toEqual([0, 1, 1, 0]);
  await shop.setting('Large order total', '1000');
});

test('a quote warns too', async () => {
  const quote = await shop.post({ ...PAUL, route: 'orders/quote', items: prints(999) });
  expect(quote).toMatchObject({ ok: true, warnings: [expect.stringContaining(HIGH)] });
});

test('staff who enter it see the warning first, and once confirmed it doesn’t wait', async () => {
  await shop.office.menu({ item: 'New order' });
  const token = openedPage(shop.office)?.token ?? '';
  const { items: _, ...fields } = { ...PAUL, email: 'c30@example.com' };
  const typed = { fields, prints: [{ photoNumber: '1', size: '8x10', quantity: '999' }] };
  const create = async (seen: readonly string[]) =>
    (await callRpc(shop.office, 'operator', token, 'newOrder.create', typed, `staff-${'0'.repeat(32)}`, seen)).value;
  const first = (await create([])) as { state: string; warnings: string[] };
  expect(first).toMatchObject({ state: 'warnings', warnings: [expect.stringContaining(HIGH)] });
  expect(await create(first.warnings)).toMatchObject({ state: 'done' });
  expect(receipts(shop, 30)).toHaveLength(1);
});

test('replaying a corrected order says that its receipt waits', async () => {
  await shop.post(order(40, { email: 'nobody', items: prints(999) }));
  const row = shop.rows('Rejected').length + 1;
  const body = JSON.stringify(order(40, { items: prints(999) }));
  await shop.typeIn('Rejected', `E${row}`, [[body]]);
  shop.office.select({ sheet: 'Rejected', range: `A${row}` });
  const said: string[] = [];
  const { world } = shop.office;
  const { perform } = world;
  world.perform = (name, args, actor, since) => {
    if (name.startsWith('Ui.')) said.push(JSON.stringify(args));
    return perform.call(world, name, args, actor, since);
  };
  shop.office.willAnswer('OK');
  await shop.office.menu({ item: 'Data > Replay rejected order' });
  world.perform = perform;
  expect(said.join(' ')).toContain('so the receipt is on hold');
  await shop.sweep();
  expect(receipts(shop, 40)).toEqual([]);
});
