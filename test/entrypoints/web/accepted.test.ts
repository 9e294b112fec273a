import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../../support/office';
import { type Answer, openShop, PAUL, type Shop } from '../../support/shop';

afterEach(closeOffices);

type Listed = Record<string, string>;
const listed = (answer: Answer) => answer.orders as Listed[];

/** Three orders, with edits that reach no trigger, as from another tool. */
const shopOfThree = async (): Promise<Shop> => {
  const shop = await openShop();
  for (const orderId of ['a', 'b', 'c']) {
    await shop.post({ ...PAUL, orderId, email: `${orderId}@example.com`, customerName: `Customer ${orderId}` });
    await shop.office.advance(1000);
  }
  shop.office.world.switches.editEvents = 'lost';
  return shop;
};

test('reads return accepted values, not a status, amount, name or id that was only typed', async () => {
  const shop = await shopOfThree();
  await shop.type('L2:L4', [['shipped'], ['Paidd'], ['cancelled']]);
  await shop.type('K2', 1000);
  await shop.type('C3', 'Mallory');
  await shop.type('A4', 'zzz');
  await shop.type('R3', 'Lovely');
  const expected = ['a', 'b', 'c'].map((id) => ({
    id,
    status: 'pending',
    total: '40.00',
    customerName: `Customer ${id}`,
  }));
  expect(listed(await shop.get('route=orders/pending'))).toMatchObject(expected);
  expect(listed(await shop.get('route=orders'))).toMatchObject(expected);
  for (const status of ['paid', 'shipped', 'cancelled'])
    expect(listed(await shop.get(`route=orders/${status}`))).toEqual([]);
  expect((await shop.get('route=orders/summary')).summary).toMatchObject({
    totalOrders: 3,
    pendingCount: 3,
    pendingRevenue: 120,
    totalRevenue: 0,
  });
  expect((await shop.get('route=order&id=b')).order).toMatchObject({ ...expected[1], feedback: 'Lovely' });
  expect((await shop.get('route=order&number=ASDAR26-0003')).order).toMatchObject({ ...expected[2] });
  expect(await shop.get('route=order&id=zzz')).toMatchObject({ code: 'NOT_FOUND' });
  expect(listed(await shop.get('route=orders/pending'))[1]).toMatchObject({ feedback: 'Lovely' });
});

test('a missing, duplicate or hand-typed row changes no list, and each order is listed once', async () => {
  const shop = await shopOfThree();
  await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 2 });
  await shop.type('A4:D4', [['b', 'ASDAR26-0002', 'Customer b', 'b@example.com']]);
  await shop.type('A5:D5', [['typed', 'X-1', 'Nobody', 'x@example.com']]);
  expect(listed(await shop.get('route=orders')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(listed(await shop.get('route=orders'))[0]).toMatchObject({
    items: '1234 4x6 x3, 1235 8x10 x1',
    total: '40.00',
  });
});

test('a list and the summary take as many calls for 60 orders as for three, even with different rows', async () => {
  const calls = async (orders: number): Promise<number[]> => {
    const shop = await openShop();
    shop.office.world.switches.mailQuota = 1_000;
    for (let n = 0; n < orders; n++) {
      if (n % 45 === 44) await shop.office.advance(60_000);
      await shop.post({ ...PAUL, orderId: `o${n}`, email: `${n}@example.com` });
    }
    shop.office.world.switches.editEvents = 'lost';
    await shop.type(
      `K2:K${orders + 1}`,
      Array.from({ length: orders }, () => [1]),
    );
    const of = async (route: string) => {
      const before = shop.office.records.length;
      await shop.get(`route=${route}`);
      return Object.values(shop.office.records[before]?.calls ?? {}).reduce((sum, count) => sum + count, 0);
    };
    return [await of('orders'), await of('orders/summary')];
  };
  const [few, many] = [await calls(5), await calls(60)];
  expect(many).toEqual(few);
  expect(Math.max(...many)).toBeLessThanOrEqual(12);
});
