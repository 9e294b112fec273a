import { afterAll, expect, test } from '@jest/globals';
import { parseDay } from '../../src/reports/days';
import { digestDue } from '../../src/reports/digest';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const ON = { weeklyDigest: true, weeklyDigestDay: 'Monday' } as const;

test.each([
  ['2026-10-05', '', '2026-10-05'],
  ['2026-10-06', '', '2026-10-05'],
  ['2026-10-07', '', '2026-10-05'],
  ['2026-10-08', '', null],
  ['2026-10-11', '2026-09-28', null],
  ['2026-10-05', '2026-10-05', null],
  ['2026-10-06', '2026-10-05', null],
  ['2026-10-12', '2026-10-05', '2026-10-12'],
  ['2026-10-12', '2026-10-10', null],
])('on %s, last sent for %j, the digest of %s is due', (today, last, due) => {
  expect(digestDue(ON, day(today), last)).toBe(due === null ? null : day(due));
});

test('a digest that is off is never due', () => {
  expect(digestDue({ ...ON, weeklyDigest: false }, day('2026-10-05'), '')).toBeNull();
});

const setSetting = async (shop: Shop, name: string, value: string) => {
  const row = shop.rows('Settings').findIndex(({ Setting }) => Setting === name) + 2;
  await shop.office.edit({ sheet: 'Settings', range: `B${row}:B${row}`, values: [[value]] });
};

/** The morning trigger runs on these days, at 8 o'clock in New York. */
const mornings = async (shop: Shop, ...days: readonly string[]) => {
  for (const each of days) {
    shop.office.world.clock.freeze(Date.parse(`${each}T12:00:00Z`));
    await shop.office.call('App.morning');
  }
};

const digests = (shop: Shop) =>
  shop.emails().filter(({ subject }) => subject.includes('order') && subject.includes(' to '));

/** A shop that took an order on Friday, October 2. */
const openWithOrder = async (): Promise<Shop> => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'A' });
  return shop;
};

test('it is off until it is switched on; then it comes once a week with the figures of the report', async () => {
  const shop = await openWithOrder();
  await mornings(shop, '2026-10-05', '2026-10-06');
  expect(digests(shop)).toEqual([]);
  await setSetting(shop, 'Weekly digest', 'on');
  await setSetting(shop, 'Weekly digest day', 'wednesday');
  await mornings(shop, '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10');
  const [email, ...more] = digests(shop);
  expect(more).toEqual([]);
  expect(email).toMatchObject({
    to: 'operator@cps-photos.example',
    subject: 'Your week: 1 order, $40.00 (Sep 30 to Oct 6, 2026)',
  });
  expect(email?.text).toContain('Total: $40.00 (previous week: $0.00)');
  expect(email?.text).toContain('Check passed: the only order ($40.00) is accounted for.');
  expect(email?.html).toContain('>$40.00<');
  expect(shop.rows('Outbox')).toContainEqual(expect.objectContaining({ Key: 'digest:2026-10-07:1', State: 'sent' }));
  await mornings(shop, '2026-10-14', '2026-10-15');
  expect(digests(shop)).toHaveLength(2);
  // The week after has a week before it: what changed is in both parts.
  const [, next] = digests(shop);
  expect(next?.text).toMatch(/^Total: \$0\.00 \(previous week: \$40\.00, change: -\S+\)$/m);
  const [, change = ''] = /^Total: .*change: (\S+)\)$/m.exec(next?.text ?? '') ?? [];
  expect(next?.html).toContain(`$40.00, ${change}<`);
});

test('a digest that the quota refused comes on the next morning; one that may have left does not come again', async () => {
  const shop = await openWithOrder();
  await setSetting(shop, 'Weekly digest', 'on');
  shop.office.weather({ switches: { mailQuota: 0 } });
  await mornings(shop, '2026-10-05');
  shop.office.weather({ switches: { mailQuota: null } });
  expect(digests(shop)).toEqual([]);
  await mornings(shop, '2026-10-06', '2026-10-07');
  expect(digests(shop)).toHaveLength(1);
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await mornings(shop, '2026-10-12', '2026-10-13', '2026-10-14');
  expect(digests(shop)).toHaveLength(2);
  expect(
    shop
      .rows('Activity')
      .map(({ Detail }) => String(Detail))
      .join(),
  ).toContain('the weekly digest failed');
});

test('a digest whose figures could not be read comes on the next morning', async () => {
  const shop = await openWithOrder();
  await setSetting(shop, 'Weekly digest', 'on');
  // The third read of this morning is that of the figures.
  shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 3, kind: 'before' });
  await mornings(shop, '2026-10-05');
  shop.office.clearFaults();
  expect(digests(shop)).toEqual([]);
  expect(shop.rows('Activity').at(-1)?.Detail).toContain('the weekly digest failed');
  await mornings(shop, '2026-10-06', '2026-10-07');
  expect(digests(shop)).toHaveLength(1);
});

test('staff cannot make it leave from their account', async () => {
  const shop = await openWithOrder();
  await setSetting(shop, 'Weekly digest', 'on');
  shop.office.world.clock.freeze(Date.parse('2026-10-05T12:00:00Z'));
  await shop.office.call('App.morning', [], 'staff');
  expect(digests(shop)).toEqual([]);
  await shop.office.call('App.morning');
  expect(digests(shop)).toHaveLength(1);
});
