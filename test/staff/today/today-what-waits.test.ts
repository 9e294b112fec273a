import { afterAll, expect, test } from '@jest/globals';
import { order } from '../../email/email-shop';
import { closeOffices, NOW } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';
import { counts, openToday, readToday } from './today-shop';

afterAll(closeOffices);

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Turns the clock without letting any trigger run, as if the sweep had just been there. */
const setDay = ({ office }: Shop, day: number): void => {
  const now = Date.parse(NOW) + day * DAY;
  office.world.clock.freeze(now);
  setProperty({ office } as Shop, 'LAST_SWEEP', new Date(now - 60_000).toISOString());
};

const setProperty = ({ office }: Shop, name: string, value: string): void => {
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', name, value], host);
};

const openDay = async (): Promise<Shop> => {
  const shop = await openShop();
  for (const [customerName, fulfillmentType] of [
    ['Ann Lee', 'ship'],
    ['Ben Roe', 'pickup'],
    ['Cy Poe', 'ship'],
  ])
    await shop.post({ ...PAUL, customerName, fulfillmentType });
  await shop.type('L2:L3', [['paid'], ['paid']]);
  return shop;
};

test('paid orders are shown as waiting after three days, unpaid ones after seven, and none are canceled', async () => {
  const shop = await openDay();
  setDay(shop, 2.9);
  expect(counts(await readToday(shop))).toEqual({ envelope: 1 });
  setDay(shop, 3.1);
  expect(counts(await readToday(shop))).toEqual({ envelope: 1, ship: 1, pickup: 1 });
  setDay(shop, 7.1);
  expect(counts(await readToday(shop))).toEqual({ envelope: 1, ship: 1, pickup: 1, pending: 1 });
  expect(shop.rows('Orders').map(({ Status }) => Status)).toEqual(['paid', 'paid', 'pending']);
});

test('the days are settings, and a printed envelope takes its line away', async () => {
  const shop = await openDay();
  const rows = shop.rows('Settings');
  for (const [name, value] of [
    ['Days to ship', '10'],
    ['Days to pick up', '2'],
    ['Days to pay', '1'],
  ] as const) {
    const at = rows.findIndex(({ Setting }) => Setting === name) + 2;
    await shop.office.edit({ sheet: 'Settings', range: `B${at}`, values: [[value]], user: 'operator' });
  }
  setDay(shop, 3.1);
  const today = await readToday(shop);
  expect(counts(today)).toEqual({ envelope: 1, pickup: 1, pending: 1 });
  expect(today.items.map(({ text }) => text)).toEqual([
    'Paid, envelope not printed',
    'Paid 2+ days ago, not picked up',
    'Unpaid for 1+ days',
  ]);
  // The print dialog writes the moment of each kind of print into Progress.
  const ledger = shop.rows('Ledger');
  const at = ledger.findIndex((row) => String(row['Order ID']) === String(shop.rows('Orders')[0]?.['Order ID'])) + 2;
  const known = JSON.parse(String(ledger[at - 2]?.Progress));
  for (const [day, printed, envelope] of [
    [3.2, { slips: NOW }, { envelope: 1 }],
    [3.3, { labels: NOW }, {}],
    [3.4, { envelopes: NOW }, {}],
  ] as const) {
    const values = [[JSON.stringify({ ...known, printed })]];
    await shop.office.edit({ sheet: 'Ledger', range: `L${at}`, values, user: 'operator' });
    setDay(shop, day);
    expect(counts(await readToday(shop))).toEqual({ ...envelope, pickup: 1, pending: 1 });
  }
});

test('the overview comes from the 30-second cache, and an edit shows at once', async () => {
  const shop = await openDay();
  const first = await readToday(shop);
  shop.office.world.clock.freeze(Date.parse(NOW) + 20_000);
  expect((await readToday(shop)).asOf).toBe(first.asOf);
  await shop.type('L4', 'paid');
  const after = await readToday(shop);
  expect(after.statuses.map(({ status, count, cents }) => [status, count, cents])).toEqual([
    ['pending', 0, 0],
    ['paid', 3, 12_000],
    ['shipped', 0, 0],
    ['cancelled', 0, 0],
  ]);
});

test('the quota is the operator’s: other staff see what the last sweep found out, not their own', async () => {
  const shop = await openDay();
  expect((await readToday(shop, 'staff')).quota).toEqual({ left: null, reserve: 5 });
  await shop.office.advance(5 * 60_000);
  expect((await readToday(shop, 'staff')).quota).toEqual({ left: 95, reserve: 5 });
  expect((await readToday(shop)).quota).toEqual({ left: 95, reserve: 5 });
});

