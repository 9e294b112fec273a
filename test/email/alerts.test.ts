import { afterEach, expect, test } from '@jest/globals';
import type { FaultKind } from 'local-apps-script';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { PAUL, type ShopEmail } from '../support/shop';
import { copiesOf, DAY, type EmailShop, openEmailShop } from './email-shop';

afterEach(closeOffices);

const BAD = { ...PAUL, orderId: 'web-1', email: 'paul(at)example.com' };

/** A sweep at a time when the day's emails are used up. */
const sweepWithout = async (shop: EmailShop): Promise<void> => {
  shop.office.weather({ switches: { mailQuota: 0 } });
  await shop.sweep();
  shop.office.weather({ switches: { mailQuota: null } });
};

/** A shop with an alert for the next sweep: an order was rejected. */
const withAlert = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await shop.post(BAD);
  return shop;
};

const alerts = (shop: EmailShop): ShopEmail[] =>
  shop.emails().filter(({ subject }) => subject.startsWith('Order rejected'));
const listed = (shop: EmailShop) => shop.rows('Outbox').filter(({ Kind }) => Kind === 'alert');
const stateOf = (shop: EmailShop) => listed(shop).map(({ State }) => State);

test('an alert waits while the day’s emails are used up, and is sent once', async () => {
  const shop = await withAlert();
  await sweepWithout(shop);
  expect([alerts(shop), listed(shop)]).toEqual([[], []]);
  for (let runs = 0; runs < 3; runs++) await shop.sweep();
  expect(alerts(shop)).toHaveLength(1);
  expect(stateOf(shop)).toEqual(['sent']);
});

test('what is added while an alert waits goes out in the same email', async () => {
  const shop = await openEmailShop();
  for (const orderId of ['A', 'B']) await shop.post({ ...PAUL, orderId });
  const rate = (orderId: string, feedback: string) =>
    shop.post({ route: 'orders/feedback', orderId, rating: 1, feedback });
  await rate('A', 'Too dark');
  await sweepWithout(shop);
  await rate('B', 'Too small');
  await shop.sweep();
  const told = shop.emails().filter(({ subject }) => subject.startsWith('Low rating'));
  expect(told.map(({ text }) => [...text.matchAll(/"(.*)"/g)].map(([, comment]) => comment))).toEqual([
    ['Too dark', 'Too small'],
  ]);
});

test('an alert is given up after three days without quota, and the Outbox has its subject', async () => {
  const shop = await withAlert();
  shop.office.world.switches.mailQuota = 0;
  await shop.sweep();
  for (let days = 0; days < 4; days++) {
    shop.office.world.clock.advance(DAY);
    await shop.office.call('App.sweep');
  }
  expect(listed(shop)).toMatchObject([
    { State: 'cancelled', Error: expect.stringMatching(/^Service invoked .* Subject: Order rejected/) },
  ]);
  shop.office.world.switches.mailQuota = 100;
  await shop.sweep();
  expect(alerts(shop)).toEqual([]);
});

test('an alert that may have been sent is listed as unsure, and staff resolve it without a second email', async () => {
  const shop = await withAlert();
  shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after', message: 'Service unavailable' });
  await shop.sweep();
  await shop.sweep();
  expect(listed(shop)).toMatchObject([
    { State: 'unsure', Error: 'Service unavailable. Subject: Order rejected: Paul Smith may be waiting' },
  ]);
  shop.office.willAnswer('OK', 'again');
  await shop.menu('Emails > Resolve uncertain emails');
  await shop.sweep();
  expect(listed(shop)).toMatchObject([
    { State: 'cancelled', Error: 'Not found in the Sent folder by operator@cps-photos.example.' },
  ]);
  expect(alerts(shop)).toHaveLength(1);
});

/** The calls of the last sweep, by name. */
const callsOf = ({ office }: EmailShop): Record<string, number> =>
  [...office.records].reverse().find((each) => each.function === 'App.sweep')?.calls ?? {};

/** A shop whose sweep has no alert to send. */
const idle = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  await shop.sweep();
  return shop;
};

const KINDS: readonly FaultKind[] = ['before', 'after', 'kill-before', 'kill-after'];

test('no matter which call of the sweep dies or fails, an alert is sent once or listed as unsure, never twice', async () => {
  const rehearsal = await withAlert();
  const open = copiesOf(rehearsal);
  await rehearsal.sweep();
  const others = callsOf(await idle());
  const wrong: string[] = [];
  const points = Object.entries(callsOf(rehearsal)).flatMap(([service, count]) => {
    // The rest of the sweep comes before, except its last note.
    const before = others[service] ?? 0;
    const first = Math.max(1, before);
    if (before >= count) return [];
    return Array.from({ length: count - first + 1 }, (_, index) => first + index).flatMap((nth) =>
      KINDS.map((kind) => ({ service, nth, kind })),
    );
  });
  const atEmail = points.filter(({ service }) => service === 'MailApp.sendEmail');
  const elsewhere = points.filter((point) => !atEmail.includes(point));
  expect(atEmail.length).toBeGreaterThan(0);
  for (const { service, nth, kind } of [...atEmail, ...sampled(elsewhere, KINDS.length)]) {
    const shop = open();
    shop.office.addFault({ service, nth, kind });
    await shop.sweep();
    shop.office.clearFaults();
    await shop.sweep();
    const states = stateOf(shop).join();
    const emails = alerts(shop).length;
    const isTold = (states === 'sent' && emails === 1) || (states === 'unsure' && emails <= 1);
    if (!isTold) wrong.push(`${service} ${nth} ${kind}: ${states || 'not listed'}, ${emails} emails`);
    await shop.office.close();
  }
  expect(wrong).toEqual([]);
}, 300_000);
