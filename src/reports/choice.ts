import type { Grain } from './breakdown';
import type { Day } from './days';
import { PERIODS, type Period, type PeriodKey, periodOf } from './period';

/** What was chosen in the dialog, as received. */
export type Choice = Readonly<Record<string, string>>;

/** What a report covers. */
export interface ReportPlan {
  readonly period: Period;
  /** The code of one event in capitals; null for all orders. */
  readonly event: string | null;
  /** Null: automatic. */
  readonly grain: Grain | null;
}

const GRAINS: readonly Grain[] = ['day', 'week', 'month'];

const isPeriod = (text: string | undefined): text is PeriodKey => text !== undefined && text in PERIODS;

/** A choice as a plan, or a sentence that says what is missing. */
export const planOf = (choice: Choice, today: Day): ReportPlan | { readonly wrong: string } => {
  const { period: key, event = '', grain, from = '', to = '' } = choice;
  if (!isPeriod(key)) return { wrong: 'Choose a period.' };
  const isEvent = key === 'event';
  if (isEvent && event === '') return { wrong: 'Choose an event.' };
  const period = periodOf(key, today, [from, to]);
  if ('wrong' in period) return period;
  return {
    period,
    event: isEvent ? event.trim().toUpperCase() : null,
    grain: GRAINS.find((each) => each === grain) ?? null,
  };
};
