import type { Ports } from '../core/all-ports';
import type { SheetRow } from '../core/ports';
import type { Moment, Planned } from '../core/work';
import { formatOrderNumber, HOUSE_PREFIX, parseOrderNumber } from '../domain/order-number';
import { doubledRows } from '../ledger/row-owner';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { isWhole, textOf } from '../workbook/layout';
import { type LedgerHead, ledgerRow } from '../workbook/ledger-row';
import { withGiven } from '../workbook/sequences';
import { type OldRow, readOldRow } from './old-row';

export type TakeOverPorts = ReconcilePorts & Pick<Ports, 'crypto' | 'reader' | 'properties'>;

/** What came of taking over rows that stood in the sheet before the program. */
export interface TakenOver {
  readonly taken: number;
  /** In how many rows the program filled in or tidied a cell, by its header. */
  readonly tidied: Readonly<Record<string, number>>;
  /** A sentence for each row that could not be taken over. */
  readonly faults: readonly string[];
  /** False when a commit could not be had: set-up, run again, takes the rest. */
  readonly done: boolean;
}

/** So many faults are told one by one; the sweep flags them all in the sheet. */
const MOST_TOLD = 100;

/** How staff are told, a sentence each; none when there was nothing to take over. */
export const describeTakeOver = ({ taken, tidied, faults, done }: TakenOver): readonly string[] => {
  const cells = Object.entries(tidied).map(([header, count]) => `${header} in ${count}`);
  return [
    ...(taken > 0
      ? [
          `Took over ${taken === 1 ? '1 order' : `${taken} orders`} that stood in the sheet. Nobody is mailed about that.`,
        ]
      : []),
    ...(cells.length > 0 ? [`Of these rows some cells were filled in or tidied: ${cells.join(', ')}.`] : []),
    ...(faults.length > 0
      ? [
          `${faults.length === 1 ? '1 row' : `${faults.length} rows`} could not be taken over and stay as they are: correct them and run this again.`,
        ]
      : []),
    ...faults.slice(0, MOST_TOLD),
    ...(faults.length > MOST_TOLD ? [`And ${faults.length - MOST_TOLD} more rows like these.`] : []),
    ...(done ? [] : ['Not all rows are taken over yet: run this again.']),
  ];
};

const PORTION = 1000;
const MOST_PORTIONS = 60;
const NONE: TakenOver = { taken: 0, tidied: {}, faults: [], done: true };

/**
 * Gives every row of the Orders tab that the Ledger does not know an entry in its present status, in portions; no
 * mail is ever sent about that (docs/design.md 3.12). Rows without an id get one only while the Ledger is empty: later
 * they are typed by hand. A row whose number is known already has had its id changed, and is left to people.
 * @param by the person at the keyboard.
 */
export const takeOverRows = (ports: TakeOverPorts, by: string): TakenOver => {
  const view = ports.workbook.read();
  const { orders, ledger } = view.places;
  if (!orders || !ledger || !isWhole(orders.layout)) return { ...NONE, done: false };
  const isFirst = ports.ledger.index(view).length === 0;
  let portions = 0;
  const done = ports.change({
    by: 'take over old rows',
    wait: 20_000,
    goesOn: () => ++portions < MOST_PORTIONS,
    plan: (moment) => planPortion(ports, moment, by, isFirst),
  });
  const tidied: Record<string, number> = {};
  for (const header of done.values.flatMap((step) => step.tidied)) tidied[header] = (tidied[header] ?? 0) + 1;
  return {
    taken: done.values.reduce((sum, step) => sum + step.taken, 0),
    tidied,
    faults: done.values[done.values.length - 1]?.faults ?? [],
    done: done.outcome === 'landed' && done.isComplete,
  };
};

/** What one portion comes to. */
interface Portion {
  readonly taken: number;
  readonly tidied: readonly string[];
  readonly faults: readonly string[];
}

