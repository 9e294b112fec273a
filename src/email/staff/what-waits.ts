import { type EmailDay, readEmailDay } from '../email-day';
import { gatesOf } from '../gates';
import { allEmails } from '../read-emails';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { WAITING_STATES, type WaitingEmail, waitingEmails } from './waiting-emails';

/** Everything that the dialog shows. */
export interface WhatWaits {
  /** Emails that the operator's account may still send today; null when nobody has looked yet. */
  readonly remaining: number | null;
  /** When that was found out, for people; blank for this moment. */
  readonly remainingAsOf: string;
  /** So many of them are kept for alerts. */
  readonly reserve: number;
  /** When the day's emails begin anew, for people; blank when nobody knows. */
  readonly renewal: string;
  /** Blank outside of test mode. */
  readonly testAddress: string;
  /** Whether the emails leave from the account of the person who looks. */
  readonly sends: boolean;
  /** How many emails there are of each state, those that are not listed included. */
  readonly counts: Readonly<Record<string, number>>;
  readonly emails: readonly WaitingEmail[];
}

/** What one list can show of a state; the Outbox tab has all. */
const MOST_OF_A_STATE = 50;

/** Today's quota, and every email that has not left with its reason. */
export const whatWaits = (ports: EmailMenuPorts): WhatWaits => {
  const { view, config } = menuContext(ports);
  const emails = allEmails(ports.outbox, view);
  const day: EmailDay | null = ports.sends ? null : readEmailDay(ports.properties);
  const remaining = ports.sends ? ports.mailer.remaining() : (day?.remaining ?? null);
  const { until } = gatesOf(ports, view, config, emails, remaining ?? 0);
  const { testModeAddress, emailReserve } = config.settings;
  const waiting = waitingEmails(emails, { clock: ports.clock, renewal: until, isTestMode: testModeAddress !== '' });
  const counts = Object.fromEntries(
    WAITING_STATES.map((state) => [state, waiting.filter((email) => email.state === state).length]),
  );
  return {
    remaining,
    remainingAsOf: day ? ports.clock.local(new Date(day.at)).replace('T', ' ').slice(0, 16) : '',
    reserve: emailReserve,
    renewal: until,
    testAddress: testModeAddress,
    sends: ports.sends,
    counts,
    emails: WAITING_STATES.flatMap((state) =>
      waiting.filter((email) => email.state === state).slice(0, MOST_OF_A_STATE),
    ),
  };
};
