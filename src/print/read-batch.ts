import { readReturnAddress } from '../domain/address/return-address';
import { STATUS_FACTS } from '../domain/statuses';
import { formatDay } from '../email/facts';
import { configOf } from '../workbook/config';
import { eventCodeOf, readEvents } from '../workbook/events';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { BatchItem, BatchView, Paperwork } from './batch-view';
import { batchNumbered, cameOut, type StandingBatch } from './batches';
import { localTime } from './choose';
import { PRINT_KINDS } from './kinds';
import { entriesById, knownOrders, readStanding } from './known-orders';
import { ENVELOPE_SIZES, type EnvelopeSize } from './papers';
import { type PrintOrder, printOrder, sumOf } from './print-order';
import type { PrintPorts } from './print-ports';

/** What Settings and Events say about prints. */
export const paperworkOf = (ports: PrintPorts, view: WorkbookView): Paperwork => {
  const { settings, events } = configOf(ports, view);
  const { lines, problems } = readReturnAddress(settings.studioName, settings.studioAddress);
  return {
    studio: settings.studioName,
    returnLines: lines,
    returnProblems: problems,
    envelopeLine: settings.envelopeLine,
    thanks: settings.slipThanks,
    contact: settings.contact || settings.replyTo,
    slipPrices: settings.slipPrices,
    labelKind: settings.labelKind,
    nudges: settings.printNudges,
    events: Object.fromEntries(
      [...new Set(events.values())].map(({ code, name, pickupPlace, pickupHours }) => [
        code.toUpperCase(),
        { name, pickup: [pickupPlace, pickupHours].filter(Boolean).join(', ') },
      ]),
    ),
  };
};

/** What happened to an order since the batch was created, as the end of "Slip 17 ...". */
const sinceOf = (entry: LedgerEntry | undefined, sum: string): { readonly since: string; readonly isIn: boolean } => {
  if (!entry) return { since: 'no longer exists', isIn: false };
  const { unprintable } = STATUS_FACTS[entry.status];
  if (unprintable) return { since: unprintable.since, isIn: false };
  return { since: sumOf(entry) === sum ? '' : 'was changed', isIn: true };
};

const MISSING: Omit<PrintOrder, 'id' | 'size'> = {
  number: '',
  name: '',
  phone: '',
  fulfillment: 'ship',
  event: '',
  zipCode: '',
  lines: [],
  unit: '',
  items: [],
  subtotal: '',
  discount: '',
  shippingFee: '',
  total: '',
  problems: [],
};

/** One batch as it is now, with what was canceled or changed since it was created. */
export const readBatch = (ports: PrintPorts, number: number): BatchView => {
  const view = ports.workbook.read();
  const batch = batchNumbered(ports, view, number);
  return readStanding(() => viewOf(ports, view, batch));
};

/** Blank for an imported order whose row had no date. */
const dayOf = ({ clock }: PrintPorts, moment: string): string =>
  Number.isNaN(Date.parse(moment)) ? '' : formatDay(clock.local(new Date(moment)));

const viewOf = (ports: PrintPorts, view: WorkbookView, batch: StandingBatch): BatchView => {
  const ids = new Set(batch.entries.map(({ id }) => id));
  const known = knownOrders(ports, view).filter(({ id }) => ids.has(id));
  const entries = entriesById(ports, view, known);
  const events = readEvents(view.events);
  const kinds = PRINT_KINDS.filter((kind) => batch.kinds.includes(kind));
  return {
    number: batch.number,
    by: batch.by,
    madeAt: localTime(ports, batch.madeAt),
    state: batch.state,
    sortedBy: batch.sortedBy,
    kinds,
    items: batch.entries.map(({ id, size: stored, sum, isOut }, index): BatchItem => {
      const entry = entries.get(id)?.entry;
      const size = ENVELOPE_SIZES.find((name) => name === stored) ?? ('6x9' satisfies EnvelopeSize);
      const order = entry ? printOrder(entry, size, (code) => eventCodeOf(events, code)) : { id, size, ...MISSING };
      const { since, isIn } = sinceOf(entry, sum);
      const printed = kinds.filter((kind) => entry && cameOut(batch, kind, entry.progress));
      return {
        ...order,
        sum: entry ? sumOf(entry) : '',
        place: index + 1,
        ordered: entry ? dayOf(ports, entry.order.createdAt) : '',
        isIn: isIn && !isOut,
        isOut,
        since: isOut ? '' : since,
        printed,
      };
    }),
    paperwork: paperworkOf(ports, view),
  };
};
