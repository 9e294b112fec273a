import { expect, test } from '@jest/globals';
import { activityLog } from '../../src/backup/logged-steps';
import { rebuiltRecord } from '../../src/backup/rebuilt-record';
import type { Source } from '../../src/backup/restore-source';
import { serialOf } from '../../src/workbook/date-serial';
import type { Row } from '../../src/workbook/layout';
import type { LedgerEntry } from '../../src/workbook/ledger-row';
import { ordersRow } from '../../src/workbook/orders-row';
import { PAULS_ORDER } from '../workbook/orders';

const THEN: LedgerEntry = {
  order: PAULS_ORDER,
  fingerprint: 'f',
  replaces: '',
  status: 'pending',
  shipping: 'to ship',
  progress: {},
  flag: '',
  warnings: [],
};
const MADE = serialOf('2026-10-02T03:00:00');
const local = (instant: Date): string => instant.toISOString().slice(0, 19);

const shown = (cells: Row = {}): Row => ({ ...ordersRow(THEN.order, THEN, 0), ...cells });
const line = (time: string, event: string, from: string, to: string, id = THEN.order.id): Row => ({
  ...{ When: serialOf(`2026-10-02T${time}`), 'Order ID': id, Event: event, From: from, To: to },
  'Order Number': THEN.order.number,
});
const rebuilt = (
  row: Row | undefined,
  lines: readonly Row[] | null,
  madeAt: number | undefined = MADE,
): LedgerEntry => {
  const source: Source = { name: 'a backup', orders: new Map(), ownColumns: [], sequences: {} };
  const log = lines ? { log: activityLog(lines, local) } : {};
  return rebuiltRecord(THEN, row, { ...source, ...log, ...(madeAt === undefined ? {} : { madeAt }) });
};
const standing = ({ status, shipping }: LedgerEntry): unknown[] => [status, shipping];

const PAID = line('09:00:00', 'status', 'pending', 'paid');
const EARLIER = line('01:00:00', 'created', '', 'pending', 'another');

test.each<[string, Row | undefined, Row[] | null, string, string | null]>([
  [
    'a torn sort shows another order’s status',
    shown({ Status: 'shipped', 'Shipping Status': 'shipped' }),
    [EARLIER],
    'pending',
    'to ship',
  ],
  ['a torn sort took a step away that was made', shown(), [EARLIER, PAID], 'paid', 'to ship'],
  ['the row is gone', undefined, [EARLIER, PAID, line('10:00:00', 'status', 'paid', 'shipped')], 'shipped', 'shipped'],
  [
    'a step that was undone',
    shown({ Status: 'paid' }),
    [PAID, line('10:00:00', 'undone', 'paid', 'pending')],
    'pending',
    'to ship',
  ],
  [
    'a step that was put back',
    shown(),
    [EARLIER, line('10:00:00', 'put back', 'shipped', 'pending')],
    'pending',
    'to ship',
  ],
  [
    'the Activity tab was sorted, the newest on top',
    shown(),
    [line('11:00:00', 'status', 'paid', 'shipped'), PAID, EARLIER],
    'shipped',
    'shipped',
  ],
  [
    'a column of the Activity tab was sorted alone',
    shown(),
    [EARLIER, { ...PAID, 'Order Number': 'OTHER-0001' }],
    'pending',
    'to ship',
  ],
  [
    'Activity begins later and tells of no step',
    shown({ Status: 'paid' }),
    [line('09:00:00', 'note', '', '')],
    'paid',
    'to ship',
  ],
  ['a canceled order', shown(), [line('09:00:00', 'status', 'pending', 'cancelled')], 'cancelled', null],
  ['Activity is gone, too: the row says a step that can be', shown({ Status: 'paid' }), [], 'paid', 'to ship'],
  [
    'Activity begins later: the same',
    shown({ Status: 'paid' }),
    [line('09:00:00', 'created', '', 'pending', 'x')],
    'paid',
    'to ship',
  ],
  ['the two statuses contradict each other', shown({ 'Shipping Status': 'shipped' }), [], 'pending', 'to ship'],
  ['the row is another order’s', shown({ Status: 'paid', Email: 'other@example.com' }), [], 'pending', 'to ship'],
  ['nothing at all is known', undefined, null, 'pending', 'to ship'],
])('the status of an order whose record was lost: %s', (_, row, lines, status, shipping) => {
  expect(standing(rebuilt(row, lines))).toEqual([status, shipping]);
});

test('the steps since the backup keep their days, the emails about them count as decided, and an undo knows where it leads', () => {
  const { progress } = rebuilt(shown(), [PAID, line('10:30:00', 'status', 'paid', 'shipped')]);
  expect(progress).toEqual({
    paid: '2026-10-02T09:00:00.000Z',
    shipped: '2026-10-02T10:30:00.000Z',
    previous: { status: 'paid', shipping: 'to ship' },
    mails: ['paid', 'shipped'],
  });
});

test('an order never goes to where it cannot have come since the backup: a row that shows an earlier status is not believed', () => {
  const source: Source = { name: 'a backup', orders: new Map(), ownColumns: [], sequences: {} };
  const paid: LedgerEntry = { ...THEN, status: 'paid' };
  expect(standing(rebuiltRecord(paid, shown(), source))).toEqual(['paid', 'to ship']);
});

test.each<[string, readonly string[], object]>([
  [
    'a rating with a comment',
    ['4/5 - "Great!"'],
    { feedback: { at: '2026-10-02T09:00:00.000Z', rating: 4, comment: 'Great!' } },
  ],
  ['a comment alone', ['"We love them"'], { feedback: { at: '2026-10-02T09:00:00.000Z', comment: 'We love them' } }],
  [
    'a low one, corrected by the customer',
    ['2/5', '5/5 - "Now: fine"'],
    {
      feedback: { at: '2026-10-02T09:00:00.000Z', rating: 5, comment: 'Now: fine' },
      feedbackChanges: 1,
      toldRating: 2,
    },
  ],
  [
    'typed by staff',
    ['3/5 (typed in the sheet)'],
    { feedback: { at: '2026-10-02T09:00:00.000Z', rating: 3, comment: '', typed: true } },
  ],
])('what a customer said since the backup comes back from the Activity tab: %s', (_, texts, progress) => {
  const said = texts.map((text, nth) => ({
    ...line(`09:0${nth}:00`, 'feedback', '', ''),
    Detail: `Paul says of ${THEN.order.number}: ${text}`,
  }));
  const earlier = { ...line('01:00:00', 'feedback', '', ''), Detail: `Paul says of ${THEN.order.number}: 1/5` };
  expect(rebuilt(shown(), [earlier, ...said]).progress).toEqual(progress);
});

test('a canceled order keeps the day on which it was paid, before the backup or since: it was sold, and went back', () => {
  const off = line('10:00:00', 'status', 'paid', 'cancelled');
  expect(rebuilt(shown(), [PAID, off]).progress).toMatchObject({ paid: '2026-10-02T09:00:00.000Z' });
  const source: Source = { name: 'a backup', orders: new Map(), ownColumns: [], sequences: {}, madeAt: MADE };
  const paid: LedgerEntry = { ...THEN, status: 'paid', progress: { paid: '2026-10-01T09:00:00.000Z' } };
  const { progress } = rebuiltRecord(paid, shown(), { ...source, log: activityLog([off], local) });
  expect(progress).toMatchObject({ paid: '2026-10-01T09:00:00.000Z', cancelled: '2026-10-02T10:00:00.000Z' });
});
