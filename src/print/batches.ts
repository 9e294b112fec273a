import type { SheetRow } from '../core/ports';
import { ForPeople } from '../rpc/rpc';
import { type Batch, type BatchHead, batchHead, entriesOf } from '../workbook/batch-row';
import { layoutProblem } from '../workbook/layout';
import type { Progress } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { PrintKind } from './kinds';
import type { PrintPorts } from './print-ports';

/** A batch with its row. */
export interface StandingBatch extends Batch {
  readonly at: number;
}

const SET_UP = 'To print, have the operator run CPS Orders > Set up this sheet.';

/** @throws ForPeople when the Batches tab is missing or damaged, with what to do. */
export const needBatches = (view: WorkbookView): void => {
  const place = view.places.batches;
  if (!place) throw new ForPeople(`The Batches tab is missing. ${SET_UP}`);
  if (layoutProblem(place.layout)) throw new ForPeople(`${layoutProblem(place.layout)} ${SET_UP}`);
};

type StandingHead = BatchHead & { readonly at: number };

/** Every batch without its orders, oldest first. */
export const batchHeads = (ports: PrintPorts, view: WorkbookView): StandingHead[] =>
  ports.batches.heads(view).flatMap((row: SheetRow) => {
    const head = batchHead(row.cells);
    return head ? [{ ...head, at: row.at }] : [];
  });

const withEntries = (ports: PrintPorts, view: WorkbookView, heads: readonly StandingHead[]): StandingBatch[] => {
  const cells = ports.batches.orders(
    view,
    heads.map(({ at }) => at),
  );
  return heads.map((head) => ({ ...head, entries: entriesOf(cells.get(head.at)) }));
};

/** The batches that aren't completely printed yet, with their orders. */
export const openBatches = (ports: PrintPorts, view: WorkbookView, heads: readonly StandingHead[]): StandingBatch[] =>
  withEntries(
    ports,
    view,
    heads.filter(({ state }) => state === 'open'),
  );

/** One batch. @throws ForPeople when there is none with this number. */
export const batchNumbered = (ports: PrintPorts, view: WorkbookView, number: number): StandingBatch => {
  needBatches(view);
  const head = batchHeads(ports, view).find((batch) => batch.number === number);
  const [batch] = head ? withEntries(ports, view, [head]) : [];
  if (!batch) throw new ForPeople(`There is no batch ${number}.`);
  return batch;
};

/** Whether a kind of print is done for an order in this batch or a later one. */
export const cameOut = ({ number }: BatchHead, kind: string, progress: Progress): boolean =>
  Number(progress.batch?.[kind] ?? 0) >= number;

/** The open batch in which an order waits for a print of one of these kinds; the newest counts. */
export const waitsIn = (
  open: readonly StandingBatch[],
  kinds: readonly PrintKind[],
  id: string,
  progress: Progress,
): StandingBatch | null => {
  const holds = (batch: StandingBatch): boolean =>
    batch.entries.some((entry) => entry.id === id && !entry.isOut) &&
    kinds.some((kind) => batch.kinds.includes(kind) && !cameOut(batch, kind, progress));
  return [...open].reverse().find(holds) ?? null;
};
