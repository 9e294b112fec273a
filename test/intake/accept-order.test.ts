import { expect, test } from '@jest/globals';
import type { OutboxBook } from '../../src/core/outbox-ports';
import type { CommitOutcome, LedgerBook, OrdersBook, SheetRow } from '../../src/core/ports';
import { acceptOrder } from '../../src/intake/accept-order';
import type { IntakePorts } from '../../src/intake/intake-ports';
import type { JsonObject } from '../../src/intake/order-form';
import { changeWorkbook } from '../../src/ledger/unit-of-work';
import type { Change } from '../../src/workbook/changes';
import { readConfig } from '../../src/workbook/config';
import { SAMPLE_EVENT } from '../../src/workbook/events';
import type { Row } from '../../src/workbook/layout';
import { headText, type LedgerHead } from '../../src/workbook/ledger-row';
import { nodeCrypto } from '../support/node-crypto';
import { only } from '../support/only';
import { freshView } from '../workbook/places';
import { PAULS_POST } from './bodies';

const MINUTE = 60_000;

/** The Ledger row that a commit makes. */
const ledgerRowOf = (changes: readonly Change[]): Row =>
  changes.flatMap((change) => (change.tab === 'ledger' && 'row' in change ? [change.row] : []))[0] ?? {};

/** An intake over a Ledger in memory, newest row first; a commit lands unless the test says otherwise. */
class Intake {
  now = Date.parse('2026-11-23T15:00:00Z');
  view = freshView({ events: [SAMPLE_EVENT] });
  rows: Record<string, string | number | boolean>[] = [];
  commits: { changes: readonly Change[]; head: LedgerHead }[] = [];
  outcomes: CommitOutcome[] = [];
  /** The Order IDs of the Orders tab. */
  ids: string[] = [];
  lockIsFree = true;
  locked = 0;

  private get newest(): SheetRow[] {
    return this.rows.map((cells, index) => ({ at: index + 2, cells }));
  }

  private readonly books = {
    clock: { now: () => new Date(this.now), local: (instant: Date) => instant.toISOString().slice(0, 19) },
    crypto: nodeCrypto,
    workbook: { read: () => this.view },
    ledger: only<LedgerBook>({
      find: (_, header, text) => this.newest.find(({ cells }) => cells[header] === text) ?? null,
      findContent: (_, texts, headers = ['Fingerprint', 'Replaces']) =>
        this.newest.find(({ cells }) => headers.some((header) => texts.includes(String(cells[header])))) ?? null,
      newest: (_, rows) => this.newest.slice(0, rows),
      column: (_, header) => this.rows.map((row) => row[header] ?? ''),
    }),
    orders: only<OrdersBook>({ ids: () => this.ids, numbers: () => [] }),
  };

  /** As one execution has them. */
  private ports(): IntakePorts {
    const properties = { all: () => ({}), renew: () => false, keepCopy: () => {}, fresh: () => '', set: () => {} };
    const change = changeWorkbook({
      ...this.books,
      lock: {
        tryLock: () => {
          if (this.lockIsFree) this.locked++;
          return this.lockIsFree;
        },
        release: () => void this.locked--,
      },
      cache: { get: () => null, put: () => {} },
      properties,
      outbox: only<OutboxBook>({}),
      committer: { commit: (_, changes, head) => this.commit(changes, head) },
    });
    return { ...this.books, change, properties, statusLink: () => '', addressLook: () => [], sends: true };
  }

  private commit(changes: readonly Change[], head: LedgerHead): CommitOutcome {
    expect(this.locked).toBe(1);
    this.commits.push({ changes, head });
    const failed = this.outcomes.shift();
    if (failed) return failed;
    const next = { ...head, revision: head.revision + 1 };
    this.rows.unshift({ ...ledgerRowOf(changes), Head: headText(next) });
    return { outcome: 'landed', head: next, former: null };
  }

  post(body: JsonObject = PAULS_POST, webhookId = '') {
    const config = readConfig(this.view, undefined);
    const acceptance = acceptOrder(this.ports(), this.view, config, {
      body,
      webhookId,
      by: 'ordering platform',
      replaces: '',
    });
    expect(this.locked).toBe(0);
    return acceptance;
  }
}

