/** What the program answers, as far as this page shows it (src/reports/methods.ts). */
export interface Start {
  readonly today: string;
  readonly timeZone: string;
  readonly orders: number;
  readonly periods: readonly { readonly value: string; readonly label: string }[];
  readonly events: readonly { readonly value: string; readonly label: string }[];
}

export interface Summary {
  readonly title: string;
  readonly lines: readonly string[];
  readonly verdict: string;
  readonly agrees: boolean;
  readonly hasBefore: boolean;
  readonly isEmpty: boolean;
  readonly rows: readonly { readonly heading: boolean; readonly cells: readonly string[] }[];
}

/** What the person has chosen. */
export interface Chosen {
  readonly period: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly grain: string;
}

/** A file's name: `sales-lastMonth-2026-10-15.csv`. */
export const fileName = (what: string, { period, event, from, to }: Chosen, today: string, ending: string): string => {
  const covered =
    period === 'custom'
      ? `${from}-to-${to}`
      : `${period === 'event' ? event.replace(/[^\w-]/g, '-') : period}-${today}`;
  return `${what}-${covered}.${ending}`;
};
