import { expect, test } from '@jest/globals';
import type { TabTexts } from '../../src/core/file-ports';
import { EMAIL_KINDS, isStillTrue } from '../../src/domain/email-kind';
import { erasedRows } from '../../src/privacy/erase-changes';
import { erasedEmails } from '../../src/privacy/erased-emails';
import { scrubLines } from '../../src/privacy/lines';
import { personOf } from '../../src/privacy/scrub';
import type { LedgerEntry } from '../../src/workbook/ledger-row';
import { PAULS_ORDER } from '../workbook/orders';

const ENTRY: LedgerEntry = {
  order: { ...PAULS_ORDER, id: 'p-1', customer: { name: 'mark Smith', email: 'p@ex.com', phone: '407-555-0134' } },
  fingerprint: 'f',
  replaces: '',
  status: 'shipped',
  shipping: 'shipped',
  progress: {},
  flag: '',
  warnings: [],
};
const PERSON = personOf([{ entry: ENTRY, ledgerAt: 2, row: null }], 'p@ex.com');

test('an address or a word is removed as a whole only, not out of a longer one', () => {
  const kept = ['ap@ex.com', 'a.p@ex.com', 'o’p@ex.com', 'p@ex.com.au', 'p@ex.company', '1407-555-01345', 'Smithers'];
  for (const text of kept) expect(PERSON.without(text, true)).toBe(text);
  expect(PERSON.without('Email <P@EX.com>, or p@ex.com. Smith: 407-555-0134', true)).toBe(
    'Email <(erased)>, or (erased). (erased): (erased)',
  );
  // Of a line about someone else's order only what names the customer beyond doubt goes.
  expect(PERSON.without('MARK SMITH and Ann Smith', false)).toBe('(erased) and Ann Smith');
});

test('waiting emails are canceled; one that left, or may have left, is shown as before', () => {
  const rows = ['queued', 'held', 'waiting for quota', 'sent', 'unsure', 'handing over', 'failed'].map((State, at) => ({
    at,
    cells: { Key: `receipt:p-1:${at}`, 'Order ID': 'p-1', Kind: 'receipt', To: 'p@ex.com', State, Error: '' },
  }));
  const states = erasedEmails(rows, PERSON).map((change) => ('row' in change ? change.row.State : ''));
  expect(states).toEqual(['cancelled', 'cancelled', 'cancelled', undefined, undefined, undefined, undefined]);
});

test('no email to an erased customer is true any more', () => {
  expect(isStillTrue('receipt', ENTRY)).toBe(true);
  for (const kind of EMAIL_KINDS) expect(isStillTrue(kind, { ...ENTRY, progress: { erased: true } })).toBe(false);
});

test('in columns of staff a formula stays, unless it names the customer itself', () => {
  const cells = { 'Order ID': 'p-1', Copied: 'p@ex.com', Linked: 'p@ex.com', Typed: 'p@ex.com', Other: 'blue' };
  const formulas = new Map([
    ['Copied', '=D2'],
    ['Linked', '=HYPERLINK("mailto:p@ex.com")'],
  ]);
  const order = { entry: ENTRY, ledgerAt: 2, row: { at: 2, cells } };
  const [row] = erasedRows(
    order,
    PERSON,
    () => 1,
    () => formulas,
  );
  expect(row).toMatchObject({ row: { Linked: '(erased)', Typed: '(erased)' } });
  expect(row && 'row' in row ? Object.keys(row.row) : []).not.toEqual(expect.arrayContaining(['Copied']));
  expect(row && 'row' in row ? Object.keys(row.row) : []).not.toEqual(expect.arrayContaining(['Other']));
});

/** An Activity tab in memory, into which someone inserts a row at the top right before the first write. */
const movingTab = (lines: number) => {
  const line = (nth: number): string[] => (nth % 1_999 === 1 ? ['p-1', 'of Smith'] : [`o-${nth}`, 'of Smith']);
  const rows = [['Order ID', 'Detail'], ...Array.from({ length: lines }, (_, nth) => line(nth))];
  let largest = 0;
  let isMoved = false;
  const texts: TabTexts = {
    names: () => ['Activity until 2026-11-01 09.00.00', 'Notes of Smith'],
    block: (tab, from, count) => {
      largest = Math.max(largest, count);
      return tab.startsWith('Activity') ? rows.slice(from - 1, from - 1 + count) : [['Order ID'], ['p-1']];
    },
    formulas: () => new Map(),
    notes: () => [],
    helps: () => [],
    replaceNote: () => false,
    replace: (_, row, before, after) => {
      if (!isMoved) rows.splice(1, 0, ['o-new', 'of Smith']);
      isMoved = true;
      if (JSON.stringify(rows[row - 1]) !== JSON.stringify(before)) return false;
      rows[row - 1] = [...after];
      return true;
    },
  };
  return { texts, rows, largest: () => largest };
};

test('a long tab is read in blocks, and a row that was inserted in the meantime keeps its own text', () => {
  const tab = movingTab(5_000);
  expect(scrubLines(tab.texts, PERSON)).toBe(true);
  expect(tab.largest()).toBeLessThan(5_000);
  const changed = tab.rows.filter(([, detail]) => detail !== 'of Smith').slice(1);
  expect(changed).toEqual([
    ['p-1', 'of (erased)'],
    ['p-1', 'of (erased)'],
    ['p-1', 'of (erased)'],
  ]);
});

test('what the program may one day keep of a customer does not outlive the customer', () => {
  const order = { ...ENTRY.order, customer: { ...ENTRY.order.customer, birthday: 'secret' }, message: 'secret' };
  const progress = {
    ...ENTRY.progress,
    paid: '2026-10-02T15:00:00.000Z',
    allergies: 'secret',
    trackingNumber: 'secret',
    typedNumber: 'secret',
    noted: 'secret',
    feedback: { at: '2026-10-03T15:00:00.000Z', rating: 2, comment: 'secret' },
  };
  const entry: LedgerEntry = { ...ENTRY, order, progress };
  const text = JSON.stringify(
    erasedRows(
      { entry, ledgerAt: 2, row: null },
      PERSON,
      () => 0,
      () => new Map(),
    ),
  );
  expect(text).not.toContain('secret');
  expect(text).toContain('2026-10-02T15:00:00.000Z');
  // The figures of the feedback stay; the comment that it came with is gone, and known to be.
  expect(text).toContain('\\"rating\\":2,\\"comment\\":\\"\\"');
});