const codeOf = ({ answer }: ReturnType<Intake['post']>) => (answer.ok ? 'ok' : answer.code);

test('a new order is numbered and stored in one commit, and its receipt is queued', () => {
  const intake = new Intake();
  intake.ids = ['x', '', 'y', '', ''];
  const { answer, created } = intake.post({ ...PAULS_POST, orderId: 'web-1' });
  expect(answer).toEqual({
    ok: true,
    orderId: 'web-1',
    orderNumber: 'ASDAR26-0001',
    status: 'pending',
    subtotal: '40.00',
    shippingFee: '0.00',
    total: '40.00',
    duplicate: false,
  });
  expect(created?.order.id).toBe('web-1');
  expect(intake.commits).toHaveLength(1);
  const [commit] = intake.commits;
  expect(commit?.changes.map(({ change, tab }) => `${change} ${tab}`)).toEqual([
    'insert ledger',
    'insert orders',
    'append outbox',
    'append activity',
  ]);
  expect(commit?.changes[1]).toMatchObject({ at: 5 });
});

test('the same order id and content always gets the original answer and stores nothing', () => {
  const intake = new Intake();
  const body = { ...PAULS_POST, orderId: 'web-1' };
  const first = intake.post(body);
  intake.now += 400 * 24 * 60 * MINUTE;
  const { items, ...others } = body;
  const again = intake.post({ items, ...others });
  expect(again).toMatchObject({ answer: { ...first.answer, duplicate: true }, created: null });
  expect(intake.commits).toHaveLength(1);
});

test('the same order id with different content is a conflict that never reveals the other order’s number', () => {
  const intake = new Intake();
  intake.post({ ...PAULS_POST, orderId: 'web-1' });
  const other = intake.post({ ...PAULS_POST, orderId: 'web-1', customerName: 'Paula Smith' });
  expect(other.created).toBeNull();
  expect(other.answer).toMatchObject({ ok: false, code: 'ORDER_CONFLICT' });
  expect(JSON.stringify(other.answer)).not.toContain('ASDAR26-0001');
  expect(intake.commits).toHaveLength(1);
});

test('another order id with the same content is another order', () => {
  const intake = new Intake();
  intake.post({ ...PAULS_POST, orderId: 'web-1' });
  expect(intake.post({ ...PAULS_POST, orderId: 'web-2' }).answer).toMatchObject({
    orderNumber: 'ASDAR26-0002',
    duplicate: false,
  });
});

test('without an order id, the webhook’s id is used', () => {
  const intake = new Intake();
  expect(intake.post(PAULS_POST, 'msg_1').answer).toMatchObject({ orderId: 'msg_1', duplicate: false });
  intake.now += 60 * MINUTE;
  expect(intake.post(PAULS_POST, 'msg_1').answer).toMatchObject({ orderId: 'msg_1', duplicate: true });
  expect(intake.post(PAULS_POST, 'msg_2').answer).toMatchObject({ orderId: 'msg_2', duplicate: false });
});

test('without any id the same content counts as a retry for ten minutes', () => {
  const intake = new Intake();
  const first = intake.post();
  intake.now += 10 * MINUTE;
  expect(intake.post().answer).toEqual({ ...first.answer, duplicate: true });
  intake.now += 1;
  expect(intake.post().answer).toMatchObject({ duplicate: false, orderNumber: 'ASDAR26-0002' });
});

test('a retry is recognized even if prices have changed since', () => {
  const intake = new Intake();
  const body = { ...PAULS_POST, orderId: 'web-1', total: '40.00' };
  const first = intake.post(body);
  intake.view = {
    ...intake.view,
    priceList: [
      { Size: '4x6', Price: 9 },
      { Size: '8x10', Price: 25 },
    ],
  };
  expect(intake.post(body).answer).toEqual({ ...first.answer, duplicate: true });
  intake.view = { ...intake.view, priceList: [{ Size: '5x7', Price: 15 }] };
  expect(intake.post(body).answer).toEqual({ ...first.answer, duplicate: true });
  expect(codeOf(intake.post({ ...body, orderId: 'web-2' }))).toBe('VALIDATION_FAILED');
});

