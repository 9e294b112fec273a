import type { Ports } from '../core/all-ports';
import type { SheetRow } from '../core/ports';
import type { Moment, Planned } from '../core/work';
import { count, numberText } from '../domain/text/for-people';
import { headNow } from '../ledger/lookup';
import { takeOverNote } from '../statuses/odd-rows';
import { PORTION as FEW } from '../statuses/reconcile';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { configOf } from '../workbook/config';
import { identityOf } from '../workbook/identity';
import { isWhole } from '../workbook/layout';
import { ledgerRow } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { type Examined, type ExamineFacts, examine, type GoodRow, type RowWithErrors } from './examine';
import { errorText, type Preview, previewOf } from './preview';

export type TakeOverPorts = ReconcilePorts & Pick<Ports, 'crypto' | 'properties'>;

/** The result of importing rows that were in the sheet before the program. */
export interface TakenOver {
  readonly taken: number;
  /** In how many rows the program filled in or tidied a cell, by its header. */
  readonly tidied: Readonly<Record<string, number>>;
  /** A sentence for each row that could not be imported. */
  readonly errors: readonly string[];
  /** False when a commit could not be had: set-up, run again, takes the rest. */
  readonly done: boolean;
}

/** How many errors are listed one by one; beyond that, only row numbers. Each row has its errors in a note. */
const MOST_TOLD = 100;

/** How staff are informed, a sentence each; none when there was nothing to import. */
export const describeTakeOver = ({ taken, tidied, errors, done }: TakenOver): readonly string[] => {
  const cells = Object.entries(tidied).map(([header, rows]) => `${header} in ${numberText(rows)}`);
  const more = errors.slice(MOST_TOLD).map((error) => /^Row (\d+)/.exec(error)?.[1] ?? '');
  return [
    ...(taken > 0 ? [`Imported ${count(taken, 'order')} from the sheet. No emails were sent.`] : []),
    ...(cells.length > 0 ? [`Some cells of these rows were filled in or cleaned up: ${cells.join(', ')}.`] : []),
    ...(errors.length > 0
      ? [
          `${count(errors.length, 'row')} couldn't be imported and ${errors.length === 1 ? "wasn't" : "weren't"} changed. Correct the rows, then run this again.`,
        ]
      : []),
    ...errors.slice(0, MOST_TOLD),
    ...(more.length > 0 ? [`These rows, too (the reason is in a note on each): ${more.join(', ')}.`] : []),
    ...(done ? [] : ['Some rows still need to be imported. Please run this again.']),
  ];
};

const PORTION = 1000;
const MOST_PORTIONS = 60;
const NONE: TakenOver = { taken: 0, tidied: {}, errors: [], done: true };

/** What importing would come to; null where the Ledger knows orders already, or there is nothing to import. */
export const previewTakeOver = (ports: TakeOverPorts): Preview | null => {
  const view = ports.workbook.read();
  if (!isReady(view) || ports.ledger.index(view).length > 0) return null;
  const config = configOf(ports, view);
  const examined = examineAll(
    ports,
    { view, config, head: headNow(ports, view, config), now: ports.clock.now() },
    true,
  );
  const preview = previewOf(examined, (instant) => ports.clock.local(instant));
  return preview.taken + preview.left > 0 ? preview : null;
};

const isReady = ({ places: { orders, ledger } }: WorkbookView): boolean =>
  orders !== undefined && ledger !== undefined && isWhole(orders.layout);

/**
 * Gives every row of the Orders tab that the Ledger does not know an entry in its present status, in portions; no email is
 * ever sent about that (docs/design.md 3.12). Rows of which anything is not certain stay as they are, with the reason in a
 * note. Rows without an id get one only while the Ledger is empty: later they are typed by hand.
 * @param by the person at the keyboard.
 */
