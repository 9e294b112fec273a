import { afterEach, expect, test } from '@jest/globals';
import { labList } from '../../src/print/lab-list';
import { openEmailShop, order } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { openPrint } from './dialog';

afterEach(closeOffices);

test('orders that came with a misspelled code are printed with their event, and the lab makes one list for both', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.post(order(2, { eventCode: 'ASDRA26' }));
  await shop.post(order(3, { eventCode: '' }));
  await shop.type('L2', [['paid'], ['paid'], ['paid']]);
  const print = await openPrint(shop, 'lab');
  const idsOf = async (code: string) => (await print.plan(['lab'], 'event', [code])).orders.map(({ id }) => id);
  expect(await idsOf('ASDAR26')).toEqual(['order-1']);
  await (await openPage(shop, 'Events and prices > Events'))('events.typo', 'ASDRA26', 'ASDAR26');
  expect(await idsOf('ASDAR26')).toEqual(['order-1', 'order-2']);
  expect(await idsOf('CPS')).toEqual(['order-3']);
  const { made = 0 } = await print.make(['lab']);
  const { items, paperwork } = await print.batch(made);
  expect(Object.keys(paperwork.events)).toEqual(['ASDAR26']);
  const groups = labList(items, { ASDAR26: paperwork.events.ASDAR26?.name ?? '' });
  expect(groups.map(({ name, totals }) => [name, totals])).toEqual([
    [
      'No event',
      [
        { size: '4x6', count: 3 },
        { size: '8x10', count: 1 },
      ],
    ],
    [
      'All Star Dance Regionals 2026',
      [
        { size: '4x6', count: 6 },
        { size: '8x10', count: 2 },
      ],
    ],
  ]);
});
