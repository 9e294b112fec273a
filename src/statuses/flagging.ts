import { RESTORE } from '../core/words';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Concern, ConcernCode, Decision } from './decision';
import type { SheetCells } from './row-check';

/** What was last reported about a row, as a line of the Ledger's flag: reported once, until it's gone or different. */
interface Mark extends Concern {
  readonly line: string;
}

const lineOf = ({ header, code, about, message }: Concern): string =>
  `${header}: ${message.replace(/\s*\n\s*/g, ' ')} [${[code, about].filter(Boolean).join(' ')}]`;

const FORM = /^([^:]+): (.*) \[(\w+)(?: ([^\]]*))?\]$/;

/** How the words began in flags that were written before there were codes. Never change these. */
const BEFORE_CODES: readonly (readonly [ConcernCode, RegExp])[] = [
  ['torn', /^Status: Held: statuses of several rows changed as if their column had been sorted on its own\. "([^"]*)"/],
  ['foreign', /^Status: Held: this row does not look like order/],
  ['refused', /^(?:Shipping )?Status: (?:"([^"]*)"|An empty cell)/],
  ['accepted', /^(?:Order Number: This is|Items: These are|(?:Subtotal|Shipping Fee|Total): The)/],
  ['differs', /^([^:]+): \1: not what order/],
];

const markOf = (line: string, { status }: Pick<LedgerEntry, 'status'>): Mark => {
  const [, header, message, code, about = ''] = FORM.exec(line) ?? [];
  if (header && message && code) return { line, header, message, code: code as ConcernCode, about };
  const [column = ''] = line.split(':', 1);
  const words = line.slice(column.length + 2);
  for (const [known, form] of BEFORE_CODES) {
    const found = form.exec(line);
    if (!found) continue;
    const isTyped = known === 'torn' || known === 'refused';
    return {
      line,
      header: column,
      message: words,
      code: known,
      about: isTyped ? aboutText(status, found[1] ?? '') : '',
    };
  }
  return { line, header: column, message: words, code: 'correction', about: '' };
};

const marksOf = (entry: Pick<LedgerEntry, 'flag' | 'status'>): Mark[] =>
  entry.flag
    .split('\n')
    .filter(Boolean)
    .map((line) => markOf(line, entry));

/** Texts of cells, such as a status and what was typed instead, as a flag can hold them. */
export const aboutText = (...texts: readonly string[]): string =>
  texts
    .join(' ')
    .replace(/[\s[\]]+/g, ' ')
    .trim()
    .slice(0, LONGEST_ABOUT);
const LONGEST_ABOUT = 60;

/** Whether a mark reports a concern, in whatever words. */
const isTold = (mark: Mark, concern: Concern): boolean =>
  mark.header === concern.header &&
  ((mark.code === concern.code && mark.about === concern.about) ||
    mark.line === `${concern.header}: ${concern.message}`);

/** The Ledger's flag for people, without its codes. */
export const describeFlag = (entry: LedgerEntry): string =>
  marksOf(entry)
    .map(({ header, message }) => `${header}: ${message}`)
    .join('\n');

/**
 * Adds to a decision what is odd about the row, and removes earlier marks with their notes.
 * @param entry the entry as the decision leaves it.
 * @param concerns only the first one of each column counts.
 */
export const withConcerns = (decision: Decision, entry: LedgerEntry, concerns: readonly Concern[]): Decision => {
  const told = concerns.filter(({ header }, index) => concerns.findIndex((each) => each.header === header) === index);
  const before = marksOf(entry);
  const known = told.map((concern) => before.find((mark) => isTold(mark, concern)));
  const outcome = told.length > 0 && decision.outcome !== 'reverted' ? 'flagged' : decision.outcome;
  const message = joined(decision.message, ...told.map((each) => each.message));
  const isSame = told.length === before.length && known.every((mark, index) => mark === before[index]);
  if (isSame) return { ...decision, outcome, message };
  const news = told.filter((_, index) => !known[index]);
  return {
    ...decision,
    outcome,
    message,
    notes: {
      ...Object.fromEntries(before.map(({ header }) => [header, ''])),
      ...decision.notes,
      ...Object.fromEntries(told.map((each) => [each.header, each.message])),
    },
    entry: { ...entry, flag: told.map((concern, index) => known[index]?.line ?? lineOf(concern)).join('\n') },
    events: [...decision.events, ...news.map((each) => ({ event: 'flagged', from: '', to: '', detail: each.message }))],
  };
};

/** What was last reported about column L; blank when nothing is odd there. */
export const statusMark = (entry: LedgerEntry): string =>
  marksOf(entry).find(({ header }) => header === 'Status')?.line ?? '';

/** What was reported about the two status columns and still holds. */
export const toldOfStatuses = (entry: LedgerEntry): Concern[] =>
  marksOf(entry).filter(({ header }) => header === 'Status' || header === 'Shipping Status');

const joined = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

/** Whether a row is held for staff because its status column looked sorted on its own. */
export const isHeldAsSortedAlone = (entry: LedgerEntry): boolean =>
  marksOf(entry).some(({ header, code }) => header === 'Status' && code === 'torn');

/** A status change in a row that can't be trusted: it isn't accepted and no email is sent. */
export const heldRow = (entry: LedgerEntry, row: SheetCells, sortedAlone: boolean): Concern => {
  const { number, customer } = entry.order;
  const asked = textOf(row.Status);
  return {
    header: 'Status',
    code: sortedAlone ? 'torn' : 'foreign',
    about: sortedAlone ? aboutText(entry.status, asked) : '',
    message: sortedAlone
      ? `On hold: several statuses changed as if only their column had been sorted. ${number} is still ${entry.status}, not "${asked}", and no email was sent. Undo the sort, or type the status again if it's right. Other columns of yours, such as Tracking Number, may have moved too.`
      : `On hold: this row no longer matches order ${number} from ${customer.name} (name, email, items or total differ), ` +
        `so its status wasn't changed and no email was sent. Undo the change, or ${RESTORE}.`,
  };
};
