import type { Ports } from '../core/all-ports';
import type { Alert } from '../core/email-writer';
import { LIMITS } from '../core/limits';
import { sheetLink } from '../core/links';
import { type Email, EmailRefused, type Mailer } from '../core/outbox-ports';
import type { Properties, SheetRow } from '../core/ports';
import { OPERATOR } from '../core/roles';
import { configOf } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { textOf } from '../workbook/layout';
import { ALERT, isAlert, LEASE, type OutboxEntry, type OutboxState } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import {
  type AlertTopic,
  isGathered,
  isGathering,
  isToBeSent,
  joined,
  leaving,
  raisedAt,
  TOPICS,
  waiting,
} from './alert-operator';
import { allEmails } from './read-emails';

export type AlertPorts = Pick<Ports, 'clock' | 'properties' | 'once' | 'mailer' | 'emails' | 'rows' | 'outbox'>;

interface Waiting extends Alert {
  /** When sending it first failed; ISO 8601, UTC. */
  readonly since?: string;
}

interface Leaving extends Waiting {
  /** When it was claimed; ISO 8601, UTC. */
  readonly at: string;
}

/** How long to retry an alert the account can't send before giving up, in milliseconds. */
const PATIENCE = 3 * 86_400_000;
const LOCK_WAIT = 5_000;
const STOPPED = 'The program stopped while sending this.';

/**
 * Emails the operator the raised alerts, and lists each email in the Outbox under the kind `alert`. If the account is
 * out of quota, they wait for the next sweep. An alert that may have been sent is listed as unsure and isn't sent
 * again, since the sheet shows what it was about. Never throws.
 */
export const sendAlerts = (ports: AlertPorts, view: WorkbookView): void => {
  const known = ports.properties.all();
  const now = ports.clock.now().getTime();
  const due = TOPICS.filter((each) => isToBeSent(known, each) && !isGathering(known, each, now));
  if (due.length === 0) return;
  const emails = allEmails(ports.outbox, view);
  const { emailReserve } = configOf(ports, view).settings;
  const told = new Set<AlertTopic>();
  for (const topic of due) {
    try {
      const isLeaving = Boolean(known[leaving(topic)]);
      if (!isLeaving && !mayTell(emails, topic, told.size, emailReserve, now)) continue;
      sendTopic(ports, view, topic, known[OPERATOR] ?? '');
      told.add(topic);
    } catch {
      // It's still waiting or marked as leaving: a later sweep will handle it.
    }
  }
};

/**
 * How many of the day's alerts are reserved for topics that had none yet, so that a frequent topic can't silence the
 * others.
 */
const KEPT_FOR_OTHERS = 2;

/**
 * Whether the day's share of alerts has room for one more of a topic; if not, its cases are combined in a later one.
 */
const mayTell = (
  emails: readonly OutboxEntry[],
  topic: AlertTopic,
  more: number,
  emailReserve: number,
  now: number,
): boolean => {
  const most = Math.max(1, emailReserve);
  const ofDay = emails.filter(
    (email) => isAlert(email) && email.sentAt !== null && email.sentAt > now - LIMITS.alertsOfDay.seconds * 1_000,
  );
  const isKnown = ofDay.some(({ key }) => key.startsWith(`alert:${topic.toLowerCase()}:`));
  const kept = isKnown ? Math.min(KEPT_FOR_OTHERS, most - 1) : 0;
  return ofDay.length + more < most - kept;
};

const sendTopic = (ports: AlertPorts, view: WorkbookView, topic: AlertTopic, to: string): void => {
  const { clock, properties, mailer, emails, rows, outbox } = ports;
  const keyOf = ({ at }: Leaving): string => `alert:${topic.toLowerCase()}:${at}`;
  const list = (alert: Leaving, state: OutboxState, error: string): void => {
    const when = serialOf(clock.local(new Date(alert.at)));
    rows.append(view, 'outbox', {
      Key: keyOf(alert),
      Kind: ALERT,
      To: to,
      State: state,
      Attempts: 1,
      // One that may have been sent keeps its time: it counts toward the day's quota.
      'Sent At': state === 'sent' || state === 'unsure' ? instantText(clock, Date.parse(alert.at)) : '',
      Error: error && `${error.replace(/\.?$/, '.')} Subject: ${alert.subject}`,
      'Created At': when,
    });
  };
  const { alert, lost } = takeUp(ports, topic);
  const isListed = ({ cells }: SheetRow): boolean => lost !== null && textOf(cells.Key) === keyOf(lost);
  if (lost && !outbox.all(view).some(isListed)) list(lost, 'unsure', STOPPED);
  if (!alert) return;
  const { state, error } = attempt(mailer, emails.alertEmail(alert, to, sheetLink(properties)));
  if (state === 'waiting for quota' && !isGivenUp(alert)) {
    putBack(properties, topic, alert);
    return;
  }
  list(alert, state === 'waiting for quota' ? 'cancelled' : state, error);
  properties.set({ [leaving(topic)]: '', ...(isGathered(topic) ? { [raisedAt(topic)]: alert.at } : {}) });
};

/**
 * Marks the waiting alert as leaving, and finds one that a dead execution had claimed. Under the lock, so that nothing
 * is sent twice.
 */
const takeUp = (
  { clock, properties, once }: AlertPorts,
  topic: AlertTopic,
): { readonly alert: Leaving | null; readonly lost: Leaving | null } => {
  const nothing = { alert: null, lost: null };
  const taken = once(leaving(topic), LOCK_WAIT, (current) => {
    const now = clock.now();
    const lost = parsed<Leaving>(current);
    if (lost && now.getTime() - Date.parse(lost.at) < LEASE) return nothing;
    // Read again now: customers may have added to it during this run.
    const found = parsed<Waiting>(properties.fresh(waiting(topic)));
    const alert = found && { ...found, at: now.toISOString() };
    properties.set({ [leaving(topic)]: alert ? JSON.stringify(alert) : '', [waiting(topic)]: '' });
    return { alert, lost };
  });
  return taken?.value ?? nothing;
};

const parsed = <T>(text: string): T | null => (text ? (JSON.parse(text) as T) : null);

interface AttemptOutcome {
  readonly state: 'sent' | 'waiting for quota' | 'failed' | 'unsure';
  /** Blank for one that was sent. */
  readonly error: string;
}

/** Out of quota, or refused: it surely wasn't sent. After any other error it's uncertain. */
const attempt = (mailer: Mailer, email: Email): AttemptOutcome => {
  try {
    mailer.send(email);
    return { state: 'sent', error: '' };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    if (!(thrown instanceof EmailRefused)) return { state: 'unsure', error };
    return { state: thrown.reason === 'quota' ? 'waiting for quota' : 'failed', error };
  }
};

const isGivenUp = ({ since, at }: Leaving): boolean =>
  since !== undefined && Date.parse(at) - Date.parse(since) > PATIENCE;

/** It wasn't sent: it waits again, ahead of anything added in the meantime. */
const putBack = (properties: Properties, topic: AlertTopic, { subject, text, since, at }: Leaving): void => {
  const added = parsed<Waiting>(properties.fresh(waiting(topic)));
  const alert: Waiting = { subject, text, since: since ?? at };
  const again = added ? joined(alert, added) : alert;
  properties.set({ [waiting(topic)]: JSON.stringify(again), [leaving(topic)]: '' });
};
