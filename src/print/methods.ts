import type { StaffPorts } from '../core/staff-ports';
import { nudgesText, parseNudges } from '../domain/nudges';
import { type Check, listOf, oneOf, text, wholeOrNull } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { ForPeople, method } from '../rpc/rpc';
import { SETTINGS } from '../workbook/settings';
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
type Ports = PrintPorts & Pick<StaffPorts, 'writeSettings' | 'openPage'>;

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

/** The newest batches, newest first, for the print history. */
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
  inLive<Ports>({
    'print.start': method([], (ports) => {
      const view = ports.workbook.read();
      needBatches(view);
      return paperworkOf(ports, view);
    }),
    'print.plan': method([kinds, oneOf(...SOURCES), listOf(text(5_000), 500)], (ports, what, ...which) =>
      planPrints(ports, what, ...which),
    ),
    'print.make': method(
      [kinds, oneOf(...SORTS), ids, listOf(oneOf(...ENVELOPE_SIZES), 500), wholeOrNull],
      (ports, what, sort, chosen, sizes, newest) =>
        makeBatch(ports, { kinds: what, sort, ids: chosen, sizes, newest: newest ?? 0 }),
    ),
    'print.batches': method([], (ports) => listBatches(ports)),
    'print.batch': method([wholeOrNull], (ports, number) => readBatch(ports, number ?? 0)),
    'print.printed': method([wholeOrNull, kind, printed], (ports, number, what, which) => {
      confirmPrinted(ports, number ?? 0, what, which);
      return readBatch(ports, number ?? 0);
    }),
    'print.takeOut': method([wholeOrNull, ids, oneOf('out', 'in')], (ports, number, which, way) => {
      takeOut(ports, number ?? 0, which, way === 'out');
      return readBatch(ports, number ?? 0);
    }),
    'print.setAside': method([wholeOrNull], (ports, number) => setAside(ports, number ?? 0)),
    'print.nudges': method([text(300)], (ports, typed) => {
      const nudges = parseNudges(typed);
      if (!nudges) throw new ForPeople('The adjustment can be at most half an inch. Nothing was changed.');
      ports.writeSettings({ [SETTINGS.printNudges.key]: nudgesText(nudges) });
      return paperworkOf(ports, ports.workbook.read());
    }),
    'print.ship': method([ids], (ports, which) => {
      ports.openPage('bulk', { mark: 'shipped', ids: which }, 'Mark as shipped');
      return null;
    }),
    'print.open': method([ids], (ports, which) => {
      ports.openPage('print', { kinds: ['envelopes', 'slips'], ids: which });
      return null;
    }),
  }),
);
