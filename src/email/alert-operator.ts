import type { Ports } from '../core/all-ports';
import type { Alert } from '../core/email-writer';
import { LIMITS } from '../core/limits';
import { OPERATOR } from '../core/roles';

/** Alerts of one topic are not repeated within the hour. */
export const TOPICS = [
  'LEDGER',
  'REJECTED',
  'MAILS_STOPPED',
  'MAIL_QUOTA',
  'RECEIPTS',
  'FEEDBACK',
  'NOT_ARRIVED',
  'BACKUP',
  'SWEEP',
  'TURNED_AWAY',
  'MORNING',
  'ADDRESS',
] as const;
export type AlertTopic = (typeof TOPICS)[number];

/** How long a topic stays quiet after an alert, in milliseconds: an hour (docs/design.md 5.7), or a day for backups. */
const QUIET = LIMITS.alert.seconds * 1_000;
const QUIET_BACKUP = 24 * 3_600_000;
/** The most characters in an alert. */
export const LONGEST_ALERT = 2_000;
const MORE = '\n\nThere are more. CPS Orders > Today lists them all.';

/** The Script Property with the moment a topic was last raised; ISO 8601, UTC. */
export const raisedAt = (topic: AlertTopic): string => `ALERT_${topic}_AT`;
/** The Script Property with the alert that the next sweep will send: an {@link Alert} as JSON. */
export const waiting = (topic: AlertTopic): string => `ALERT_${topic}`;

/** The Script Property with the alert that one of the operator's executions is sending, as JSON. */
export const leaving = (topic: AlertTopic): string => `ALERT_${topic}_LEAVING`;

/** Whether the operator's sweep has an alert of this topic to handle. */
export const isToBeSent = (known: Readonly<Record<string, string>>, topic: AlertTopic): boolean =>
  Boolean(known[OPERATOR] && (known[waiting(topic)] || known[leaving(topic)]));

/** Whether any topic has an alert to handle. */
export const hasAlerts = (known: Readonly<Record<string, string>>): boolean =>
  TOPICS.some((topic) => isToBeSent(known, topic));

/** Leaves an alert for the operator's next sweep, unless its topic was raised within the past hour. */
export const raiseAlert = (
  { clock, properties }: Pick<Ports, 'clock' | 'properties'>,
  topic: AlertTopic,
  { subject, text }: Alert,
): void => {
  const now = clock.now();
  const quiet = topic === 'BACKUP' ? QUIET_BACKUP : QUIET;
  const isQuiet = (last: string | undefined) => now.getTime() - Date.parse(last ?? '') < quiet;
  if (isQuiet(properties.all()[raisedAt(topic)]) || isQuiet(properties.fresh(raisedAt(topic)))) return;
  const alert: Alert = { subject, text: text.slice(0, LONGEST_ALERT) };
  properties.set({ [raisedAt(topic)]: now.toISOString(), [waiting(topic)]: JSON.stringify(alert) });
};

/** Whether every case of a topic is reported. Cases within an hour share the next email. */
export const isGathered = (topic: AlertTopic): boolean => topic === 'FEEDBACK' || topic === 'NOT_ARRIVED';

/** Whether a gathered topic already had its email within the past hour. */
export const isGathering = (known: Readonly<Record<string, string>>, topic: AlertTopic, now: number): boolean =>
  isGathered(topic) && now - Date.parse(known[raisedAt(topic)] ?? '') < QUIET;

/** Adds a case to the next email about a topic, so that every case is reported. */
export const addToAlert = (
  { properties }: Pick<Ports, 'properties'>,
  topic: AlertTopic,
  { subject, text }: Alert,
): void => {
  const before = properties.fresh(waiting(topic));
  const known = before ? (JSON.parse(before) as Alert) : null;
  const alert = known
    ? joined({ subject: known.subject, text: known.text }, { subject, text })
    : { subject, text: text.slice(0, LONGEST_ALERT - MORE.length) };
  properties.set({ [waiting(topic)]: JSON.stringify(alert) });
};

const AND_MORE = ', and more';

/**
 * Combines two alerts of a topic into one email. If the second doesn't fit, it's left out whole: half an order helps no
 * one.
 */
export const joined = <First extends Alert>(first: First, second: Alert): First => {
  const subject = first.subject.endsWith(AND_MORE) ? first.subject : first.subject + AND_MORE;
  const both = `${first.text}\n\n${second.text}`;
  if (both.length <= LONGEST_ALERT - MORE.length) return { ...first, subject, text: both };
  return { ...first, subject, text: first.text.endsWith(MORE) ? first.text : first.text + MORE };
};
