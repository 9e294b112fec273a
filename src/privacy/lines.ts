import type { TabTexts } from '../core/file-ports';
import { GONE } from '../domain/erased';
import { isObject, readOrderForm } from '../intake/order-form';
import { ERASED, OPEN, parseRejectedKey } from '../intake/rejected';
import { TABS } from '../workbook/tabs';
import type { Person } from './scrub';

/** Rows that are read at once. */
const BLOCK = 2_000;

/** The rows of a tab below its header, a block at a time. */
const eachRow = (texts: TabTexts, tab: string, visit: (cells: readonly string[], row: number) => void): void => {
  for (let from = 2; ; from += BLOCK) {
    const rows = texts.block(tab, from, BLOCK);
    rows.forEach((cells, index) => {
      visit(cells, from + index);
    });
    if (rows.length < BLOCK) return;
  }
};

/** The personal cells of a line as they are to be, by header; empty when the line has nothing of the customer. */
type LineRule = (cell: (header: string) => string, person: Person) => Readonly<Record<string, string>>;

/** Events whose lines say what a customer wrote, or where a parcel can be looked up. */
const WHOLE: readonly string[] = ['feedback', 'tracking'];

/** A line of the Activity tab. What a customer or a person wrote freely goes as a whole. */
const activityLine: LineRule = (cell, person) => {
  const isTheirs = person.keys.has(cell('Order ID')) || person.keys.has(cell('Order Number'));
  const detail = cell('Detail');
  if (!isTheirs && !person.isAddressedIn(detail)) return {};
  return { Detail: isTheirs && WHOLE.includes(cell('Event')) ? GONE : person.without(detail, isTheirs) };
};

/** The address in a refused post; blank when it has none, null when nobody can read the post. */
const emailIn = (raw: string): string | null => {
  try {
    const body: unknown = JSON.parse(raw);
    return isObject(body) ? String(readOrderForm(body).values.email ?? '').trim() : null;
  } catch {
    return null;
  }
};

/**
 * A refused post. One of the customer's names more than their orders tell: it goes as a whole, and nobody has to see to
 * it any more. Of another customer's post nothing but the address goes.
 */
const rejectedLine: LineRule = (cell, person) => {
  const raw = cell('Raw Body');
  const reasons = cell('Reasons');
  if (raw === GONE) return {};
  const email = emailIn(raw);
  const isOwnAddress = email?.toLowerCase() === person.email.toLowerCase();
  const isAnothers = Boolean(email?.includes('@')) && !isOwnAddress;
  const isOwnOrder =
    person.posts.has(parseRejectedKey(cell('Fingerprint'))?.fingerprint ?? '') ||
    (!isAnothers && (person.keys.has(cell('Order ID')) || person.isAddressedIn(raw)));
  if (isOwnAddress || isOwnOrder) {
    const state = cell('State').toLowerCase() === OPEN ? { State: ERASED } : {};
    return { 'Raw Body': GONE, Reasons: person.without(reasons, true), ...state };
  }
  if (!person.isAddressedIn(raw) && !person.isAddressedIn(reasons)) return {};
  return { 'Raw Body': person.without(raw, false), Reasons: person.without(reasons, false) };
};

/** The rule of a tab whose lines the program writes itself; null for every other tab. */
const ruleOf = (tab: string): LineRule | null => {
  if (tab === TABS.rejected.name) return rejectedLine;
  // A long Activity tab is moved aside under a name that begins so (src/lifecycle/roll-activity.ts).
  return tab === TABS.activity.name || tab.startsWith(`${TABS.activity.name} until `) ? activityLine : null;
};

/** The cells of a line as they are to be; null when nothing changes. */
const afterOf = (
  rule: LineRule,
  headers: readonly string[],
  cells: readonly string[],
  person: Person,
): readonly string[] | null => {
  const wanted = rule((header) => cells[headers.indexOf(header)]?.trim() ?? '', person);
  const after = cells.map((cell, column) => {
    const text = wanted[headers[column] ?? ''];
    return text === undefined || text === cell.trim() ? cell : text;
  });
  return after.some((cell, column) => cell !== cells[column]) ? after : null;
};

/** So many lines of a tab. */
export interface TabCount {
  readonly tab: string;
  readonly count: number;
}

const found = (tabs: readonly TabCount[]): TabCount[] => tabs.filter(({ count }) => count > 0);

const headersOf = (texts: TabTexts, tab: string): string[] =>
  (texts.block(tab, 1, 1)[0] ?? []).map((header) => header.trim());

/** Lines about the customer in the tabs whose lines the program writes. */
export const linesAbout = (texts: TabTexts, person: Person): TabCount[] =>
  found(
    texts.names().map((tab) => {
      const rule = ruleOf(tab);
      const headers = rule ? headersOf(texts, tab) : [];
      let count = 0;
      if (rule) eachRow(texts, tab, (cells) => (count += afterOf(rule, headers, cells, person) ? 1 : 0));
      return { tab, count };
    }),
  );

/** Tabs that are dealt with row by row in the commit. */
const COMMITTED: readonly string[] = [TABS.orders.name, TABS.ledger.name, TABS.outbox.name];

/** Lines that name the customer in tabs that belong to people: the program does not write there. */
export const linesElsewhere = (texts: TabTexts, person: Person): TabCount[] =>
  found(
    texts.names().map((tab) => {
      let count = 0;
      if (!ruleOf(tab) && !COMMITTED.includes(tab))
        eachRow(texts, tab, (cells) => (count += cells.some((cell) => person.isNamedIn(cell)) ? 1 : 0));
      return { tab, count };
    }),
  );

const MOST_TRIES = 3;

/**
 * Takes the customer out of those lines. Each row is read again right before it is written: one that has moved
 * meanwhile is looked for anew. Returns whether all of them could be written.
 */
export const scrubLines = (texts: TabTexts, person: Person): boolean => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    let missed = 0;
    for (const tab of texts.names()) {
      const rule = ruleOf(tab);
      if (!rule) continue;
      const headers = headersOf(texts, tab);
      eachRow(texts, tab, (cells, row) => {
        const after = afterOf(rule, headers, cells, person);
        if (after && !texts.replace(tab, row, cells, after)) missed++;
      });
    }
    if (missed === 0) return true;
  }
  return false;
};
