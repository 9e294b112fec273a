import { afterEach, expect, test } from '@jest/globals';
import { countErased, erasedIds, MOST_ERASED, rememberErased } from '../../src/core/erased-ids';
import { once } from '../../src/core/once';
import { growthOf, nearBound } from '../../src/health/growth';
import type { ErasePlan } from '../../src/privacy/erase-customer';
import { personOf } from '../../src/privacy/scrub';
import { copiesOf, liveSheet, runNightly } from '../backup/backup-shop';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

const ANN = {
  ...PAUL,
  ...{ customerName: 'Ann Lee', email: 'ann@example.com', phone: '212-555-0177', street: '77 Elm Ave' },
};

const eraser = (shop: Shop) => openPage(shop, 'Data > Erase a customer');

test('refused requests that share the phone, name and street, or order id are shown, and erased when chosen', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...PAUL, orderId: 'x-1', customerName: 'A. Lee', email: 'a@', phone: '(212) 555 0177' });
  await shop.post({ ...ANN, orderId: 'x-2', email: 'anne@email', phone: '', street: '77 elm ave.', apartment: '' });
  await shop.post({ ...PAUL, orderId: 'a-1', customerName: 'Nobody Else', email: 'no@body', street: '1 Oak St' });
  await shop.post({ ...PAUL, orderId: 'x-3', customerName: 'Joan Lee', email: 'joan@', street: '77 Elm Ave' });
  const call = await eraser(shop);
  const { decide } = await call<ErasePlan>('erase.plan', 'ann@example.com');
  expect(decide.map(({ where, why, isLikely }) => [where, why, isLikely])).toEqual([
    ['Rejected, row 2', 'the same phone', false],
    ['Rejected, row 3', 'the same name and street', false],
    ['Rejected, row 4', 'the same Order ID', false],
  ]);
  expect(decide[0]?.text).toContain('A. Lee, a@');
  await call('erase.decided', 'ann@example.com', [decide[0]?.key, decide[1]?.key], []);
  expect(shop.rows('Rejected').map((row) => [row['Raw Body'] === '(erased)', row.State])).toEqual([
    [true, 'erased'],
    [true, 'erased'],
    [false, 'open'],
    [false, 'open'],
  ]);
  expect(JSON.stringify(shop.rows('Rejected').slice(0, 2))).not.toMatch(/a@|anne@email|555/);
});

test('another customer with the same phone, or whose address an email went to, is asked about and stays unless chosen', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.post({ ...ANN, orderId: 'b-1', email: 'ann.lee@work.example' });
  await shop.post({ ...PAUL, orderId: 'p-1' });
  await (await openPage(shop, 'Find order'))('orders.resend', 'a-1', 'receipt', 'paul@example.com');
  const call = await eraser(shop);
  const { decide, addresses } = await call<ErasePlan>('erase.plan', 'ann@example.com');
  expect(addresses).toEqual([]);
  expect(decide.map(({ what, text, why }) => [what, text, why])).toEqual([
    ['order', 'Paul Smith, paul@example.com', 'an email about one of their orders went to this address'],
    ['order', 'Ann Lee, ann.lee@work.example', 'the same phone'],
  ]);
  await call('erase.decided', 'ann@example.com', [decide[1]?.key], []);
  expect(shop.rows('Orders').map(({ Email }) => Email)).toEqual(['', '', 'paul@example.com']);
  expect(shop.rows('Outbox').map(({ To }) => To)).toEqual(['', '', 'paul@example.com', '']);
  expect(JSON.stringify(shop.rows('Activity'))).not.toMatch(/Ann Lee|work\.example/);
});

test('what has changed since it was shown is left as it is, and named', async () => {
  const shop = await openShop();
  await shop.post({ ...ANN, orderId: 'a-1' });
  await shop.office.edit({ sheet: 'Orders', range: 'S1', values: [['Mine'], ['call Ann’s sister first']] });
  const call = await eraser(shop);
  const { decide } = await call<ErasePlan>('erase.plan', 'ann@example.com');
  expect(decide).toMatchObject([{ what: 'cell', text: 'call Ann’s sister first', isLikely: true }]);
  await shop.office.edit({ sheet: 'Orders', range: 'S2', values: [['paid in cash']] });
  await call('erase.decided', 'ann@example.com', [decide[0]?.key], []);
  expect(shop.rows('Orders')[0]).toMatchObject({ Mine: 'paid in cash', Email: '' });
});

