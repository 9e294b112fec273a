import type { Ports } from '../core/all-ports';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { MailFacts } from './order-mail';
import { trackingOf } from './tracking';
import { trackingNumberOf } from './tracking-numbers';

/** What the facts of a mail need from the world. */
export type FactPorts = Pick<Ports, 'clock' | 'customerLinks'>;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-23T...` as `November 23, 2026`. */
export const formatDay = (local: string): string => {
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
};

/**
 * All that a mail about an order says.
 * @param tracking as it stands in staff's column; blank without one.
 * @param banner why it goes to a person of the studio; blank for a real one.
 */
export const factsOf = (
  { clock, customerLinks }: FactPorts,
  entry: LedgerEntry,
  config: Config,
  { tracking = '', banner = '' }: { readonly tracking?: string; readonly banner?: string } = {},
): MailFacts => {
  const { paid, shipped } = entry.progress;
  const day = (moment: string | undefined) => formatDay(clock.local(moment ? new Date(moment) : clock.now()));
  return {
    order: entry.order,
    status: entry.status,
    wasPaid: paid !== undefined,
    event: config.events.get(entry.order.eventCode.toUpperCase()) ?? null,
    settings: config.settings,
    paidDate: day(paid),
    shippedDate: day(shipped),
    tracking: trackingOf(trackingNumberOf(tracking, entry)),
    ...customerLinks(config.settings, entry.order.id, clock.now().toISOString()),
    banner,
  };
};
