import { afterEach, expect, test } from '@jest/globals';
import type { WhatWaits } from '../../../src/email/staff/what-waits';
import { times } from '../../support/campaign';
import { closeOffices } from '../../support/office';
import { openEmailShop, order, postOrders } from '../email-shop';
import { openWaits, whatWaits } from './what-waits-dialog';

afterEach(closeOffices);

const shown = ({ emails }: WhatWaits) =>
  emails.map(({ key, state, until, choices }) => [key, state, until, ...choices]);

test('it shows waiting emails, until when, and what can be done with them', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 4);
  await shop.mark('A2:A3', 'paid', 'staff');
  shop.select('A3', 'staff');
  await shop.menu('Emails > Hold emails of the selection', 'staff');
  await shop.setting('Status email delay in minutes', '10');
  await shop.type('L4', 'paid');
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.post(order(5));
  const found = await whatWaits(shop);
  expect(shown(found)).toEqual([
    ['receipt:order-5:1', 'unsure', 'Check the Sent folder to see whether it was sent.', 'settle'],
    ['paid:order-2:1', 'held', 'Waits until someone releases it.', 'release'],
    ['paid:order-1:1', 'queued', 'Goes out with the next 5-minute check.', 'hold'],
    ['paid:order-3:1', 'queued', expect.stringMatching(/^Goes out after Oct 2, 1\d:\d\d [AP]M\.$/), 'hold'],
  ]);
  expect(found).toMatchObject({
    remaining: 95,
    reserve: 5,
    sends: true,
    counts: { unsure: 1, held: 1, queued: 2, failed: 0 },
  });
  expect((await whatWaits(shop, 'staff')).remaining).toBeNull();
  await shop.sweep();
  expect(await whatWaits(shop, 'staff')).toMatchObject({
    remaining: 94,
    remainingAsOf: expect.stringMatching(/^Oct 2, 11:0\d AM$/),
    sends: false,
  });
});

test('once the day’s quota is used up, it says when the limit resets', async () => {
  const shop = await openEmailShop();
  shop.office.world.switches.mailQuota = 7;
  await postOrders(shop, 4);
  await shop.mark('A2', 'paid', 'staff');
  await shop.sweep();
  const found = await whatWaits(shop);
  const [email] = found.emails.filter(({ state }) => state === 'waiting for quota');
  expect(found.renewal).toMatch(/^Oct 3, /);
  expect(email?.until).toBe(`Goes out after ${found.renewal}, when the daily limit resets.`);
});

test('a staff member’s decisions are saved, and the operator’s account sends the emails', async () => {
  const shop = await openEmailShop();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
  await shop.post(order(1));
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'before' });
  await shop.post(order(2));
  await shop.post(order(3));
  await shop.mark('A4', 'paid', 'staff');
  const call = await openWaits(shop, 'staff');
  const said = async (...asked: [string, ...unknown[]]) => (await call(...asked)).value;
  expect(await said('emails.hold', ['paid:order-3:1'])).toEqual({ isDone: true, text: '1 email held.' });
  await shop.sweep();
  expect(shop.states()['paid:order-3:1']).toBe('held');
  expect(await said('emails.hold', ['paid:order-3:1'])).toMatchObject({ isDone: false });
  expect(await said('emails.settle', 'receipt:order-1:1', 'sent')).toEqual({ isDone: true, text: 'Marked as sent.' });
  expect(await said('emails.settle', 'receipt:order-1:1', 'again')).toMatchObject({ isDone: false });
  expect(await said('emails.settle', 'receipt:order-2:1', 'again')).toMatchObject({ isDone: true });
  expect(await said('emails.release', ['paid:order-3:1'])).toMatchObject({
    isDone: true,
    text: "1 email released. The operator's account will send it within a few minutes.",
  });
  const before = shop.customerEmails().length;
  await shop.sweep();
  const left = shop.customerEmails().slice(before);
  expect(left.map(({ to, from }) => [to, from])).toEqual([
    ['c2@example.com', 'operator@cps-photos.example'],
    ['c3@example.com', 'operator@cps-photos.example'],
  ]);
  expect(shop.states()).toMatchObject({
    'receipt:order-1:1': 'sent',
    'receipt:order-2:1': 'cancelled',
    'receipt:order-2:2': 'sent',
    'paid:order-3:1': 'sent',
  });
});

test.each([1, 2, 3, 4].slice(0, times(2, 4)))(
  'a hold during a sweep never holds a sent email (calls mixed by seed %d)',
  async (seed) => {
    const shop = await openEmailShop({ transport: 'workers', interleave: true, seed });
    await shop.post(order(1));
    await shop.mark('A2', 'paid', 'staff');
    const call = await openWaits(shop, 'staff');
    const [held] = await Promise.all([call('emails.hold', ['paid:order-1:1']), shop.office.call('App.sweep')]);
    await shop.sweep();
    const { isDone } = held.value as { isDone: boolean };
    const left = shop.customerEmails().filter(({ subject }) => subject.includes('payment'));
    expect(left).toHaveLength(isDone ? 0 : 1);
    expect(shop.states()['paid:order-1:1']).toBe(isDone ? 'held' : 'sent');
  },
);
