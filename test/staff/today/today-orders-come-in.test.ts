import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, openEmailShop, order } from '../../email/email-shop';
import { beforeNth } from '../../support/before-nth';
import { closeOffices } from '../../support/office';
import { openPage } from '../../support/shown-dialog';

afterEach(closeOffices);

test('an order that comes in while Today is read isn’t reported as missing its row', async () => {
  const first = await openEmailShop();
  await first.post(order(1));
  const copy = copiesOf(first);
  let moments = 0;
  for (let nth = 1; nth < 30; nth++) {
    const shop = copy();
    const call = await openPage(shop, 'Today');
    shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
    expect((await shop.post(order(2))).ok).toBe(false);
    const watch = beforeNth(shop.office, nth, () => shop.office.gate.landLate());
    const { items } = await call<{ items: { key: string }[] }>('today.read');
    watch.stop();
    // The one that lands late was answered BUSY.
    const keys = items.map(({ key }) => key).filter((key) => key !== 'away');
    expect([nth, ...keys]).toEqual([nth]);
    moments = watch.count();
    await closeOffices();
    if (moments < nth) break;
  }
  expect(moments).toBeGreaterThan(5);
}, 60_000);
