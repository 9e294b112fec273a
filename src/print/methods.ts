import { nudgesText, parseNudges } from '../domain/nudges';
import { type Check, listOf, oneOf, text, wholeOrNull } from '../rpc/argument-checks';
import { dialog } from '../rpc/dialog';
import { ForPeople, method } from '../rpc/rpc';
import { SORTS } from './arrange';
import { batchHeads, needBatches } from './batches';
import { localTime, planPrints, SOURCES } from './choose';
import { confirmPrinted, type PrintedOrder, setAside, takeOut } from './confirm';
import { PRINT_KINDS } from './kinds';
import { makeBatch } from './make-batch';
import { ENVELOPE_SIZES } from './papers';
import type { PrintPorts } from './print-ports';
import { paperworkOf, readBatch } from './read-batch';

/** What the print dialog's methods work with. */
export interface PrintBackstage {
  /** The live sheet; in a copy it throws a sentence that says so. */
  readonly prints: () => PrintPorts;
  readonly writeSettings: (values: Readonly<Record<string, string>>) => void;
  /** Opens another page in place of this one. */
  readonly openPage: (page: 'print' | 'bulk', options: object, title?: string) => void;
}

const kind = oneOf(...PRINT_KINDS);
const kinds = listOf(kind, PRINT_KINDS.length);
const id = text(200);
const ids = listOf(id, 500);
const isPrinted: Check<PrintedOrder> = (value): value is PrintedOrder => {
  const { id: which, sum } = (value ?? {}) as Partial<PrintedOrder>;
  return id(which) && text(20)(sum);
};
const printed = listOf(isPrinted, 500);
const SHOWN_BATCHES = 30;

/** The newest batches, newest first, for the list from which one is opened. */
const listBatches = (ports: PrintPorts) => {
  const view = ports.workbook.read();
  needBatches(view);
  return batchHeads(ports, view)
    .reverse()
    .slice(0, SHOWN_BATCHES)
    .map(({ number, by, madeAt, state, count, kinds: made }) => ({
      number,
      by,
      madeAt: localTime(ports, madeAt),
      state,
      count,
      kinds: made,
    }));
};

/** The print dialog. */
export const PRINT = dialog(
  { page: 'print', title: 'Print', size: [900, 660] },
  {
    'print.start': method([], ({ prints }: PrintBackstage) => {
      const ports = prints();
      const view = ports.workbook.read();
      needBatches(view);
      return paperworkOf(ports, view);
    }),
    'print.plan': method(
      [kinds, oneOf(...SOURCES), listOf(text(5_000), 500)],
      ({ prints }: PrintBackstage, what, ...which) => planPrints(prints(), what, ...which),
    ),
    'print.make': method(
      [kinds, oneOf(...SORTS), ids, listOf(oneOf(...ENVELOPE_SIZES), 500), wholeOrNull],
      ({ prints }: PrintBackstage, what, sort, chosen, sizes, newest) =>
        makeBatch(prints(), { kinds: what, sort, ids: chosen, sizes, newest: newest ?? 0 }),
    ),
    'print.batches': method([], ({ prints }: PrintBackstage) => listBatches(prints())),
    'print.batch': method([wholeOrNull], ({ prints }: PrintBackstage, number) => readBatch(prints(), number ?? 0)),
    'print.printed': method([wholeOrNull, kind, printed], ({ prints }: PrintBackstage, number, what, which) => {
      const ports = prints();
      confirmPrinted(ports, number ?? 0, what, which);
      return readBatch(ports, number ?? 0);
    }),
    'print.takeOut': method(
      [wholeOrNull, ids, oneOf('out', 'in')],
      ({ prints }: PrintBackstage, number, which, way) => {
        const ports = prints();
        takeOut(ports, number ?? 0, which, way === 'out');
        return readBatch(ports, number ?? 0);
      },
    ),
    'print.setAside': method([wholeOrNull], ({ prints }: PrintBackstage, number) => setAside(prints(), number ?? 0)),
    'print.nudges': method([text(300)], ({ prints, writeSettings }: PrintBackstage, typed) => {
      const ports = prints();
      const nudges = parseNudges(typed);
      if (!nudges) throw new ForPeople('A print can be moved by at most half an inch. Nothing was changed.');
      writeSettings({ 'Print nudges': nudgesText(nudges) });
      return paperworkOf(ports, ports.workbook.read());
    }),
    'print.ship': method([ids], ({ prints, openPage }: PrintBackstage, which) => {
      prints();
      openPage('bulk', { mark: 'shipped', ids: which }, 'Mark as shipped');
      return null;
    }),
    'print.open': method([ids], ({ prints, openPage }: PrintBackstage, which) => {
      prints();
      openPage('print', { kinds: ['envelopes', 'slips'], ids: which });
      return null;
    }),
  },
);
