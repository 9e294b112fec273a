import { shownTime } from '../../core/shown-time';
import { type EmailDay, readEmailDay } from '../email-day';
import { gatesOf } from '../gates';
import { allEmails } from '../read-emails';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { WAITING_STATES, type WaitingEmail, waitingEmails } from './waiting-emails';

/** Everything the dialog shows. */
export interface WhatWaits {
  /** Emails the operator's account may still send today; null before the first check. */
  readonly remaining: number | null;
  /** When that was checked, ready to show; blank for right now. */
  readonly remainingAsOf: string;
  /** How many of them are reserved for alerts. */
  readonly reserve: number;
  /** When the daily limit resets, ready to show; blank if unknown. */
  readonly renewal: string;
  /** Blank if test mode is off. */
  readonly testAddress: string;
  /** Whether emails are sent from the current user's account. */
  readonly sends: boolean;
  /** How many emails are in each state, including those not listed. */
  readonly counts: Readonly<Record<string, number>>;
  readonly emails: readonly WaitingEmail[];
}

/** The most emails listed for a state; the Outbox tab has all. */
const MOST_OF_A_STATE = 50;

/** Today's quota, and every unsent email with its reason. */
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
    remainingAsOf: day ? shownTime(ports.clock, day.at) : '',
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