export const takeOverRows = (ports: TakeOverPorts, by: string): TakenOver => {
  const view = ports.workbook.read();
  if (!isReady(view)) return { ...NONE, done: false };
  const isFirst = ports.ledger.index(view).length === 0;
  let portions = 0;
  const done = ports.change({
    by: 'import old rows',
    wait: 20_000,
    goesOn: () => ++portions < MOST_PORTIONS,
    plan: (moment) => planPortion(ports, moment, by, isFirst),
  });
  const tidied: Record<string, number> = {};
  for (const header of done.values.flatMap((step) => step.tidied)) tidied[header] = (tidied[header] ?? 0) + 1;
  return {
    taken: done.values.reduce((sum, step) => sum + step.taken, 0),
    tidied,
    errors: done.values[done.values.length - 1]?.errors ?? [],
    done: done.outcome === 'landed' && done.isComplete,
  };
};

const examineAll = (
  ports: TakeOverPorts,
  { view, config, head, now }: Pick<Moment, 'view' | 'config' | 'head'> & { readonly now: Date },
  isFirst: boolean,
): Examined => {
  const column = view.places.orders?.layout.columns.get('Created At') ?? -1;
  const cells = ports.orders.cells();
  const facts: ExamineFacts = {
    ...{ now, head, isFirst },
    toLocal: (instant) => ports.clock.local(instant),
    prices: config.prices,
    known: ports.ledger.index(view),
    notes: ports.orders.notes(view, 'Order ID'),
    createdIn: ({ at }: SheetRow) => cells[at - 1]?.[column] ?? '',
    newId: () => ports.crypto.uuid(),
  };
  return examine(ports.orders.rows(view, 2, null), facts);
};

/** What one portion comes to. */
interface Portion {
  readonly taken: number;
  readonly tidied: readonly string[];
  readonly errors: readonly string[];
}

const planPortion = (ports: TakeOverPorts, moment: Moment, by: string, isFirst: boolean): Planned<Portion> => {
  const { view, head, now, when } = moment;
  const { good, wrong, sequences } = examineAll(ports, { ...moment, now: new Date(now) }, isFirst);
  const errors = wrong.map(errorText);
  const chosen = good.slice(0, PORTION);
  if (chosen.length === 0) {
    const changes = notesFor(wrong, ports.orders.notes(view, 'Order ID'));
    return { changes, value: { taken: 0, tidied: [], errors }, isMore: changes.length > 0 };
  }
  const opens = ports.ledger.index(view).length === 0;
  const told = activityRow({
    when,
    event: 'imported',
    by: by || 'staff',
    detail: `Imported ${count(chosen.length, 'order')} from the sheet with their current status. No emails were sent.`,
  });
  const changes: Change[] = [
    ...chosen.flatMap((each, place) => changesOf(each, opens && place === 0)),
    { change: 'append', tab: 'activity', row: told },
  ];
  const tidied = chosen.flatMap(({ old }) => Object.keys(old.cells));
  return {
    changes,
    head: { ...head, sequences },
    value: { taken: chosen.length, tidied, errors },
    isMore: true,
  };
};

/** An old order goes below the newer ones; only the very first opens the Ledger. */
const changesOf = ({ row, old }: GoodRow, opens: boolean): Change[] => {
  const ledger = ledgerRow(old.entry);
  const written = { 'Order ID': old.entry.order.id, ...old.cells };
  const hasCells = Object.keys(old.cells).length > 0;
  return [
    opens ? { change: 'insert', tab: 'ledger', at: 2, row: ledger } : { change: 'append', tab: 'ledger', row: ledger },
    ...(hasCells
      ? [{ change: 'update', tab: 'orders', at: row.at, was: identityOf(row.cells, written), row: written } as const]
      : []),
  ];
};

/** Says in a note on each row that stays as it is why it does, where it isn't said yet. */
const notesFor = (wrong: readonly RowWithErrors[], notes: readonly string[]): Change[] =>
  wrong
    .map(({ row, errors }) => ({ row, note: takeOverNote(errors.map(({ why }) => why).join('; ')) }))
    .filter(({ row, note }) => notes[row.at - 2] !== note)
    .slice(0, FEW)
    .map(({ row, note }): Change => {
      const was = identityOf(row.cells);
      return { change: 'update', tab: 'orders', at: row.at, was, row: {}, notes: { 'Order ID': note } };
    });
