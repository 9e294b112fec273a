import type { ReportSheets } from '../core/report-ports';
import { timeText } from '../domain/text/for-people';
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
  soldOn,
  spanOf,
  topOf,
  usualGrain,
  withoutDay,
} from './breakdown';
import type { ReportPlan } from './choice';
import { type Control, controlOf } from './control';
import { type Day, formatMonth, isoDay, parseDay } from './days';
import { type FeedbackFigures, feedbackByEvent, feedbackByMonth } from './feedback-figures';
import { type Figures, feedbackCases, figuresOf } from './figures';
import type { Days } from './period';
import { remembered } from './remembered';
import { type CodeOf, readSales, type Sale } from './sale';
import { type Zone, zoneOf } from './zone';

/** A sales report in figures; documents and tabs are made from it. */
export interface SalesReport {
  readonly studio: string;
  readonly plan: ReportPlan;
  readonly event: PhotoEvent | null;
  /** In words: `Eastern Time`. */
  readonly timeZone: string;
  /** When it was created, in words. */
  readonly madeAt: string;
  /** The days that the breakdown by time shows; null if nothing ever happened. */
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

/** What a report needs to know about the time and the place. */
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

const monthLabel = (month: string): string => formatMonth(parseDay(`${month}-01`) ?? 0);

/** The whole report from what is in the sheet. `planAt` says what it covers once the local day is known. */
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
  const isChosen = (sale: Sale): boolean => event === null || sale.event === event;
  const chosen = all.sales.filter(isChosen);
  const shown = days ?? spanOf(chosen);
  const grain = plan.grain ?? (shown ? usualGrain(shown) : 'day');
  const sold = soldOn(chosen, days);
  const cases = feedbackCases(chosen, days);
  const isoDayOf = remembered(isoDay);
  const localDay = (moment: string): string => isoDayOf(zone.day(Date.parse(moment)));
  const eventName = remembered((code: string) => eventLabel(events, code));
  const photoNames = remembered((code: string) =>
    remembered((photo: string) => (plan.event !== null || code === '' ? photo : `${photo} (${code})`)),
  );
  const photos = byLine(sold, (photo, _, { event }) => photoNames(event)(photo));
  return {
    studio: readSettings(sheets.settings).settings.studioName,
    plan,
    event: plan.event === null ? null : (events.get(plan.event) ?? null),
    timeZone,
    madeAt: timeText(local(now.getTime())),
    shown,
    grain,
    figures: figuresOf(chosen, days, cases),
    before: before && figuresOf(chosen, before),
    byTime: [...(shown ? byTime(chosen, shown, grain) : []), ...(days ? [] : withoutDay(chosen))],
    byEvent: byLabel(sold, ({ event }) => eventName(event)),
    bySize: byLine(sold, (_, size) => size),
    byPhoto: topOf(photos, MOST_PHOTOS, 'photos'),
    byFulfillment: byLabel(sold, ({ fulfillment }) => (fulfillment === 'ship' ? 'To ship' : 'Pickup')),
    byState: byLabel(sold, stateLabel()),
    feedbackByEvent: feedbackSlices(feedbackByEvent(cases), eventName),
    feedbackByMonth: feedbackSlices(feedbackByMonth(cases, localDay), monthLabel),
    aged: agedPending(chosen, today),
    control: controlOf(sheets.orders, all, isChosen, days, sheets.ordersProblem),
    chosen,
    zone,
  };
};

/** Pickup orders don't count toward a state. */
const stateLabel = (): ((sale: Sale) => string) => {
  const stateName = remembered((state: string) => state.trim().toUpperCase() || 'No state');
  return ({ fulfillment, state }) => (fulfillment === 'pickup' ? 'Pickup' : stateName(state));
};