test('a restore from a backup leaves an erased customer erased, also after the Ledger was lost', async () => {
  const shop = await openShop();
  for (const id of ['a-1', 'a-2']) await shop.post({ ...ANN, orderId: id });
  await shop.post({ ...PAUL, orderId: 'p-1' });
  await runNightly(shop);
  const summary = (await shop.get('route=orders/summary')).summary;
  await (await eraser(shop))('erase.run', 'ann@example.com');
  const live = liveSheet(shop);
  live.tabNamed('Orders')?.deleteRows(2, 3);
  live.tabNamed('Ledger')?.deleteRows(2, 3);
  const restore = await openPage(shop, 'Data > Backups');
  const source = copiesOf(shop)[0]?.id;
  const compared = await restore<{ found: { id: string; kind: string; name: string }[]; troubles: string[] }>(
    'restore.compare',
    source,
  );
  expect(compared.troubles.join()).toContain('2 orders belong to customers who were erased since this backup');
  expect(JSON.stringify(compared)).not.toMatch(/Ann|Elm/);
  await restore(
    'restore.run',
    source,
    compared.found.map(({ id, kind }) => ({ id, kind })),
  );
  expect(shop.rows('Orders').map((row) => row['Customer Name'])).toEqual(
    expect.arrayContaining(['Erased customer', 'Erased customer', 'Paul Smith']),
  );
  expect(JSON.stringify([shop.rows('Orders'), shop.rows('Ledger')])).not.toMatch(/Ann Lee|ann@|Elm|0177/);
  expect((await shop.get('route=orders/summary')).summary).toEqual(summary);
});

/** Script Properties in memory. */
const memory = () => {
  const kept: Record<string, string> = {};
  const properties = {
    all: () => kept,
    renew: () => false,
    keepCopy: () => {},
    fresh: (name: string) => kept[name] ?? '',
    set: (values: Readonly<Record<string, string>>) => void Object.assign(kept, values),
  };
  const lock = { tryLock: () => true, release: () => {} };
  return { kept, ports: { properties, crypto: nodeCrypto, once: once({ lock, properties }) } };
};

test('erased ids are kept as hashes in a bounded store, which Health names from 80 % on', () => {
  const { kept, ports } = memory();
  rememberErased(ports, ['order-1', 'order-2']);
  rememberErased(ports, ['order-2']);
  expect(countErased(kept)).toBe(2);
  expect([erasedIds(ports)('order-1'), erasedIds(ports)('order-3')]).toEqual([true, false]);
  expect(JSON.stringify(kept)).not.toContain('order-');
  const many = Array.from({ length: 14_000 }, (_, nth) => `many-${nth}`);
  rememberErased(ports, many);
  expect(countErased(kept)).toBeLessThanOrEqual(MOST_ERASED);
  expect(erasedIds(ports)('many-13999')).toBe(true);
  for (const text of Object.values(kept)) expect(text.length).toBeLessThan(9_000);
  const near = nearBound(growthOf({ head: null, properties: kept, rejected: 0, archives: 0 }));
  expect(near.map(({ what }) => what)).toContain('Erased orders on record');
});

test('a name is found with and without its accents, in capitals, with its last word in front, and not inside a longer one', () => {
  const order = (name: string) => ({
    entry: {
      order: {
        id: '1',
        number: 'N-1',
        customer: { name, email: 'j@example.com', phone: '' },
        address: { street: '', unit: '', zipCode: '' },
      },
      fingerprint: '',
      replaces: '',
    },
    ledgerAt: 2,
    row: null,
  });
  const named = (name: string, text: string): boolean =>
    personOf([order(name)] as never, 'j@example.com').isNamedIn(text);
  const found = [
    ...[
      ['José Núñez', 'jose nunez'],
      ['Jose Nunez', 'JOSÉ NÚÑEZ'],
      ['José Núñez', 'Núñez, José'],
      ['Bo Li', 'Bo  Li came'],
    ],
    ...[
      ['Łukasz Żółć', 'Lukasz Zolc'],
      ['D’Andre Quill', "D'Andre Quill"],
      ['Anne-Marie Orr', 'Anne Marie Orr'],
    ],
    ['José Núñez', 'José Núñez'.normalize('NFD')],
  ];
  for (const [name = '', text = ''] of found) expect([name, text, named(name, text)]).toEqual([name, text, true]);
  const others = [
    ['Bo Li', 'Bo Lin'],
    ['Ann Lee', 'Joann Lee'],
    ['Ann Lee', 'Ann Leeson'],
    ['Bo Li', 'Bob Li'],
  ];
  for (const [name = '', text = ''] of others) expect([name, text, named(name, text)]).toEqual([name, text, false]);
});