test('rejected requests, odd and missing rows, unknown codes and every kind of waiting email are counted with their rows', async () => {
  const shop = await openShop();
  const { office } = shop;
  for (let n = 1; n <= 5; n++) await shop.post(order(n, n === 5 ? { eventCode: 'asdra26' } : {}));
  await shop.post(order(6, { email: 'no address' }));
  await shop.post(order(7, { email: 'none' }));
  await office.edit({ sheet: 'Rejected', range: 'F3', values: [['not an order']], user: 'operator' });
  await office.rows({ sheet: 'Orders', action: 'delete', row: 2 });
  await shop.type('A2', 'nobody-knows');
  await shop.type('A9', [['', '', 'Somebody wrote here']]);
  await shop.type('L3', 'paid', 'staff');
  office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.type('L4', 'paid');
  const today = await readToday(shop);
  const item = (key: string) => today.items.find((each) => each.key === key);
  expect(item('refused')).toMatchObject({ count: 1, tab: 'Rejected', rows: [2], isUrgent: true });
  expect(item('missing')).toMatchObject({ count: 2, ids: ['order-2', 'order-1'] });
  expect(item('odd')).toMatchObject({ count: 2, rows: [2, 9], tab: 'Orders' });
  expect(item('unsure')).toMatchObject({ count: 1, tab: 'Outbox' });
  expect(item('code ASDRA26')).toMatchObject({ text: 'Unknown event code ASDRA26', ids: ['order-5'] });
});

test('what has not run for too long is said, and a backup that has never been', async () => {
  const shop = await openDay();
  const now = Date.parse(NOW);
  const read = async (sweep: number, backup: number | null) => {
    setProperty(shop, 'LAST_SWEEP', new Date(now - sweep * HOUR).toISOString());
    if (backup !== null) setProperty(shop, 'LAST_BACKUP', new Date(now - backup * HOUR).toISOString());
    await shop.type('L4', shop.rows('Orders')[2]?.Status === 'paid' ? 'pending' : 'paid');
    const today = await readToday(shop);
    return { backup: today.backup, late: today.items.flatMap(({ key }) => (/sweep|backup/.test(key) ? [key] : [])) };
  };
  expect(await read(0.9, null)).toEqual({ backup: null, late: [] });
  expect(await read(1.1, 30)).toEqual({ backup: 'Oct 1, 5:00 AM', late: ['sweep'] });
  expect(await read(0.1, 50)).toMatchObject({ late: ['backup'] });
});

test('a run of the sweep is remembered', async () => {
  const shop = await openDay();
  expect((await readToday(shop)).sweep).toBe('Oct 2, 11:00 AM');
  await shop.office.advance(6 * 60_000);
  await shop.type('L4', 'paid');
  expect((await readToday(shop)).sweep).toMatch(/^Oct 2, 11:0[1-9] AM$/);
});

test('each person has a last look of their own', async () => {
  const shop = await openDay();
  const look = async (user: string) => {
    await openToday(shop, user);
    return (await callRpc(shop.office, user, openedPage(shop.office)?.token ?? '', 'today.look')).value;
  };
  expect(await look('staff')).toBe('');
  shop.office.world.clock.freeze(Date.parse(NOW) + HOUR);
  expect(await look('operator')).toBe('');
  expect(await look('staff')).toBe(new Date(NOW).toISOString());
});

test('a low rating stays until someone checks it off, which is logged; the next answer brings it back', async () => {
  const shop = await openDay();
  const say = (rating: number) =>
    shop.post({ route: 'orders/feedback', orderNumber: 'ASDAR26-0002', rating, feedback: `${rating} stars` });
  await say(4);
  expect((await readToday(shop)).messages).toEqual([]);
  await say(3);
  const [message] = (await readToday(shop, 'staff')).messages;
  expect(message).toMatchObject({ number: 'ASDAR26-0002', name: 'Ben Roe', what: 'rating', text: '3/5 - "3 stars"' });
  const tick = async () => {
    const token = await openToday(shop, 'staff');
    return callRpc(shop.office, 'staff', token, 'today.tick', message?.id, 'rating');
  };
  expect(await tick()).toMatchObject({ ok: true, value: { messages: [] } });
  expect(await tick()).toMatchObject({ ok: true });
  const lines = shop.rows('Activity').filter(({ Event }) => Event === 'ticked off');
  expect(lines).toMatchObject([{ 'Order Number': 'ASDAR26-0002', By: 'staff@cps-photos.example' }]);
  await say(1);
  const { messages: messagesAgain, feedback } = await readToday(shop);
  expect(messagesAgain).toMatchObject([{ what: 'rating', text: '1/5 - "1 stars"' }]);
  expect(feedback).toMatchObject({ days: 30, ratings: 1, average: 1, happy: { count: 0, n: 1 }, answers: { n: 0 } });
  setDay(shop, 31);
  expect((await readToday(shop)).feedback).toMatchObject({ ratings: 0, average: null });
});
