import { afterAll, expect, test } from '@jest/globals';
import { PEOPLE } from '../../../demo/cps';
import { type EmailShop, openEmailShop, order } from '../../email/email-shop';
import { closeOffices } from '../../support/office';

afterAll(closeOffices);

const DAY = 86_400_000;

/** Emails to the operator that are the morning list. */
const lists = (shop: EmailShop) =>
  shop.emails().filter(({ to, subject }) => to === PEOPLE.operator && subject.startsWith('Good morning'));

const morning = async ({ office }: EmailShop, user = 'operator'): Promise<void> => {
  await office.call('App.morning', [], user);
};

/** Some time later, the sweep having run: more than the hour within which a trigger runs once. */
const later = async (shop: EmailShop, milliseconds = 2 * 3_600_000): Promise<void> => {
  shop.office.world.clock.advance(milliseconds);
  await shop.sweep();
};

/** An order that has waited for its customer's payment for eight days, and one with a bad name. */
const openLate = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await shop.post(order(1, { customerName: '=IMPORTDATA("x")' }));
  await shop.post(order(2, { customerName: 'Ann Lee' }));
  await shop.sweep();
  shop.office.world.clock.advance(8 * DAY);
  await shop.sweep();
  return shop;
};

test('off unless it is switched on; on, it comes once a day however often the trigger runs', async () => {
  const shop = await openLate();
  await morning(shop);
  expect(lists(shop)).toEqual([]);
  await shop.setting('Morning list by email', 'on');
  await later(shop);
  await morning(shop, 'staff');
  expect(lists(shop)).toEqual([]);
  await morning(shop);
  await later(shop);
  await morning(shop);
  expect(lists(shop)).toHaveLength(1);
  const [list] = lists(shop);
  expect(list?.subject).toBe('Good morning: 1 item needs your attention');
  expect(list?.text).toContain(
    '- Unpaid for 7+ days: 2 (ASDAR26-0001 =IMPORTDATA("x"), ASDAR26-0002 Ann Lee)\n\nOpen the sheet: https://docs.google.com/',
  );
  expect(shop.rows('Outbox').filter(({ Kind }) => Kind === 'alert')).toHaveLength(1);
  await later(shop, DAY);
  await morning(shop);
  expect(lists(shop)).toHaveLength(2);
});

test('on a morning with nothing to look at there is no email', async () => {
  const shop = await openEmailShop();
  await shop.setting('Morning list by email', 'on');
  await shop.post(order(1));
  await shop.sweep();
  await morning(shop);
  expect(lists(shop)).toEqual([]);
});

test('it leaves from the emails that are kept for alerts, and a run that dies is made good by the sweep', async () => {
  const shop = await openLate();
  await shop.setting('Morning list by email', 'on');
  const { world } = shop.office;
  await later(shop);
  const now = world.clock.now();
  world.mailbox.use(PEOPLE.operator, 100 - world.mailbox.used(PEOPLE.operator, now) - 3, now);
  shop.office.addFault({ service: 'Lock.releaseLock', nth: 1, kind: 'kill-before' });
  await morning(shop);
  shop.office.clearFaults();
  expect(lists(shop)).toEqual([]);
  await shop.sweep();
  expect(lists(shop)).toHaveLength(1);
  await later(shop);
  await morning(shop);
  await shop.sweep();
  expect(lists(shop)).toHaveLength(1);
});

test('in a copy of the sheet nothing is emailed', async () => {
  const shop = await openLate();
  await shop.setting('Morning list by email', 'on');
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  const before = shop.emails().length;
  await morning(shop);
  expect(shop.emails()).toHaveLength(before);
});
