import { afterEach, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { column, DAY, MINUTE, openEmailShop, order, postOrders, type SentEmail } from './email-shop';
import { whatWaits } from './staff/what-waits-dialog';

afterEach(closeOffices);

const RESERVE = 5;
const subjects = (emails: readonly SentEmail[]): string[] =>
  emails.map(({ subject }) => subject.split(' ').slice(0, 2).join(' '));

test('the emails of more paid orders than three days allow go out over four days, in order, once each, with a daily reserve', async () => {
  const shop = await openEmailShop();
  const quota = times(20, 60, 100);
  const count = 3 * quota;
  const aDay = quota - RESERVE;
  shop.office.world.switches.mailQuota = quota;
  await shop.editEmails('receipt', 'On', 'off');
  await postOrders(shop, count);
  await shop.office.advance(10 * MINUTE);
  await shop.type(`L2:L${count + 1}`, column(count, 'paid'));
  const days: string[][] = [];
  let seen = 0;
  for (let day = 0; day < 5; day++) {
    await shop.office.advance(15 * MINUTE);
    const emails = shop.customerEmails();
    days.push(emails.slice(seen).map(({ to }) => to));
    seen = emails.length;
    if (day === 0) {
      const waiting = shop.rows('Outbox').filter(({ State }) => State === 'waiting for quota');
      expect(waiting).toHaveLength(count - aDay);
      expect(waiting[0]?.Error).toMatch(
        /^The account has reached its daily email limit\. This email will go out after Oct \d, \d+:\d\d [AP]M\.$/,
      );
      const { emails, ...rest } = await whatWaits(shop);
      // One of the reserved emails notified the operator.
      expect(rest).toMatchObject({
        remaining: RESERVE - 1,
        reserve: RESERVE,
        counts: { 'waiting for quota': count - aDay, unsure: 0 },
      });
      expect(rest.renewal).toMatch(/^Oct \d, \d+:\d\d [AP]M$/);
      expect(emails[0]).toMatchObject({
        title: 'Payment received',
        number: waiting[0]?.['Order Number'],
        to: `c${aDay + 1}@example.com`,
        until: `Goes out after ${rest.renewal}, when the daily limit resets.`,
        choices: ['hold'],
      });
    }
    if (day === 3) expect((await whatWaits(shop)).emails).toEqual([]);
    // The sweeps of a day without quota don't matter.
    shop.office.world.clock.advance(DAY - 15 * MINUTE);
  }
  const everyone = Array.from({ length: count }, (_, index) => `c${index + 1}@example.com`);
  expect(days.map((emails) => emails.length)).toEqual([aDay, aDay, aDay, count - 3 * aDay, 0]);
  expect(days.flat()).toEqual(everyone);
  expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
}, 240_000);

test('in a mixed queue, receipts go first and feedback requests last', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 4);
  shop.office.world.switches.mailQuota = 4;
  await shop.sweep();
  await shop.type('L2:L3', column(2, 'paid'));
  await shop.type('L4', 'cancelled');
  await shop.post(order(5));
  expect(shop.states()).toMatchObject({
    'paid:order-1:1': 'waiting for quota',
    'cancelled:order-3:1': 'waiting for quota',
    'receipt:order-5:1': 'waiting for quota',
  });
  shop.office.world.switches.mailQuota = 100;
  await shop.sweep();
  expect(subjects(shop.customerEmails().slice(4))).toEqual(['We have', 'We got', 'We got', 'Your order']);
});

test('single receipts stop at the reserve, too, and the operator is notified with an email from the reserve', async () => {
  const shop = await openEmailShop();
  shop.office.world.switches.mailQuota = 20;
  await shop.sweep();
  await postOrders(shop, 20);
  expect(shop.customerEmails()).toHaveLength(20 - RESERVE);
  expect(Object.values(shop.states()).filter((state) => state === 'waiting for quota')).toHaveLength(RESERVE);
  await shop.sweep();
  await shop.sweep();
  const alerts = shop.emails().filter(({ to }) => to === 'operator@cps-photos.example');
  expect(alerts.map(({ subject }) => subject)).toEqual(['Daily email limit reached: 5 emails are waiting']);
  shop.office.world.clock.advance(DAY);
  await shop.office.advance(10 * MINUTE);
  expect(shop.customerEmails()).toHaveLength(20);
  expect(new Set(shop.customerEmails().map(({ to }) => to)).size).toBe(20);
});

test('if Google says the quota is used up, emails wait instead of failing', async () => {
  const shop = await openEmailShop();
  shop.office.weather({ switches: { mailQuota: 0 } });
  await shop.post(order(1));
  shop.office.weather({ switches: { mailQuota: null } });
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'waiting for quota' });
  await shop.sweep();
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'sent' });
});

test('if the last email of a day throws, it’s unsure and isn’t sent again', async () => {
  const shop = await openEmailShop();
  await shop.setting('Emails reserved for alerts', '0');
  shop.office.weather({ switches: { mailQuota: 1 } });
  await shop.sweep();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.post(order(1));
  expect(shop.states()).toEqual({ 'receipt:order-1:1': 'unsure' });
  await shop.post(order(2));
  expect(shop.states()).toMatchObject({ 'receipt:order-2:1': 'waiting for quota' });
  shop.office.world.clock.advance(DAY);
  await shop.office.advance(10 * MINUTE);
  expect(shop.states()).toMatchObject({ 'receipt:order-1:1': 'unsure', 'receipt:order-2:1': 'sent' });
  expect(shop.customerEmails()).toHaveLength(2);
});
