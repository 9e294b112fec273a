import { expect, test } from '@jest/globals';
import { deliverDue } from '../../src/mail/deliver-due';
import type { LedgerBook, OutboxBook, SheetRow } from '../../src/ports';
import { readConfig } from '../../src/workbook/config';
import type { Row } from '../../src/workbook/layout';
import { type LedgerEntry, ledgerRow } from '../../src/workbook/ledger-row';
import { only } from '../support/only';
import { PAULS_ORDER } from '../workbook/orders';
import { freshView } from '../workbook/places';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const SECOND = 1000;
const mail = (some: Row): Row => ({
  Key: 'receipt:a:1',
  'Order ID': 'a',
  Kind: 'receipt',
  State: 'queued',
  Attempts: 0,
  'Not After': NOW + 1,
  ...some,
});

const entry = (id: string, some: Partial<LedgerEntry> = {}): LedgerEntry => ({
  order: { ...PAULS_ORDER, id, customer: { ...PAULS_ORDER.customer, email: `${id}@example.com` } },
  fingerprint: 'f',
  replaces: '',
  status: 'paid',
  shipping: 'to ship',
  progress: { paid: '2026-11-23T14:00:00.000Z' },
  flag: '',
  warnings: [],
  ...some,
});

/** The sweep over an Outbox and a Ledger in memory; what it did, in order. */
const sweep = (mails: readonly Row[], entries: readonly LedgerEntry[], lockIsFree = true) => {
  const done: string[] = [];
  let locked = false;
  const rows: SheetRow[] = mails.map((cells, index) => ({ at: index + 2, cells }));
  const ledger: SheetRow[] = entries.map((one, index) => ({ at: index + 2, cells: ledgerRow(one) }));
  const view = freshView();
  const sent = deliverDue(
    {
      clock: { now: () => new Date(NOW), local: (instant) => instant.toISOString().slice(0, 19) },
      lock: {
        tryLock: () => {
          locked = lockIsFree;
          return lockIsFree;
        },
        release: () => {
          locked = false;
        },
      },
      ledger: only<LedgerBook>({ index: () => ledger, whole: (_, at) => ledger.filter((row) => at.includes(row.at)) }),
      outbox: only<OutboxBook>({
        all: () => rows,
        rowsOf: (_, keys) =>
          new Map(
            rows
              .filter(({ cells }) => keys.includes(String(cells.Key)))
              .map(({ at, cells }) => [String(cells.Key), at]),
          ),
        mark: (_, at, { state }) => void done.push(`${at} ${state}`),
      }),
      claims: {
        write: (_, writes) => {
          expect(locked).toBe(true);
          for (const { at, cells } of writes) done.push(`${at} -> ${cells.State}`);
        },
      },
      mailer: {
        send: ({ to, subject }) => {
          expect(locked).toBe(false);
          done.push(`to ${to}: ${subject}`);
        },
      },
    },
    view,
    readConfig(view, undefined),
  );
  expect(locked).toBe(false);
  return { sent, done };
};

test.each([
  ['queued', {}, '2 -> claimed'],
  ['queued', { 'Not Before': NOW + SECOND }, undefined],
  ['queued', { 'Not Before': NOW }, '2 -> claimed'],
  ['queued', { 'Not After': NOW }, '2 -> claimed'],
  ['queued', { 'Not After': NOW - SECOND }, '2 -> cancelled'],
  ['queued', { 'Not After': '' }, '2 -> claimed'],
  ['waiting for quota', {}, '2 -> claimed'],
  ['waiting for quota', { 'Not After': NOW - SECOND }, '2 -> cancelled'],
  ['claimed', { 'Lease Until': NOW + SECOND }, undefined],
  ['claimed', { 'Lease Until': NOW - SECOND }, '2 -> claimed'],
  ['claimed', { 'Lease Until': '' }, '2 -> claimed'],
  ['handing over', { 'Lease Until': NOW + SECOND }, undefined],
  ['handing over', { 'Lease Until': NOW - SECOND }, '2 -> unsure'],
  ['handing over', { 'Lease Until': NOW - SECOND, 'Not After': NOW - SECOND }, '2 -> unsure'],
  ['sent', {}, undefined],
  ['unsure', {}, undefined],
  ['failed', {}, undefined],
  ['held', {}, undefined],
  ['cancelled', {}, undefined],
  ['nonsense', {}, undefined],
])('a mail that is %s with %j is taken up so: %s', (State, times, step) => {
  expect(sweep([mail({ State, ...times })], [entry('a')]).done[0]).toBe(step);
});

test('what is due is claimed under the lock and sent after it, receipts first', () => {
  const mails = [mail({ Key: 'paid:a:1', Kind: 'paid' }), mail({ Key: 'receipt:b:1', 'Order ID': 'b' })];
  expect(sweep(mails, [entry('a'), entry('b')])).toEqual({
    sent: 2,
    done: [
      '3 -> claimed',
      '2 -> claimed',
      '3 handing over',
      'to b@example.com: We have your order ASDAR26-0001',
      '3 sent',
      '2 handing over',
      'to a@example.com: Your payment for order ASDAR26-0001 has arrived',
      '2 sent',
    ],
  });
});

test('what died while being handed over waits for a person, and what is old news is not sent', () => {
  const mails = [
    mail({ State: 'handing over', 'Lease Until': NOW - SECOND }),
    mail({ Key: 'receipt:b:1', 'Order ID': 'b', 'Not After': NOW - SECOND }),
  ];
  expect(sweep(mails, [entry('a'), entry('b')])).toEqual({ sent: 0, done: ['2 -> unsure', '3 -> cancelled'] });
});

test('a mail that is not true any more, or of an order that nobody knows, is cancelled', () => {
  const mails = [mail({}), mail({ Key: 'receipt:x:1', 'Order ID': 'x' }), mail({ Key: 'odd:a:1', Kind: 'odd' })];
  const { sent, done } = sweep(mails, [entry('a', { status: 'cancelled', shipping: null })]);
  expect(sent).toBe(0);
  expect([...done].sort()).toEqual(['2 -> cancelled', '3 -> cancelled', '4 -> cancelled']);
});

test('nothing is taken up while somebody else holds the lock, and nothing written when nothing is due', () => {
  expect(sweep([mail({})], [entry('a')], false)).toEqual({ sent: 0, done: [] });
  expect(sweep([mail({ State: 'sent' })], [entry('a')])).toEqual({ sent: 0, done: [] });
});

test('one run takes up a hundred mails, the next one the rest', () => {
  const ids = Array.from({ length: 130 }, (_, index) => `o${index}`);
  const mails = ids.map((id) => mail({ Key: `receipt:${id}:1`, 'Order ID': id }));
  const { sent, done } = sweep(
    mails,
    ids.map((id) => entry(id)),
  );
  expect(sent).toBe(100);
  expect(done.filter((line) => line.endsWith('-> claimed'))).toHaveLength(100);
});
