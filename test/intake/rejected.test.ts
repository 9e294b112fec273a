import { expect, test } from '@jest/globals';
import { once } from '../../src/core/once';
import type { RejectedBook } from '../../src/core/ports';
import { refusal } from '../../src/core/refusal';
import { keepRejected, type RejectedPorts } from '../../src/intake/rejected';
import { serialOf } from '../../src/workbook/date-serial';
import type { Row } from '../../src/workbook/layout';
import { nodeCrypto } from '../support/node-crypto';
import { only } from '../support/only';
import { freshView, headersOf } from '../workbook/places';

const clock = {
  now: () => new Date('2026-11-23T15:00:00Z'),
  local: (instant: Date) => instant.toISOString().slice(0, 19),
};
const REFUSED = refusal('VALIDATION_FAILED', 'The order was not accepted. See details.', [
  { field: 'email', message: 'is missing' },
]);

const properties = { all: () => ({}), renew: () => false, keepCopy: () => {}, fresh: () => '', set: () => {} };

const portsWith = (rejected: RejectedBook): RejectedPorts => ({
  clock,
  crypto: nodeCrypto,
  rejected,
  once: once({ lock: { tryLock: () => true, release: () => {} }, properties }),
  properties,
});

/** The row of a rejected body in the Rejected tab. */
const rowOf = (raw: string, refused = REFUSED): Row => {
  const rows: Row[] = [];
  const rejected = only<RejectedBook>({
    keep: (_, row) => {
      rows.push(row);
      return 'kept';
    },
  });
  const post = { body: JSON.parse(raw), webhookId: 'msg_1', by: 'ordering platform', replaces: '' };
  keepRejected(portsWith(rejected), freshView(), refused, post, raw);
  return rows[0] ?? {};
};

test('a rejected request is kept with its reasons and its raw body', () => {
  const raw = '{ "orderId": "web-1", "customerName": "José" }';
  const row = rowOf(raw);
  expect(row).toMatchObject({
    'Received At': serialOf('2026-11-23T15:00:00'),
    'Order ID': 'web-1',
    Code: 'VALIDATION_FAILED',
    Reasons: 'The order was not accepted. See details.\nemail is missing',
    'Raw Body': raw,
  });
  for (const header of Object.keys(row)) expect(headersOf('rejected')).toContain(header);
});

test('the shared key is never stored in a cell', () => {
  const row = rowOf('{"key":"sesame","customerName":"Paul"}');
  expect(JSON.stringify(row)).not.toContain('sesame');
  expect(JSON.parse(String(row['Raw Body']))).toEqual({ customerName: 'Paul' });
});

test('without an order id, the webhook’s id identifies the request', () => {
  expect(rowOf('{}')['Order ID']).toBe('msg_1');
});

test('a tab that can’t be written doesn’t turn the reasons into another error', () => {
  const rejected = only<RejectedBook>({
    keep: () => {
      throw new Error('Service Spreadsheets timed out');
    },
  });
  const post = { body: {}, webhookId: '', by: 'ordering platform', replaces: '' };
  expect(() => keepRejected(portsWith(rejected), freshView(), REFUSED, post, '{}')).not.toThrow();
});

test('an id keeps no line breaks and no control characters', () => {
  expect(rowOf(JSON.stringify({ orderId: '\n=1+1\u0000\r\n\u2028x' }))['Order ID']).toBe('=1+1 x');
});