test('a wrong total is rejected with both amounts, a correct one is accepted', () => {
  const intake = new Intake();
  expect(intake.post({ ...PAULS_POST, total: 44 }).answer).toEqual({
    ok: false,
    code: 'PRICE_MISMATCH',
    error: 'The total sent is 44.00, but the current price list makes it 40.00.',
    details: [{ field: 'total', message: 'is 44.00, but should be 40.00' }],
  });
  expect(intake.commits).toEqual([]);
  expect(codeOf(intake.post({ ...PAULS_POST, total: '$40.00' }))).toBe('ok');
});

test('the shipping fee from Settings is charged, except for a pickup', () => {
  const intake = new Intake();
  intake.view = {
    ...intake.view,
    settings: [
      { Setting: 'Shipping fee', Value: 5.5 },
      { Setting: 'Free shipping minimum', Value: 100 },
    ],
  };
  expect(intake.post({ ...PAULS_POST, orderId: '1' }).answer).toMatchObject({ shippingFee: '5.50', total: '45.50' });
  expect(intake.post({ ...PAULS_POST, orderId: '2', fulfillmentType: 'pickup' }).answer).toMatchObject({
    shippingFee: '0.00',
    total: '40.00',
  });
});

test('invalid input is rejected without taking the lock', () => {
  const intake = new Intake();
  intake.lockIsFree = false;
  expect(codeOf(intake.post({}))).toBe('VALIDATION_FAILED');
  expect(intake.post({ ...PAULS_POST })).toMatchObject({
    answer: expect.objectContaining({ ok: false, code: 'BUSY', retry: true }),
    created: null,
  });
  expect(intake.commits).toEqual([]);
});

test('orders over the limit per minute are asked to come back later', () => {
  const intake = new Intake();
  intake.view = { ...intake.view, settings: [{ Setting: 'Orders per minute', Value: 2 }] };
  const post = (orderId: string) => intake.post({ ...PAULS_POST, orderId });
  expect([post('1'), post('2'), post('3'), post('2')].map(codeOf)).toEqual(['ok', 'ok', 'BUSY', 'ok']);
  expect(post('3').answer).toMatchObject({ retry: true, retryAfterSeconds: 60 });
  intake.now += MINUTE;
  expect(codeOf(post('3'))).toBe('ok');
});

test('a commit overtaken by another one is retried, and no number is used twice', () => {
  const intake = new Intake();
  intake.outcomes = [
    { outcome: 'stale', error: 'late' },
    { outcome: 'stale', error: 'late' },
  ];
  expect(codeOf(intake.post())).toBe('ok');
  expect(intake.commits).toHaveLength(3);
  expect(intake.rows).toHaveLength(1);
});

test.each([
  ['quota', 1],
  ['unknown', 1],
  ['refused', 3],
] as const)('a commit whose outcome is %s ends in BUSY after %d tries, without an email', (outcome, tries) => {
  const intake = new Intake();
  intake.outcomes = [1, 2, 3].map(() => ({ outcome, error: 'why' }));
  expect(intake.post()).toMatchObject({
    answer: expect.objectContaining({ ok: false, code: 'BUSY', retry: true }),
    created: null,
  });
  expect(intake.commits).toHaveLength(tries);
});

test('the retry finds a commit that landed late, after the answer BUSY', () => {
  const intake = new Intake();
  intake.outcomes = [{ outcome: 'unknown', error: 'Service Spreadsheets timed out' }];
  const body = { ...PAULS_POST, orderId: 'web-1' };
  expect(codeOf(intake.post(body))).toBe('BUSY');
  const [late] = intake.commits;
  intake.rows.unshift({ ...ledgerRowOf(late?.changes ?? []) });
  expect(intake.post(body).answer).toMatchObject({ ok: true, duplicate: true });
  expect(intake.rows).toHaveLength(1);
});

test('no receipt is written if it’s turned off', () => {
  const intake = new Intake();
  intake.view = { ...intake.view, emails: [{ Kind: 'receipt', On: 'off' }] };
  intake.post();
  expect(intake.commits[0]?.changes.map(({ tab }) => tab)).not.toContain('outbox');
});
