import { afterEach, expect, test } from '@jest/globals';
import { column, openEmailShop, order } from '../../email/email-shop';
import { openPrint } from '../../print/dialog';
import { closeOffices } from '../../support/office';
import { openPage } from '../../support/shown-dialog';

afterEach(closeOffices);

test('of a selection under a filter only the rows that can be seen are marked, emailed and printed', async () => {
  const shop = await openEmailShop();
  for (let n = 1; n <= 5; n++)
    await shop.post(order(n, n % 2 === 0 ? { eventCode: '', fulfillmentType: 'pickup' } : {}));
  await shop.office.rows({ sheet: 'Orders', action: 'filter', column: 'F', hide: ['pickup'] });
  await shop.mark('A2:A6', 'paid');
  expect(shop.rows('Orders').map(({ Status }) => Status)).toEqual(['paid', 'pending', 'paid', 'pending', 'paid']);
  expect(
    shop
      .customerEmails()
      .map(({ to }) => to)
      .slice(5),
  ).toEqual(['c1@example.com', 'c3@example.com', 'c5@example.com']);
  await shop.office.rows({ sheet: 'Orders', action: 'unfilter' });
  await shop.type('L2:L6', column(5, 'paid'));
  await shop.office.rows({ sheet: 'Orders', action: 'filter', column: 'F', hide: ['ship'] });
  const print = await openPrint(shop, 'slips');
  shop.select('A2:A6');
  expect((await print.plan(['slips'], 'selection')).orders.map(({ id }) => id)).toEqual(['order-2', 'order-4']);
  shop.select('A3');
  expect((await print.plan(['slips'], 'selection')).orders.map(({ id }) => id)).toEqual(['order-2']);
  await shop.office.rows({ sheet: 'Orders', action: 'unfilter' });
  await shop.office.rows({ sheet: 'Orders', action: 'filter', column: 'F', hide: ['pickup'] });
  await (await openPage(shop, 'Today'))('today.show', 'Orders', ['order-1', 'order-2', 'order-5'], []);
  expect((await print.plan(['slips'], 'selection')).orders.map(({ id }) => id)).toEqual(['order-1', 'order-5']);
});
