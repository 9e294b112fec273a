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

/**
 * Milliseconds within which a topic is told once (docs/design.md 5.7: the first one in an hour); backups once a day.
 */
const QUIET = LIMITS.alert.seconds * 1_000;
const QUIET_BACKUP = 24 * 3_600_000;
/** Characters of an alert. */
export const LONGEST_ALERT = 2_000;
const MORE = '\n\nThere are more. CPS Orders > Today lists them all.';

/** The Script Property that says when a topic was last raised; ISO 8601, UTC. */
export const raisedAt = (topic: AlertTopic): string => `ALERT_${topic}_AT`;
/** The Script Property with what waits for the next sweep: an {@link Alert} as JSON. */
export const waiting = (topic: AlertTopic): string => `ALERT_${topic}`;

/** The Script Property with what an execution of the operator is handing over, as JSON. */
export const leaving = (topic: AlertTopic): string => `ALERT_${topic}_LEAVING`;

/** Whether there is something of a topic for the operator's sweep to see to. */
export const isToBeSent = (known: Readonly<Record<string, string>>, topic: AlertTopic): boolean =>
  Boolean(known[OPERATOR] && (known[waiting(topic)] || known[leaving(topic)]));

/** Whether there is something of any topic. */
export const hasAlerts = (known: Readonly<Record<string, string>>): boolean =>
  TOPICS.some((topic) => isToBeSent(known, topic));

/** Leaves an alert for the operator's next sweep, unless its topic was raised within the hour. */
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

/** Whether each case of a topic is told: what comes within the hour is told together in the next email. */
export const isGathered = (topic: AlertTopic): boolean => topic === 'FEEDBACK' || topic === 'NOT_ARRIVED';

/** Whether a gathered topic was told within the hour. */
export const isGathering = (known: Readonly<Record<string, string>>, topic: AlertTopic, now: number): boolean =>
  isGathered(topic) && now - Date.parse(known[raisedAt(topic)] ?? '') < QUIET;

/** Adds to what the next email about a topic tells: each time is told, several in one. */
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

/** Two alerts of a topic in one email. A second text that does not fit is left out whole: half an order is no use. */
export const joined = <First extends Alert>(first: First, second: Alert): First => {
  const subject = first.subject.endsWith(AND_MORE) ? first.subject : first.subject + AND_MORE;
  const both = `${first.text}\n\n${second.text}`;
  if (both.length <= LONGEST_ALERT - MORE.length) return { ...first, subject, text: both };
  return { ...first, subject, text: first.text.endsWith(MORE) ? first.text : first.text + MORE };
};
