import { afterAll, expect, test } from '@jest/globals';
import { feedbackFigures } from '../../src/reports/feedback-figures';
import { ledgerEntry } from '../../src/workbook/ledger-row';
import { type EmailShop, openEmailShop, order, type SentEmail } from '../email/email-shop';
import { closeOffices } from '../support/office';

afterAll(closeOffices);

const DAY = 24 * 3_600_000;

/** The moment of a day's time by the spreadsheet's clock, which goes back an hour on day 7 (global-setup.cjs sets the zone). */
const moment = (day: number, time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(2026, 9, 25 + day, hour, minute).getTime();
};

const openAt = (day: number, time: string): Promise<EmailShop> =>
  openEmailShop({ now: new Date(moment(day, time)).toISOString() });

/** The day's sweeps without work don't matter. */
const goTo = (shop: EmailShop, day: number, time: string): void => {
  const { clock } = shop.office.world;
  clock.advance(moment(day, time) - clock.now());
};

/** Sweeps through a day: in the night, before, in and after the morning, in the evening. */
const SWEEPS = ['00:30', '06:00', '08:56', '09:01', '10:30', '11:57', '12:02', '17:00', '23:55'];

const ship = async (shop: EmailShop, n: number): Promise<void> => {
  const row = shop.rows('Orders').findIndex((each) => each['Order ID'] === `order-${n}`) + 2;
  await shop.type(`L${row}`, 'paid');
  await shop.type(`L${row}`, 'shipped');
};

const requests = (shop: EmailShop): SentEmail[] =>
  shop.customerEmails().filter(({ subject }) => subject === 'How do you like your prints?');

const figures = (shop: EmailShop) =>
  feedbackFigures(shop.rows('Ledger').map((row) => ledgerEntry(row as Record<string, string>)));

/** When each order ships: the day and the time on the spreadsheet's clock. */
const SHIPPED: readonly (readonly [n: number, day: number, time: string])[] = [
  [1, 0, '10:00'],
  [2, 0, '22:30'],
  [3, 1, '02:30'],
  [4, 1, '08:00'],
  [5, 2, '15:00'],
  [6, 2, '23:58'],
  [7, 3, '12:00'],
  [8, 3, '12:00'],
  [9, 8, '16:00'],
  [10, 9, '13:00'],
];

test('over two weeks, two days without quota, requests go out on the right mornings, once each, and late ones are dropped', async () => {
  const shop = await openAt(0, '08:00');
  for (const kind of ['receipt', 'paid', 'shipped', 'cancelled']) await shop.editEmails(kind, 'On', 'off');
  for (let n = 1; n <= 11; n++) {
    // Order 8 has the same customer as order 7, and order 9 the same as order 1.
    const email = { 8: 'C7@Example.com', 9: 'c1@example.com' }[n] ?? `c${n}@example.com`;
    await shop.post(order(n, { email }));
  }
  await shop.type('L12', 'cancelled');
  const { switches } = shop.office.world;
  for (let day = 0; day < 16; day++) {
    switches.mailQuota = day === 6 || day === 7 ? 0 : null;
    const events = [
      ...SWEEPS.map((time) => [time, () => shop.office.call('App.sweep')] as const),
      ...SHIPPED.filter(([, on]) => on === day).map(([n, , time]) => [time, () => ship(shop, n)] as const),
    ].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [time, happen] of events) {
      goTo(shop, day, time);
      await happen();
    }
  }
  const asked = requests(shop).map(({ to, time }) => {
    const local = new Date(time);
    const [hour, minute] = [local.getHours(), local.getMinutes()];
    const day = Math.round((new Date(2026, local.getMonth(), local.getDate()).getTime() - moment(0, '00:00')) / DAY);
    return `${to.toLowerCase()} on day ${day} at ${hour}:${String(minute).padStart(2, '0')}`;
  });
  expect(asked).toEqual([
    'c1@example.com on day 5 at 9:01',
    'c2@example.com on day 5 at 9:01',
    // Due on day 7, when the account could not email; their seventh day ends on day 9.
    'c5@example.com on day 8 at 9:01',
    'c6@example.com on day 8 at 9:01',
    'c7@example.com on day 8 at 9:01',
    'c10@example.com on day 14 at 9:01',
  ]);
  for (const { to, time } of requests(shop)) {
    const [, day = 0, at = ''] = SHIPPED.find(([n]) => to.toLowerCase() === `c${n}@example.com`) ?? [];
    expect(Date.parse(time) - moment(day, at)).toBeLessThanOrEqual(7 * DAY);
  }
  // Due on day 6, and no later than the early hours of day 8: no quota, then no morning in time.
  const dropped = shop.rows('Activity').filter(({ Event }) => Event === 'feedback dropped');
  expect(dropped.map((line) => line['Order ID']).sort()).toEqual(['order-3', 'order-4']);
  expect(figures(shop)).toMatchObject({ dropped: 2, answers: { count: 0, n: 6 } });
}, 120_000);

test('a request for the seventh day goes out on the sixth morning if the seventh would be too late', async () => {
  const shop = await openAt(0, '07:30');
  await shop.setting('Days before the feedback request', '7');
  for (const n of [1, 2]) await shop.post(order(n));
  await ship(shop, 1);
  goTo(shop, 0, '16:00');
  await ship(shop, 2);
  const askedOn: Record<number, string[]> = {};
  for (const day of [5, 6, 7, 8]) {
    const before = requests(shop).length;
    goTo(shop, day, '09:05');
    await shop.office.call('App.sweep');
    askedOn[day] = requests(shop)
      .slice(before)
      .map(({ to }) => to);
  }
  expect(askedOn).toEqual({ 5: [], 6: ['c1@example.com'], 7: ['c2@example.com'], 8: [] });
});

test('while the email is off no one is asked; once it’s on again, customers still in time are', async () => {
  const shop = await openAt(0, '14:00');
  for (const n of [1, 2]) await shop.post(order(n));
  await ship(shop, 1);
  await shop.editEmails('feedback', 'On', 'off');
  goTo(shop, 2, '14:00');
  await ship(shop, 2);
  for (const day of [5, 6, 7]) {
    goTo(shop, day, '10:00');
    await shop.office.call('App.sweep');
  }
  expect(requests(shop)).toEqual([]);
  await shop.editEmails('feedback', 'On', 'on');
  goTo(shop, 8, '10:00');
  await shop.office.call('App.sweep');
  expect(requests(shop).map(({ to }) => to)).toEqual(['c2@example.com']);
});

test('customers who answered, are missing their prints or unsubscribed get no request', async () => {
  const shop = await openAt(0, '14:00');
  for (const n of [1, 2, 3]) await shop.post(order(n));
  for (const n of [1, 2, 3]) await ship(shop, n);
  goTo(shop, 1, '14:00');
  await shop.post({ route: 'orders/feedback', orderId: 'order-1', rating: 5, feedback: '' });
  goTo(shop, 5, '10:00');
  shop.office.world.switches.mailQuota = 0;
  await shop.office.call('App.sweep');
  await shop.type('R3', '4/5 phoned');
  shop.office.world.switches.mailQuota = null;
  goTo(shop, 6, '10:00');
  await shop.office.call('App.sweep');
  expect(requests(shop).map(({ to }) => to)).toEqual(['c3@example.com']);
  expect(shop.states()['feedback:order-2:1']).toBe('cancelled');
});
