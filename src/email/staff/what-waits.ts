import { gatesOf } from '../gates';
import { type MailDay, readMailDay } from '../mail-day';
import { allMails } from '../read-mails';
import { menuContext } from './menu-context';
import type { MailMenuPorts } from './menu-ports';
import { WAITING_STATES, type WaitingMail, waitingMails } from './waiting-mails';

/** Everything that the dialog shows. */
export interface WhatWaits {
  /** Mails that the operator's account may still send today; null when nobody has looked yet. */
  readonly remaining: number | null;
  /** When that was found out, for people; blank for this moment. */
  readonly remainingAsOf: string;
  /** So many of them are kept for alerts. */
  readonly reserve: number;
  /** When the day's mails begin anew, for people; blank when nobody knows. */
  readonly renewal: string;
  /** Blank outside of test mode. */
  readonly testAddress: string;
  /** Whether the mails leave from the account of the person who looks. */
  readonly sends: boolean;
  /** How many mails there are of each state, those that are not listed included. */
  readonly counts: Readonly<Record<string, number>>;
  readonly mails: readonly WaitingMail[];
}

/** What one list can show of a state; the Outbox tab has all. */
const MOST_OF_A_STATE = 50;

/** Today's quota, and every mail that has not left with its reason. */
export const whatWaits = (ports: MailMenuPorts): WhatWaits => {
  const { view, config } = menuContext(ports);
  const mails = allMails(ports.outbox, view);
  const day: MailDay | null = ports.sends ? null : readMailDay(ports.properties);
  const remaining = ports.sends ? ports.mailer.remaining() : (day?.remaining ?? null);
  const { until } = gatesOf(ports, view, config, mails, remaining ?? 0);
  const { testModeAddress, mailReserve } = config.settings;
  const waiting = waitingMails(mails, { clock: ports.clock, renewal: until, isTestMode: testModeAddress !== '' });
  const counts = Object.fromEntries(
    WAITING_STATES.map((state) => [state, waiting.filter((mail) => mail.state === state).length]),
  );
  return {
    remaining,
    remainingAsOf: day ? ports.clock.local(new Date(day.at)).replace('T', ' ').slice(0, 16) : '',
    reserve: mailReserve,
    renewal: until,
    testAddress: testModeAddress,
    sends: ports.sends,
    counts,
    mails: WAITING_STATES.flatMap((state) => waiting.filter((mail) => mail.state === state).slice(0, MOST_OF_A_STATE)),
  };
};
