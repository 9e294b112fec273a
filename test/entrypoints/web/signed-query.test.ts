import { expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Clock, LedgerBook, OrdersBook, Properties } from '../../../src/core/ports';
import { handleGet } from '../../../src/entrypoints/web/handle-get';
import type { GetPorts } from '../../../src/entrypoints/web/route';
import { nodeCrypto } from '../../support/node-crypto';
import { only } from '../../support/only';
import { freshView } from '../../workbook/places';

const NOW = new Date('2026-11-23T15:00:00Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const parameters = (some: Record<string, string>) => ({
  parameters: Object.fromEntries(Object.entries(some).map(([name, value]) => [name, [value]])),
});

/** A GET signed by the library, with the clock at {@link NOW}; the sheet has no orders. */
const get = (some: Record<string, string>, signedText: string): { ok: boolean; code?: string } => {
  const ports = only<GetPorts>({
    clock: only<Clock>({ now: () => NOW }),
    crypto: nodeCrypto,
    cache: { get: () => null, put: () => {} },
    properties: only<Properties>({ all: () => ({ WEBHOOK_SECRETS: SECRET }) }),
    headers: { read: () => freshView() },
    orders: only<OrdersBook>({ rows: () => [] }),
    workbook: { read: () => freshView() },
    ledger: only<LedgerBook>({ find: () => null, index: () => [], whole: () => [] }),
  });
  const signature = new Webhook(SECRET).sign('msg_1', NOW, signedText);
  const signed = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(NOW.getTime() / 1000),
    'webhook-signature': signature,
  };
  return JSON.parse(handleGet(ports, parameters({ ...some, ...signed })));
};

test.each([
  [{ route: 'orders/pending' }, 'route=orders%2Fpending', 'ok'],
  [{ route: 'order', number: 'ASDAR26-0001' }, 'number=ASDAR26-0001&route=order', 'NOT_FOUND'],
  [{ route: 'order', id: 'a b&c=d/é' }, 'id=a%20b%26c%3Dd%2F%C3%A9&route=order', 'NOT_FOUND'],
  [{ route: 'nonsense', z: '', a: '+' }, 'a=%2B&route=nonsense&z=', 'UNKNOWN_ROUTE'],
  [{ route: 'constructor' }, 'route=constructor', 'UNKNOWN_ROUTE'],
  [{}, '', 'UNKNOWN_ROUTE'],
])('the parameters %j are signed as %j and then answered by %s', (some, text, code) => {
  expect(get(some, text).code ?? 'ok').toBe(code);
});

test('a signed read is answered', () => {
  expect(get({ route: 'orders/pending' }, 'route=orders%2Fpending')).toMatchObject({ ok: true, orders: [] });
});

test('a signature for one route works for no other, and no parameter can be added to it', () => {
  expect(get({ route: 'orders/paid' }, 'route=orders%2Fpending').code).toBe('SIGNATURE_INVALID');
  expect(get({ route: 'orders/pending', cursor: '1' }, 'route=orders%2Fpending').code).toBe('SIGNATURE_INVALID');
});

test('health needs no signature, and an unsigned read of orders is rejected', () => {
  const ports = only<GetPorts>({
    clock: only<Clock>({ now: () => NOW }),
    crypto: nodeCrypto,
    cache: { get: () => null, put: () => {} },
    properties: only<Properties>({ all: () => ({ WEBHOOK_SECRETS: SECRET }) }),
  });
  expect(JSON.parse(handleGet(ports, parameters({ route: 'health' })))).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect(JSON.parse(handleGet(ports, parameters({ route: 'orders' })))).toMatchObject({
    ok: false,
    code: 'SIGNATURE_MISSING',
  });
  expect(JSON.parse(handleGet(ports, undefined))).toMatchObject({ ok: false, code: 'SIGNATURE_MISSING' });
});

test('a stranger who requests prices in many ways fills the cache with only one answer', () => {
  const kept = new Map<string, string>();
  const ports = only<GetPorts>({
    clock: only<Clock>({ now: () => NOW }),
    crypto: nodeCrypto,
    cache: { get: (key) => kept.get(key) ?? null, put: (key, value) => void kept.set(key, value) },
    properties: only<Properties>({ all: () => ({}) }),
    workbook: { read: () => freshView() },
  });
  const prices = {
    ok: true,
    prices: expect.arrayContaining([{ size: '4x6', price: '8.00', offers: [{ quantity: 3, price: '20.00' }] }]),
  };
  for (let index = 0; index < 10; index++) {
    expect(
      JSON.parse(handleGet(ports, parameters({ route: 'prices', id: `${index}`, cursor: `${index}` }))),
    ).toMatchObject(prices);
  }
  expect(kept.size).toBe(2);
});
