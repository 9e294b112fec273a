import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, openEmailShop, order } from '../../email/email-shop';
import { beforeNth } from '../../support/before-nth';
import { closeOffices } from '../../support/office';

afterEach(closeOffices);

test('an order that comes in while a list is read hides none whose row differs', async () => {
  const first = await openEmailShop();
  for (let n = 1; n <= 5; n++) await first.post(order(n));
  await first.type('H2:H6', [['9999 4x6 x9'], ['9999 4x6 x9'], ['9999 4x6 x9'], ['9999 4x6 x9'], ['9999 4x6 x9']]);
  const copy = copiesOf(first);
  let moments = 0;
  for (let nth = 1; nth < 30; nth++) {
    const shop = copy();
    shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
    expect((await shop.post(order(77))).ok).toBe(false);
    const watch = beforeNth(shop.office, nth, () => shop.office.gate.landLate());
    const { orders } = (await shop.get('route=orders')) as unknown as { orders: { id: string; items: string }[] };
    moments = watch.count();
    watch.stop();
    const ids = orders.map(({ id }) => id).filter((id) => id !== 'order-77');
    expect([nth, ...ids]).toEqual([nth, 'order-1', 'order-2', 'order-3', 'order-4', 'order-5']);
    expect(orders.every(({ items }) => !items.includes('9999'))).toBe(true);
    await closeOffices();
    if (moments < nth) break;
  }
  expect(moments).toBeGreaterThan(5);
}, 60_000);
