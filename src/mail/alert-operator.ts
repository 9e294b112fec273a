import { escapeHtml } from '../domain/html';
import type { Clock, Mailer, Properties, RowAppender } from '../ports';
import { serialOf } from '../workbook/date-serial';
import type { WorkbookView } from '../workbook/view';

/** The Script Property that holds the operator's own address, written at set-up. */
export const OPERATOR = 'OPERATOR';

/** Something that the operator has to know soon. */
export interface Alert {
  readonly subject: string;
  /** Plain text, its paragraphs divided by empty lines. */
  readonly text: string;
}

/** Alerts of one topic are not repeated within the hour. */
const TOPICS = [
  'LEDGER',
  'REJECTED',
  'MAILS_STOPPED',
  'MAIL_QUOTA',
  'FEEDBACK',
  'NOT_ARRIVED',
  'BACKUP',
  'SWEEP',
  'MORNING',
] as const;
export type AlertTopic = (typeof TOPICS)[number];

/** Milliseconds within which a topic is told once (design.md 4: the first one in an hour); backups once a day. */
const QUIET = 3_600_000;
const QUIET_BACKUP = 24 * 3_600_000;
/** Characters of an alert. */
export const LONGEST_ALERT = 2_000;
const SENDER = 'CPS Orders';
const MORE = '\n\nThere are more: CPS Orders > Today shows them.';

/** The Script Property that says when a topic was last raised; ISO 8601, UTC. */
export const raisedAt = (topic: AlertTopic): string => `ALERT_${topic}_AT`;
const waiting = (topic: AlertTopic): string => `ALERT_${topic}`;

/** Leaves an alert for the operator's next sweep, unless its topic was raised within the hour. */
export const raiseAlert = (
  { clock, properties }: { readonly clock: Clock; readonly properties: Properties },
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

/** Adds to what the next sweep tells of a topic: each time is told, several in one mail. */
export const addToAlert = (
  { properties }: { readonly properties: Properties },
  topic: AlertTopic,
  { subject, text }: Alert,
): void => {
  const before = properties.fresh(waiting(topic));
  const known = before ? (JSON.parse(before) as Alert).text : '';
  const both = [known, text].filter(Boolean).join('\n\n');
  // One that does not fit is left out whole: half an order would be no use.
  const fitting = both.length <= LONGEST_ALERT - MORE.length ? both : known.endsWith(MORE) ? known : `${known}${MORE}`;
  const alert: Alert = { subject, text: known ? fitting : both.slice(0, LONGEST_ALERT - MORE.length) };
  properties.set({ [waiting(topic)]: JSON.stringify(alert) });
};

export interface AlertPorts {
  readonly clock: Clock;
  readonly properties: Properties;
  readonly mailer: Mailer;
  readonly rows: RowAppender;
}

/**
 * Mails the operator what has been raised, and lists each mail in the Outbox under kind `alert`. An alert is taken
 * away before it is sent: one that fails is not tried again. Never throws.
 */
export const sendAlerts = (ports: AlertPorts, view: WorkbookView): void => {
  const { clock, properties, mailer, rows } = ports;
  const to = properties.all()[OPERATOR] ?? '';
  for (const topic of TOPICS.filter((each) => to !== '' && properties.all()[waiting(each)])) {
    try {
      // As it stands at this moment: customers may have added to it while this run was at work.
      const { subject, text } = JSON.parse(properties.fresh(waiting(topic))) as Alert;
      properties.set({ [waiting(topic)]: '' });
      mailer.send({ to, subject, text, html: htmlOf(text), senderName: SENDER, replyTo: '' });
      const now = clock.now();
      const at = serialOf(clock.local(now));
      const key = `alert:${topic.toLowerCase()}:${now.toISOString()}`;
      const sent = { State: 'sent', Attempts: 1, 'Sent At': at, 'Created At': at };
      rows.append(view, 'outbox', { Key: key, Kind: 'alert', To: to, ...sent });
    } catch {
      // The next alert of this topic is raised within the hour; what it is about stands in the sheet.
    }
  }
};

/** An alert is plain text in paragraphs: its HTML part says the same. */
const htmlOf = (text: string): string => {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${SENDER}</title></head><body>${paragraphs.join('')}</body></html>`;
};
