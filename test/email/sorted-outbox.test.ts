import { afterEach, expect, test } from '@jest/globals';
import { beforeNth } from '../support/before-nth';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { copiesOf, type EmailShop, MINUTE, openEmailShop, postOrders } from './email-shop';

afterEach(closeOffices);

const HELD = ['receipt:order-3:1', 'receipt:order-4:1'];
const MOST_CALLS = 80;

/** Two receipts that wait for the account's quota, and two that staff hold. */
const openWaiting = async (): Promise<EmailShop> => {
  const shop = await openEmailShop();
  shop.office.world.switches.mailQuota = 0;
  await postOrders(shop, 4);
  await (await openPage(shop, 'Find order'))('emails.hold', HELD);
  return shop;
};

test('sorting the Outbox while a sweep sends loses no email and sends none twice', async () => {
  const copy = copiesOf(await openWaiting());
  const wrong: unknown[] = [];
  let moments = 0;
  for (let nth = 3; nth < MOST_CALLS; nth += 4) {
    const shop = copy();
    shop.office.world.switches.mailQuota = 100;
    shop.office.world.clock.advance(5 * MINUTE);
    const sort = { sheet: 'Outbox', action: 'sort', column: 'E', ascending: false } as const;
    const watch = beforeNth(shop.office, nth, () => void shop.office.rows(sort));
    await shop.office.call('App.sweep');
    moments = watch.count();
    watch.stop();
    if (moments < nth) break;
    for (let run = 0; run < 2; run++) await shop.sweep();
    const to = shop.customerEmails().map((email) => email.to);
    const held = shop.rows('Outbox').filter(({ State }) => State === 'held');
    const isRight =
      [...to].sort().join() === 'c1@example.com,c2@example.com' &&
      HELD.every((key) => held.some(({ Key }) => Key === key));
    if (!isRight) wrong.push([nth, to, shop.states()]);
    await closeOffices();
  }
  expect(wrong).toEqual([]);
  expect(moments).toBeGreaterThan(20);
}, 60_000);
