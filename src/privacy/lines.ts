import type { TabTexts } from '../core/file-ports';
import { GONE } from '../domain/erased';
import { ANY_ADDRESS } from './patterns';
import { whoseRefused, withoutRefused } from './refused';
import { tabOf } from './register';
import { type Person, plain } from './scrub';
import { cellOf, eachRow, headersOf } from './tab-rows';

/** New values for a line's personal cells, by header; empty if the line has nothing about the customer. */
type LineRule = (cell: (header: string) => string, person: Person) => Readonly<Record<string, string>>;

/** Events whose lines quote a customer or say how to track a parcel. */
const WHOLE: readonly string[] = ['feedback', 'tracking'];

/** Events whose lines quote what was typed in the row: it may be another spelling of what was accepted. */
const QUOTING: readonly string[] = ['flagged', 'reverted', 'put back', 'corrected', 'created'];
const QUOTED = /"[^"]*"/g;

/** A line of the Activity tab. What a customer or someone wrote freely goes as a whole. */
const activityLine: LineRule = (cell, person) => {
  const isTheirs = isAboutTheirs(cell, person);
  const detail = cell('Detail');
  if (!isTheirs) {
    // A line about another order may name someone of the same name.
    const isOthers = cell('Order ID') !== '';
    const isNamed = isOthers ? person.isAddressedIn(detail) : person.isNamedIn(detail);
    return isNamed ? { Detail: person.without(detail, false) } : {};
  }
  if (WHOLE.includes(cell('Event'))) return { Detail: detail === '' ? '' : GONE };
  const unquoted = QUOTING.includes(cell('Event')) ? detail.replace(QUOTED, `"${GONE}"`) : detail;
  const by = plain(cell('By'));
  return {
    Detail: person.without(unquoted, true).replace(ANY_ADDRESS, (each) => (plain(each) === by ? each : GONE)),
  };
};

const isAboutTheirs = (cell: (header: string) => string, { keys }: Person): boolean =>
  keys.has(cell('Order ID')) || keys.has(cell('Order Number'));

/**
 * A rejected request. One of the customer's own says more than their orders do, so all of it goes, and nothing is left to
 * handle. In another customer's request, only the address goes.
 */
const rejectedLine: LineRule = (cell, person) => {
  if (whoseRefused(cell, person) === 'theirs') return withoutRefused(cell);
  const [raw, reasons] = [cell('Raw Body'), cell('Reasons')];
  if (!person.isAddressedIn(raw) && !person.isAddressedIn(reasons)) return {};
  return { 'Raw Body': person.without(raw, false), Reasons: person.without(reasons, false) };
};

/** The rule of a tab whose lines the program writes itself; null for every other tab. */
const ruleOf = (tab: string): LineRule | null => {
  const key = tabOf(tab);
  if (key === 'rejected') return rejectedLine;
  return key === 'activity' ? activityLine : null;
};

/** Whether the lines of a tab are dealt with here, one by one. */
export const hasRule = (tab: string): boolean => ruleOf(tab) !== null;

/** A line's cells after the erasure; null if nothing changes. */
const afterOf = (
  rule: LineRule,
  headers: readonly string[],
  cells: readonly string[],
  person: Person,
): readonly string[] | null => {
  const wanted = rule(cellOf(headers, cells), person);
  const after = cells.map((cell, column) => {
    const text = wanted[headers[column] ?? ''];
    return text === undefined || text === cell.trim() ? cell : text;
  });
  return after.some((cell, column) => cell !== cells[column]) ? after : null;
};

/** How many lines of a tab. */
export interface TabCount {
  readonly tab: string;
  readonly count: number;
}

/** Lines about the customer in the tabs whose lines the program writes. */
export const linesAbout = (texts: TabTexts, person: Person): TabCount[] =>
  texts
    .names()
    .map((tab) => {
      const rule = ruleOf(tab);
      const headers = rule ? headersOf(texts, tab) : [];
      let count = 0;
      if (rule) eachRow(texts, tab, (cells) => (count += afterOf(rule, headers, cells, person) ? 1 : 0));
      return { tab, count };
    })
    .filter(({ count }) => count > 0);

/** The lines about the customer as they are, by header, tab by tab. */
export const wholeLines = (
  texts: TabTexts,
  person: Person,
): Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> =>
  Object.fromEntries(
    texts.names().flatMap((tab) => {
      const rule = ruleOf(tab);
      if (!rule) return [];
      const headers = headersOf(texts, tab);
      const found: Record<string, string>[] = [];
      eachRow(texts, tab, (cells) => {
        if (afterOf(rule, headers, cells, person))
          found.push(Object.fromEntries(headers.map((header, column) => [header, cells[column] ?? ''])));
      });
      return [[tab, found] as const];
    }),
  );

/** What the Activity tab and its archives say about orders with one of these ids or numbers: who did it, and what. */
export const activityOf = (
  texts: Pick<TabTexts, 'names' | 'block'>,
  keys: ReadonlySet<string>,
): { readonly by: string; readonly detail: string }[] => {
  const found: { by: string; detail: string }[] = [];
  for (const tab of texts.names()) {
    if (tabOf(tab) !== 'activity') continue;
    const headers = headersOf(texts, tab);
    eachRow(texts, tab, (cells) => {
      const cell = cellOf(headers, cells);
      if (keys.has(cell('Order ID')) || keys.has(cell('Order Number')))
        found.push({ by: cell('By'), detail: cell('Detail') });
    });
  }
  return found;
};

const MOST_TRIES = 3;

/**
 * Takes the customer out of those lines. Each row is read again right before it is written: one that has moved in the
 * meantime is looked for again. Returns whether all of them could be written.
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
