import { hereOf } from '../backup/restore-source';
import type { Snapshot } from '../core/file-ports';
import type { SheetRow } from '../core/ports';
import { erasedOrder } from '../domain/erased';
import { STEP_KINDS } from '../domain/mail-kind';
import type { Order } from '../domain/order';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { type Row, textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow, type Progress, withNewLinks } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TABS } from '../workbook/tabs';
import type { CustomersOrder, Person } from './scrub';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Every order that was accepted under an email address. What its row says does not count: cells may have slipped. */
export const ordersOf = (snapshot: Snapshot, email: string): readonly CustomersOrder[] => {
  const here = hereOf(snapshot);
  return [...here.ledger].flatMap(([id, { at, entry }]): CustomersOrder[] =>
    entry && same(entry.order.customer.email, email)
      ? [{ entry, ledgerAt: at, row: here.byId.get(id)?.[0] ?? null }]
      : [],
  );
};

/**
 * Rows that leave open whose order they are: the address stands in the row of another order, or a row of the
 * customer's orders is flagged, doubled, or has another address.
 */
export const unclearRows = (snapshot: Snapshot, orders: readonly CustomersOrder[], email: string): number[] => {
  const { rows, byId } = hereOf(snapshot);
  const theirs = new Map(orders.map(({ entry }) => [entry.order.id, entry]));
  const isUnclear = ({ cells }: SheetRow): boolean => {
    const id = textOf(cells['Order ID']);
    const entry = theirs.get(id);
    const isAddress = same(textOf(cells.Email), email);
    return entry ? !isAddress || entry.flag !== '' || (byId.get(id)?.length ?? 0) > 1 : isAddress;
  };
  return rows.filter(isUnclear).map(({ at }) => at);
};

/** What stays of an erased order's progress: moments and figures. What is about the customer goes. */
const STAYS: Readonly<Record<keyof Progress, boolean>> = {
  paid: true,
  shipped: true,
  cancelled: true,
  printed: true,
  batch: true,
  askedForFeedback: true,
  previous: true,
  mails: true,
  left: true,
  trackingNumber: false,
  feedbackDropped: true,
  erased: true,
  notArrived: true,
  notArrivedSettled: true,
  notes: false,
  feedback: true,
  links: true,
  feedbackChanges: true,
  toldRating: true,
};

/** Of the feedback the rating stays; the comment goes. */
const withoutComment = ({ feedback, ...progress }: Progress): Progress => {
  if (!feedback) return progress;
  const { comment: _, ...rest } = feedback;
  return { ...progress, feedback: { ...rest, comment: '' } };
};

/** Nothing is mailed about an erased order any more, and what staff noted about the customer goes. */
const silenced = ({ progress: all }: LedgerEntry): Progress => {
  const progress = withoutComment(all);
  return {
    ...withNewLinks(Object.fromEntries(Object.entries(progress).filter(([field]) => STAYS[field as keyof Progress]))),
    mails: [...new Set([...(progress.mails ?? []), ...STEP_KINDS])],
    erased: true,
  };
};

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NO_NOTES = Object.fromEntries(PROGRAM_COLUMNS.map((header) => [header, '']));

/** Cells of columns that staff have added. */
const ownCells = ({ cells }: SheetRow): [header: string, text: string][] =>
  Object.entries(cells).flatMap(([header, cell]): [string, string][] =>
    PROGRAM_COLUMNS.includes(header) || typeof cell !== 'string' ? [] : [[header, cell]],
  );

/** How many rows of other orders name the customer in a column that staff have added. */
export const namedInOthers = (snapshot: Snapshot, person: Person): number =>
  hereOf(snapshot).rows.filter(
    (row) =>
      !person.keys.has(textOf(row.cells['Order ID'])) && ownCells(row).some(([, text]) => person.isAddressedIn(text)),
  ).length;

/**
 * The Orders row and the Ledger row of an erased order. Of the feedback the rating stays.
 * @param formulasAt the formulas of a row, by header: one stays unless it names the customer itself, its result follows.
 */
export const erasedRows = (
  { entry, ledgerAt, row }: CustomersOrder,
  person: Person,
  serialOfMoment: (iso: string) => number | '',
  formulasAt: (row: number) => ReadonlyMap<string, string>,
): Change[] => {
  const order: Order = erasedOrder(entry.order);
  const erased: LedgerEntry = { ...entry, order, progress: silenced(entry), flag: '', warnings: [] };
  const ledger: Change = { change: 'update', tab: 'ledger', at: ledgerAt, row: ledgerRow(erased) };
  if (!row) return [ledger];
  const rating = /^[1-5]\/5/.exec(textOf(row.cells.Feedback))?.[0] ?? '';
  const changed = ownCells(row)
    .map(([header, text]) => [header, text, header === 'Tracking Number' ? '' : person.without(text, true)] as const)
    .filter(([, text, left]) => left !== text);
  const formulas = changed.length > 0 ? formulasAt(row.at) : new Map<string, string>();
  const stays = (formula: string | undefined): boolean =>
    formula !== undefined && person.without(formula, true) === formula;
  const own: Row = Object.fromEntries(
    changed.filter(([header]) => !stays(formulas.get(header))).map(([header, , left]) => [header, left]),
  );
  const cells = { ...ordersRow(order, erased, serialOfMoment(order.createdAt)), Feedback: rating, ...own };
  return [
    { change: 'update', tab: 'orders', at: row.at, was: identityOf(row.cells, cells), row: cells, notes: NO_NOTES },
    ledger,
  ];
};
