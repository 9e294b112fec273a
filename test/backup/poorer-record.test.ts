import { expect, test } from '@jest/globals';
import { isPoorer, richerProgress } from '../../src/backup/poorer-record';
import type { LedgerEntry, Progress } from '../../src/workbook/ledger-row';
import { PAULS_ORDER } from '../workbook/orders';

const [EARLY, LATE] = ['2026-10-02T15:00:00.000Z', '2026-10-05T15:00:00.000Z'];

const entry = (progress: Progress = {}, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  order: PAULS_ORDER,
  fingerprint: 'f',
  replaces: '',
  status: 'paid',
  shipping: 'to ship',
  progress,
  flag: '',
  warnings: [],
  ...more,
});

const order = (more: Partial<LedgerEntry['order']>) => ({ order: { ...PAULS_ORDER, ...more } });
const said: Progress = { feedback: { at: EARLY, rating: 4, comment: 'nice' } };

test.each<[string, LedgerEntry, LedgerEntry]>([
  ['the fingerprint is gone', entry({}, { fingerprint: '' }), entry()],
  ['another event', entry({}, order({ eventCode: 'OTHER' })), entry()],
  ['another moment', entry({}, order({ createdAt: LATE })), entry()],
  ['the warnings are gone', entry(), entry({}, { warnings: ['Look.'] })],
  ['the day of a step that lies behind is gone', entry(), entry({ paid: EARLY })],
  ['the day of a step is earlier than it was', entry({ paid: EARLY }), entry({ paid: LATE })],
  ['what was printed is gone', entry({ printed: {} }), entry({ printed: { labels: EARLY } })],
  ['what was emailed is gone', entry(), entry({ left: { receipt: EARLY } })],
  ['links that were taken back are not', entry({ links: 1 }), entry({ links: 2 })],
  ['that nothing arrived is gone', entry(), entry({ notArrived: EARLY })],
  ['that feedback was asked for is gone', entry(), entry({ askedForFeedback: EARLY })],
  ['the feedback is gone', entry(), entry(said)],
  ['the comment is gone', entry({ feedback: { at: EARLY, rating: 4 } }), entry(said)],
])('a record is poorer than the backup where %s', (_, here, there) => {
  expect(isPoorer(here, there)).toBe(true);
  expect(isPoorer(there, there)).toBe(false);
});

test.each<[string, LedgerEntry, LedgerEntry]>([
  ['it is the same', entry({ paid: EARLY }), entry({ paid: EARLY })],
  ['it went a step on', entry({ paid: EARLY, shipped: LATE }, { status: 'shipped' }), entry({ paid: EARLY })],
  ['it was paid again later', entry({ paid: LATE }), entry({ paid: EARLY })],
  ['the step was taken back', entry({}, { status: 'pending' }), entry({ paid: EARLY })],
  ['staff took back a rating that they had typed', entry(), entry({ feedback: { at: EARLY, rating: 4, typed: true } })],
  ['the day for asking went by', entry({ feedbackDropped: true }), entry({ askedForFeedback: EARLY })],
  ['the backup has it only as taken over', entry({}), entry({ paid: EARLY }, { fingerprint: '' })],
  ['it was accepted again after a replay', entry({}, { fingerprint: 'g', replaces: 'f' }), entry()],
])('a record is not treated as incomplete where %s', (_, here, there) => {
  expect(isPoorer(here, there)).toBe(false);
});

test('a richer record has what the backup knows and what has happened since, and the order stays where it is', () => {
  const note = (at: string, text: string) => ({ at, by: 'staff', text });
  const here = entry({
    notes: [note(LATE, 'new'), note(EARLY, 'old')],
    printed: { labels: LATE },
    links: 3,
    feedback: { at: LATE, rating: 5, comment: 'better' },
  });
  const there = entry(
    { paid: EARLY, shipped: LATE, notes: [note(EARLY, 'old')], printed: { slips: EARLY }, links: 1, ...said },
    { status: 'shipped', shipping: 'shipped' },
  );
  expect(richerProgress(here, there)).toEqual({
    paid: EARLY,
    notes: [note(EARLY, 'old'), note(LATE, 'new')],
    printed: { labels: LATE, slips: EARLY },
    links: 3,
    feedback: { at: LATE, rating: 5, comment: 'better' },
  });
});

test('a canceled order whose record was typed over gets the day back on which it was paid', () => {
  const off = { status: 'cancelled', shipping: null } as const;
  const there = entry({ paid: EARLY, cancelled: LATE, previous: { status: 'paid', shipping: 'to ship' } }, off);
  const here = entry({}, off);
  expect(isPoorer(here, there)).toBe(true);
  expect(richerProgress(here, there)).toMatchObject({ paid: EARLY, cancelled: LATE });
  // Canceled since the backup.
  expect(richerProgress(entry({ cancelled: LATE }, off), entry({ paid: EARLY }))).toMatchObject({ paid: EARLY });
});