const planPortion = (
  ports: TakeOverPorts,
  { view, config, head, now, when }: Moment,
  by: string,
  isFirst: boolean,
): Planned<Portion> => {
  const known = ports.ledger.index(view);
  const rows = strangers(ports.orders.rows(view, 2, null), known, isFirst);
  if (rows.length === 0) return { changes: [], value: { taken: 0, tidied: [], faults: [] } };
  const created = new Map(ports.reader.all().map(({ id, createdAt }) => [id, createdAt]));
  const numbering = { sequences: head.sequences, floor: head.floor ?? 0, isFirst };
  const facts = ({ cells }: SheetRow) => ({
    id: textOf(cells['Order ID']) || ports.crypto.uuid(),
    number: numberOf(textOf(cells['Order Number']), numbering),
    createdAt: momentOf(created.get(textOf(cells['Order ID'])), now),
    now,
    prices: config.prices,
  });
  const read = rows.map((row) => ({ row, old: readOldRow(row.cells, facts(row)) }));
  const faults = read.flatMap(({ row, old }) => ('fault' in old ? [`Row ${row.at}: ${old.fault}.`] : []));
  const good = read.flatMap(({ row, old }) => ('fault' in old ? [] : [{ row, old }]));
  good.sort((a, b) => b.old.entry.order.createdAt.localeCompare(a.old.entry.order.createdAt));
  const chosen = good.slice(0, PORTION);
  if (chosen.length === 0) return { changes: [], value: { taken: 0, tidied: [], faults } };
  const told = activityRow({
    when,
    event: 'taken over',
    by: by || 'staff',
    detail: `${chosen.length} orders that stood in the sheet were taken over in their present status. Nobody is mailed about it.`,
  });
  const changes: Change[] = [
    ...chosen.flatMap(({ row, old }, place) => changesOf(row, old, known.length === 0 && place === 0)),
    { change: 'append', tab: 'activity', row: told },
  ];
  const tidied = chosen.flatMap(({ old }) => Object.keys(old.cells));
  return {
    changes,
    head: { ...head, sequences: numbering.sequences },
    value: { taken: chosen.length, tidied, faults },
    isMore: true,
  };
};

/** Rows that the Ledger does not know and that can be told apart: newest at the top, as the Ledger keeps them. */
const strangers = (rows: readonly SheetRow[], known: readonly SheetRow[], isFirst: boolean): SheetRow[] => {
  const ids = new Set(known.map(({ cells }) => textOf(cells['Order ID'])));
  const numbers = new Set(known.map(({ cells }) => textOf(cells['Order Number'])));
  const doubled = doubledRows(rows);
  return rows.filter(({ cells }) => {
    const [id, number] = [textOf(cells['Order ID']), textOf(cells['Order Number'])];
    if (textOf(cells['Customer Name']) === '' && textOf(cells.Items) === '') return false;
    if (number && numbers.has(number)) return false;
    return id ? !ids.has(id) && !doubled.has(id) : isFirst;
  });
};

/** The sequences as the rows of a portion carry them on. */
interface Numbering {
  sequences: LedgerHead['sequences'];
  readonly floor: number;
  /** Whether no number was ever given but those that stand in the rows. */
  readonly isFirst: boolean;
}

/** The number as it stands, so that it is never given again; the next one for a row without. */
const numberOf = (text: string, numbering: Numbering): string => {
  const { sequences, floor, isFirst } = numbering;
  const standing = parseOrderNumber(text);
  if (standing) numbering.sequences = withGiven(sequences, { [standing.prefix]: standing.sequence }, isFirst);
  if (text) return text;
  const next = Math.max(sequences[HOUSE_PREFIX] ?? 0, floor) + 1;
  numbering.sequences = { ...sequences, [HOUSE_PREFIX]: next };
  return formatOrderNumber(HOUSE_PREFIX, next);
};

const momentOf = (text: string | undefined, now: string): string =>
  text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : now;

/** An old order goes below the newer ones; only the very first opens the Ledger. */
const changesOf = (row: SheetRow, old: Extract<OldRow, { entry: unknown }>, opens: boolean): Change[] => {
  const ledger = ledgerRow(old.entry);
  const written = { 'Order ID': old.entry.order.id, ...old.cells };
  return [
    opens ? { change: 'insert', tab: 'ledger', at: 2, row: ledger } : { change: 'append', tab: 'ledger', row: ledger },
    ...(Object.keys(old.cells).length > 0
      ? [{ change: 'update', tab: 'orders', at: row.at, was: identityOf(row.cells, written), row: written } as const]
      : []),
  ];
};
