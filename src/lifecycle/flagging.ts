import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Concern, Decision } from './decision';
import type { SheetCells } from './row-check';
import { RESTORE } from './words';

/** How the Ledger keeps what was last told about a row, a line each: told once, until it is gone or another. */
const markOf = ({ header, message }: Concern): string => `${header}: ${message}`;

const marksOf = (entry: LedgerEntry): string[] => entry.flag.split('\n').filter(Boolean);

/** The column of a mark. */
const headerOf = (mark: string): string => mark.slice(0, Math.max(0, mark.indexOf(':')));

/**
 * Adds to a decision what is odd about the row, and takes earlier marks away with their notes.
 * @param entry the entry as the decision leaves it.
 * @param concerns at most one of a column counts: the first.
 */
export const withConcerns = (decision: Decision, entry: LedgerEntry, concerns: readonly Concern[]): Decision => {
  const told = concerns.filter(({ header }, index) => concerns.findIndex((each) => each.header === header) === index);
  const before = marksOf(entry);
  const marks = told.map(markOf);
  const outcome = told.length > 0 && decision.outcome !== 'put back' ? 'flagged' : decision.outcome;
  const message = joined(decision.message, ...told.map((each) => each.message));
  if (marks.join('\n') === before.join('\n')) return { ...decision, outcome, message };
  const news = told.filter((each) => !before.includes(markOf(each)));
  return {
    ...decision,
    outcome,
    message,
    notes: {
      ...Object.fromEntries(before.map((mark) => [headerOf(mark), ''])),
      ...decision.notes,
      ...Object.fromEntries(told.map((each) => [each.header, each.message])),
    },
    entry: { ...entry, flag: marks.join('\n') },
    events: [...decision.events, ...news.map((each) => ({ event: 'flagged', from: '', to: '', detail: each.message }))],
  };
};

/** What was last told about column L; blank when nothing is odd there. */
export const statusMark = (entry: LedgerEntry): string =>
  marksOf(entry).find((mark) => headerOf(mark) === 'Status') ?? '';

/** What was told about the two status columns and still stands. */
export const toldOfStatuses = (entry: LedgerEntry): Concern[] =>
  marksOf(entry)
    .map((mark) => ({ header: headerOf(mark), message: mark.slice(headerOf(mark).length + 2) }))
    .filter(({ header }) => header === 'Status' || header === 'Shipping Status');

const joined = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

const SORTED = 'Held: statuses of several rows changed as if their column had been sorted on its own';

/** Whether a row waits for a person because its status column looked sorted on its own. */
export const isHeldAsTorn = (entry: LedgerEntry): boolean =>
  marksOf(entry).some((mark) => mark.startsWith(`Status: ${SORTED}`));

/** A status change of a row that is not to be trusted: nothing is taken over and nobody mailed. */
export const heldRow = (entry: LedgerEntry, row: SheetCells, torn: boolean): Concern => {
  const { number, customer } = entry.order;
  const asked = textOf(row.Status);
  return {
    header: 'Status',
    message: torn
      ? `${SORTED}. "${asked}" was not taken over for ${number}, which is ${entry.status}, and nobody was mailed. Undo the sort, or type the status again if it is right.`
      : `Held: this row does not look like order ${number} of ${customer.name} any more (name, email, items or total differ), ` +
        `so its status was not taken over and nobody was mailed. Undo the change, or ${RESTORE}.`,
  };
};
