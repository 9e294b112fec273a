import { type FeedbackFigures, feedbackByEvent, feedbackByMonth } from '../feedback/figures';
import { eventCodeOf, type PhotoEvent, readEvents } from '../workbook/events';
import { readSettings } from '../workbook/settings';
import { type AgedPending, agedPending } from './aged';
import {
  byLabel,
  byLine,
  byTime,
  type Grain,
  type ItemSlice,
  type Slice,
  spanOf,
  topOf,
  usualGrain,
} from './breakdown';
import type { ReportPlan } from './choice';
import { type Control, controlOf } from './control';
import { type Day, isoDay, monthInWords, parseDay } from './days';
import { type Figures, feedbackCases, figuresOf } from './figures';
import type { Days } from './period';
import type { ReportSheets } from './report-ports';
import { type CodeOf, readSales, type Sale } from './sale';
import { type Zone, zoneOf } from './zone';

/** A sales report in figures; documents and tabs are made from it. */
export interface SalesReport {
  readonly studio: string;
  readonly plan: ReportPlan;
  readonly event: PhotoEvent | null;
  readonly timeZone: string;
  /** Local date and time at which it was made. */
  readonly madeAt: string;
  /** The days that the breakdown by time shows; null when nothing ever happened. */
  readonly shown: Days | null;
  readonly grain: Grain;
  readonly figures: Figures;
  readonly before: Figures | null;
  readonly byTime: readonly Slice[];
  readonly byEvent: readonly Slice[];
  readonly bySize: readonly ItemSlice[];
  readonly byPhoto: readonly ItemSlice[];
  readonly byFulfillment: readonly Slice[];
  readonly byState: readonly Slice[];
  readonly feedbackByEvent: readonly FeedbackSlice[];
  readonly feedbackByMonth: readonly FeedbackSlice[];
  readonly aged: AgedPending;
  readonly control: Control;
  /** The sales of the chosen event, or all: what lists are made from. */
  readonly chosen: readonly Sale[];
  readonly zone: Zone;
}

/** The feedback of one event or month. */
export interface FeedbackSlice extends FeedbackFigures {
  readonly label: string;
}

/** What a report needs to know of the moment and the place. */
export interface ReportMoment {
  readonly now: Date;
  readonly timeZone: string;
  /** A moment as local date-time, `yyyy-MM-ddTHH:mm:ss`. */
  readonly local: (moment: number) => string;
}

const MOST_PHOTOS = 25;

const eventLabel = (events: ReadonlyMap<string, PhotoEvent>, code: string): string => {
  if (code === '') return 'No event';
  const name = events.get(code)?.name;
  return name && name !== code ? `${code} ${name}` : code;
};

/** Those that have a rating or a request, each under its name. */
const feedbackSlices = (
  figures: ReadonlyMap<string, FeedbackFigures>,
  labelOf: (key: string) => string,
): FeedbackSlice[] =>
  [...figures]
    .filter(([, { ratings, answers }]) => ratings + answers.n > 0)
    .map(([key, each]) => ({ ...each, label: labelOf(key) }));

const monthLabel = (month: string): string => monthInWords(parseDay(`${month}-01`) ?? 0);

/** The whole report from what stands in the sheet. `planAt` says what it is to cover once the local day is known. */
export const salesReport = (
  sheets: ReportSheets,
  { now, timeZone, local }: ReportMoment,
  planAt: (today: Day) => ReportPlan,
): SalesReport => {
  const zone = zoneOf(local);
  const today = zone.day(now.getTime());
  const plan = planAt(today);
  const { days, before } = plan.period;
  const events = readEvents(sheets.events);
  const codeOf: CodeOf = (code) => eventCodeOf(events, code);
  const all = readSales(sheets.ledger, zone, codeOf);
  const event = plan.event === null ? null : codeOf(plan.event);
  const chosen = event === null ? all.sales : all.sales.filter((sale) => sale.event === event);
  const shown = days ?? spanOf(chosen);
  const grain = plan.grain ?? (shown ? usualGrain(shown) : 'day');
  const photoLabel = (photo: string, { event }: Sale): string =>
    plan.event !== null || event === '' ? photo : `${photo} (${event})`;
  const cases = feedbackCases(chosen, days);
  const localDay = (moment: string): string => isoDay(zone.day(Date.parse(moment)));
  const photos = byLine(chosen, days, ({ photoNumber }, sale) => photoLabel(photoNumber, sale));
  return {
    studio: readSettings(sheets.settings).settings.studioName,
    plan,
    event: plan.event === null ? null : (events.get(plan.event) ?? null),
    timeZone,
    madeAt: zone.text(now.getTime()),
    shown,
    grain,
    figures: figuresOf(chosen, days),
    before: before && figuresOf(chosen, before),
    byTime: shown ? byTime(chosen, shown, grain) : [],
    byEvent: byLabel(chosen, days, ({ event }) => eventLabel(events, event)),
    bySize: byLine(chosen, days, ({ size }) => size),
    byPhoto: topOf(photos, MOST_PHOTOS, 'photos'),
    byFulfillment: byLabel(chosen, days, ({ entry }) => (entry.order.fulfillment === 'ship' ? 'To ship' : 'Pickup')),
    byState: byLabel(chosen, days, stateLabel),
    feedbackByEvent: feedbackSlices(feedbackByEvent(cases), (code) => eventLabel(events, code)),
    feedbackByMonth: feedbackSlices(feedbackByMonth(cases, localDay), monthLabel),
    aged: agedPending(chosen, today),
    control: controlOf(sheets.orders, all, chosen, days),
    chosen,
    zone,
  };
};

/** A pickup order goes to no state. */
const stateLabel = ({ entry: { order } }: Sale): string =>
  order.fulfillment === 'pickup' ? 'Pickup' : order.address.state.trim().toUpperCase() || 'No state';
