/** What was chosen in the dialog. */
export interface ReportChoice {
  readonly period: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly grain: string;
}

/** A file's name: `sales-lastMonth-2026-10-15.csv`. */
export const fileName = (
  what: string,
  { period, event, from, to }: ReportChoice,
  today: string,
  ending: string,
): string => {
  const covered =
    period === 'custom'
      ? `${from}-to-${to}`
      : `${period === 'event' ? event.replace(/[^\w-]/g, '-') : period}-${today}`;
  return `${what}-${covered}.${ending}`;
};
