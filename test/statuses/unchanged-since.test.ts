import { afterEach, expect, test } from '@jest/globals';
import { beforeCall } from '../email/after-call';
import { column, type EmailShop, MINUTE, openEmailShop, order, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';

afterEach(closeOffices);

/** The service calls of the last sweep. */
const callsOfSweep = ({ office }: EmailShop): Record<string, number> =>
  [...office.records].reverse().find((record) => record.function === 'App.sweep')?.calls ?? {};

/** Whether the last sweep looked at everything: only then it takes the lock. */
const lookedWhole = (shop: EmailShop): boolean => 'Lock.tryLock' in callsOfSweep(shop);

/** A shop in which sweeps find nothing to do; edits reach no trigger. */
const quietShop = async (orders = 3): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await postOrders(shop, orders);
  shop.office.world.switches.editEvents = 'lost';
  for (let runs = 0; runs < 4; runs++) await shop.sweep();
  expect(lookedWhole(shop)).toBe(false);
  return shop;
};

test('where nothing has changed a sweep reads twice, takes no lock and writes nothing; every three hours it looks at everything', async () => {
  const shop = await quietShop();
  const before = [shop.rows('Ledger'), shop.rows('Outbox'), shop.rows('Activity')];
  const from = shop.office.records.length;
  for (let runs = 0; runs < 8; runs++) {
    if (runs === 4) shop.office.world.clock.advance(3 * 60 * MINUTE);
    await shop.sweep();
  }
  const sweeps = shop.office.records.slice(from).filter((record) => record.function === 'App.sweep');
  expect(sweeps.length).toBeGreaterThan(7);
  expect(sweeps.filter(({ calls }) => 'Lock.tryLock' in calls)).toHaveLength(1);
  expect([shop.rows('Ledger'), shop.rows('Outbox'), shop.rows('Activity')]).toEqual(before);
});

const noteAt = (shop: EmailShop, at: string): string => shop.notes('Orders')[at] ?? '';

test.each<[string, (shop: EmailShop) => Promise<unknown>, (shop: EmailShop) => unknown, unknown]>([
  ['a status', (shop) => shop.type('L3', 'paid'), (shop) => shop.states()['paid:order-2:1'], 'sent'],
  ['a shipping status', (shop) => shop.type('Q3', 'shipped'), (shop) => noteAt(shop, 'Q3'), /doesn't work here/],
  ['a name', (shop) => shop.type('C3', 'Paula'), (shop) => noteAt(shop, 'C3'), /doesn’t match order/],
  ['an email', (shop) => shop.type('D3', 'x@example.com'), (shop) => noteAt(shop, 'D3'), /doesn’t match order/],
  ['a ZIP code', (shop) => shop.type('P3', '99999'), (shop) => noteAt(shop, 'P3'), /doesn’t match order/],
  ['a total', (shop) => shop.type('K3', 1), (shop) => noteAt(shop, 'K3'), /total for/],
  ['an id', (shop) => shop.type('A3', 'zzz'), (shop) => noteAt(shop, 'A3'), /no order with this ID/],
  [
    'a row that was deleted',
    (shop) => shop.office.rows({ sheet: 'Orders', action: 'delete', row: 3 }),
    (shop) =>
      shop
        .rows('Activity')
        .map(({ Event }) => Event)
        .join(),
    /row missing/,
  ],
  [
    'a text in the Emails tab',
    (shop) => shop.editEmails('paid', 'Message', '{{nmae}}'),
    (shop) => Object.values(shop.notes('Emails')).join(),
    /\{\{nmae\}\} isn't a tag/,
  ],
  [
    'a setting',
    (shop) => shop.setting('Shipping fee', 'much'),
    (shop) => Object.values(shop.notes('Settings')).join(),
    /isn't allowed/,
  ],
  [
    'a state in the Outbox',
    (shop) => shop.typeIn('Outbox', 'F3', [['queued']]),
    (shop) => shop.row('receipt:order-2:1').Error,
    /typed another state/,
  ],
  [
    'a header of the Orders tab',
    (shop) => shop.type('D1', 'E-mail'),
    (shop) =>
      shop
        .rows('Activity')
        .map(({ Event }) => Event)
        .join(),
    /headers/,
  ],
])('%s that was changed without an event is seen by the next sweep', async (_, change, told, expected) => {
  const shop = await quietShop();
  await change(shop);
  await shop.sweep();
  expect(lookedWhole(shop) || shop.rows('Activity').some(({ Event }) => Event === 'headers')).toBe(true);
  if (expected instanceof RegExp) expect(String(told(shop))).toMatch(expected);
  else expect(told(shop)).toBe(expected);
});

test('a value that is changed and changed back is as if it had never been', async () => {
  const shop = await quietShop();
  await shop.type('C3', 'Paula');
  await shop.type('C3', 'Paul Smith');
  await shop.sweep();
  expect(lookedWhole(shop)).toBe(false);
});

test('what falls due by the clock alone leaves on time: an email that waits, and one whose execution died', async () => {
  const shop = await openEmailShop();
  await shop.setting('Status email delay in minutes', '10');
  await postOrders(shop, 2);
  await shop.type('L2', 'paid');
  for (let runs = 0; runs < 3; runs++) await shop.sweep();
  expect(shop.states()['paid:order-1:1']).toBe('sent');
  await shop.setting('Status email delay in minutes', '0');
  shop.office.addFault({ service: 'Range.setValues', nth: 1, kind: 'kill-before' });
  await shop.type('L3', 'paid');
  expect(shop.states()['paid:order-2:1']).toBe('claimed');
  for (let runs = 0; runs < 2; runs++) await shop.sweep();
  expect(shop.states()['paid:order-2:1']).toBe('sent');
});

test('a sweep that could not have the lock or whose commit failed leaves the next one everything to do', async () => {
  const shop = await quietShop();
  await shop.type('L2:L4', column(3, 'paid'));
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'before' });
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(3);
  shop.office.addFault({ service: 'Lock.tryLock', nth: 1, kind: 'before' });
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(6);
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(6);
});

test('a sheet at rest still asks for feedback in the morning, and the requests leave', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  // Five days later, half past eight in the morning.
  shop.office.world.clock.advance((5 * 24 - 2.5) * 60 * MINUTE);
  for (let runs = 0; runs < 5; runs++) await shop.sweep();
  expect(lookedWhole(shop)).toBe(false);
  expect(shop.customerEmails()).toHaveLength(3);
  for (let runs = 0; runs < 4; runs++) await shop.sweep();
  expect(shop.customerEmails().filter(({ subject }) => subject.startsWith('How do you like'))).toHaveLength(1);
});

test('a status that someone typed and took back just before a sweep checked it is noticed when they type it again', async () => {
  const shop = await quietShop();
  await shop.type('L2', 'paid');
  // Read once, and gone before the rows are looked at under the lock.
  const tab = () => shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Orders');
  beforeCall(shop.office, 'Lock.tryLock', () => tab()?.setValue(1, 11, 'pending'));
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(3);
  await shop.type('L2', 'paid');
  await shop.sweep();
  expect(shop.states()['paid:order-1:1']).toBe('sent');
});
