import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leaseEnd, outboxEntry } from '../../src/workbook/outbox-row';
import { instantText } from '../../src/workbook/zone-instant';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { DAY, type EmailShop, MINUTE, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

const HOUR = 60 * MINUTE;
const ZONE = 'America/New_York';

/** Local time of the shop's sheet, by the script's clock. */
const clock = {
  local: (instant: Date): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' })
      .format(instant)
      .replace(' ', 'T'),
};

test('the text of an instant is read back as the same instant and shows local time, at any second of both nights', () => {
  const night = (from: string) =>
    fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(from) / 1000 + 12 * 3600 });
  fc.assert(
    fc.property(fc.oneof(night('2026-11-01T00:00:00Z'), night('2026-03-08T00:00:00Z')), (seconds) => {
      const text = instantText(clock, seconds * 1000);
      expect(Date.parse(text)).toBe(seconds * 1000);
      expect(text.slice(0, 19)).toBe(clock.local(new Date(seconds * 1000)));
      expect(text).toMatch(/-0[45]:00$/);
    }),
  );
  expect(instantText({ local: () => '2026-01-01T05:45:00' }, Date.parse('2026-01-01T00:00:00Z'))).toBe(
    '2026-01-01T05:45:00+05:45',
  );
});

test('a lease stored as an instant ends on time; one from an older version gets the repeated hour, too', () => {
  const end = Date.parse('2026-11-01T05:59:00Z');
  const at = (cells: object) => outboxEntry(2, { Key: 'receipt:o:1', ...cells });
  const now = end + HOUR - MINUTE;
  expect(leaseEnd(at({ 'Lease Until': '2026-11-01T01:59:00-04:00' }), now)).toBe(end);
  expect(leaseEnd(at({ 'Lease Until': end }), now)).toBe(end + HOUR);
  expect(at({ 'Not Before': '2026-11-01T01:06:00-05:00', 'Not After': 'nonsense', 'Sent At': '' })).toMatchObject({
    notBefore: Date.parse('2026-11-01T06:06:00Z'),
    notAfter: null,
    sentAt: null,
  });
});

/** The moments around both changes of clocks: the hour before, its last minutes, the hour after. */
const NIGHTS = [
  ['an hour before the clocks go back', '2026-11-01T05:10:00.000Z'],
  ['right before the clocks go back', '2026-11-01T05:56:00.000Z'],
  ['in the hour that comes again', '2026-11-01T06:10:00.000Z'],
  ['at the end of that hour', '2026-11-01T06:56:00.000Z'],
  ['right before the clocks go forward', '2026-03-08T06:56:00.000Z'],
  ['right after they went forward', '2026-03-08T07:01:00.000Z'],
] as const;

const left = (shop: EmailShop, subject: string) =>
  shop.customerEmails().filter((email) => email.subject.startsWith(subject));

describe.each(sampled(NIGHTS, 2))('%s', (_, now) => {
  test('every wait lasts as long as it should: the undo window, the hourly limit, the lease', async () => {
    const shop = await openEmailShop({ now });
    await shop.setting('Status email delay in minutes', '10');
    await shop.setting('Receipts per hour', '1');
    await postOrders(shop, 2);
    await shop.type('L2', 'paid');
    // Nothing is sent for ten minutes, and until then an undo cancels it.
    shop.office.world.clock.advance(9 * MINUTE);
    await shop.office.call('App.sweep');
    expect(left(shop, 'We got your payment')).toEqual([]);
    shop.office.world.clock.advance(2 * MINUTE);
    await shop.office.call('App.sweep');
    expect(left(shop, 'We got your payment')).toHaveLength(1);
    // The second receipt waits for the hour, and no longer.
    shop.office.world.clock.advance(40 * MINUTE);
    await shop.office.call('App.sweep');
    expect(left(shop, 'We have')).toHaveLength(1);
    shop.office.world.clock.advance(12 * MINUTE);
    await shop.office.call('App.sweep');
    expect(left(shop, 'We have')).toHaveLength(2);
    // An execution's claim on an email lasts three minutes.
    await shop.setting('Receipts per hour', '100');
    shop.office.addFault({ service: 'Range.setValues', nth: 1, kind: 'kill-before' });
    await shop.post(order(3)).catch(() => null);
    shop.office.clearFaults();
    for (const [minutes, count] of [
      [1, 2],
      [1, 2],
      [2, 3],
    ] as const) {
      shop.office.world.clock.advance(minutes * MINUTE);
      await shop.office.call('App.sweep');
      expect(left(shop, 'We have')).toHaveLength(count);
    }
    for (const [key, state] of Object.entries(shop.states())) expect([key, state]).toEqual([key, 'sent']);
  });

  test('a mailbox’s daily count lasts a day, and an email unsent for three days is too late', async () => {
    const shop = await openEmailShop({ now });
    await shop.setting('Emails per customer per day', '2');
    const sent = async (n: number) => {
      await shop.post(order(n, { email: 'same@example.com' }));
      return shop.states()[`receipt:order-${n}:1`];
    };
    expect([await sent(1), await sent(2), await sent(3)]).toEqual(['sent', 'sent', 'held']);
    shop.office.world.clock.advance(DAY - 2 * MINUTE);
    expect(await sent(4)).toBe('held');
    shop.office.world.clock.advance(4 * MINUTE);
    expect(await sent(5)).toBe('sent');
    // Staff's changes wait for the operator's sweep, which doesn't run.
    for (const [n, state, minutes] of [
      [6, 'sent', -5],
      [7, 'cancelled', 5],
    ] as const) {
      await shop.post(order(n));
      await shop.mark(`A${n + 1}`, 'paid', 'staff');
      shop.office.world.clock.advance(3 * DAY + minutes * MINUTE);
      await shop.office.call('App.sweep');
      expect(shop.states()).toMatchObject({ [`paid:order-${n}:1`]: state });
    }
  });
});

test('rows of an older version, with local times, are still sent, wait and expire', async () => {
  const shop = await openEmailShop();
  await shop.setting('Status email delay in minutes', '10');
  await postOrders(shop, 1);
  await shop.type('L2', 'paid');
  const header = Object.keys(shop.row('paid:order-1:1'));
  const row = shop.rows('Outbox').findIndex(({ Key }) => Key === 'paid:order-1:1') + 2;
  const columns = ['Not Before', 'Not After'].map((name) => String.fromCharCode(65 + header.indexOf(name)));
  await shop.typeIn('Outbox', `${columns[0]}${row}`, [['2026-10-02 11:20']]);
  await shop.typeIn('Outbox', `${columns[1]}${row}`, [['2026-10-05 11:00']]);
  await shop.office.advance(15 * MINUTE);
  expect(left(shop, 'We got your payment')).toEqual([]);
  await shop.office.advance(10 * MINUTE);
  expect(left(shop, 'We got your payment')).toHaveLength(1);
});
