import { MailRefused } from '../core/ports';
import { OPERATOR } from '../core/roles';
import { escapeHtml } from '../domain/html';
import { formatDollars } from '../domain/money';
import { serialOf } from '../workbook/date-serial';
import { ALERT } from '../workbook/outbox-row';
import { readSettings, type Settings } from '../workbook/settings';
import { instantText } from '../workbook/zone-instant';
import { type Day, formatDays, isoDay, parseDay, WEEKDAYS, weekdayOf } from './days';
import type { TableRow } from './document';
import { formatValue } from './format';
import { keyFigures } from './key-figures';
import { makeReport } from './make-report';
import type { DigestPorts } from './report-ports';
import type { SalesReport } from './sales-report';

/** The Script Property with the day for which the last digest was sent. */
const DIGEST_DAY = 'DIGEST_DAY';
/** A digest whose day went by without a morning is sent on one of the next days, not later. */
const LATEST = 2;
const WEEK = 7;

/** The day of the digest that is due on a day; null when none is. Whatever was sent for a day is not sent again. */
export const digestDue = (
  { weeklyDigest, weeklyDigestDay }: Pick<Settings, 'weeklyDigest' | 'weeklyDigestDay'>,
  today: Day,
  last: string,
): Day | null => {
  if (!weeklyDigest) return null;
  const due = today - ((weekdayOf(today) - WEEKDAYS.indexOf(weeklyDigestDay) + WEEK) % WEEK);
  const sent = parseDay(last);
  return today - due > LATEST || (sent !== null && due - sent < WEEK) ? null : due;
};

const rowText = ({ cells, kind }: TableRow): string => {
  const [label = '', now = '', before] = cells.map(formatValue);
  if (kind === 'heading') return `\n${label}`;
  return `${label}: ${now}${before === undefined ? '' : ` (week before: ${before})`}`;
};

const rowHtml = ({ cells, kind }: TableRow): string => {
  const [label = '', ...figures] = cells.map((value) => escapeHtml(formatValue(value)));
  const style = 'padding:4px 10px;border-bottom:1px solid #cbd2d9';
  if (kind === 'heading')
    return `<tr><td colspan="4" style="${style};font-weight:bold;background:#f0f3f6">${label}</td></tr>`;
  const tds = figures.map((figure) => `<td style="${style};text-align:right">${figure}</td>`).join('');
  return `<tr><td style="${style}">${label}</td>${tds}</tr>`;
};

/** The mail: the key figures of the week and the week before, as in the Sales Report. */
const digestMail = (report: SalesReport, days: string) => {
  const { figures, before, studio, control } = report;
  const { rows = [], headers = [] } = keyFigures(figures, before);
  const subject = `${studio}: ${days}: ${figures.orders} ${figures.orders === 1 ? 'order' : 'orders'}, ${formatDollars(figures.total)}`;
  const more =
    'CPS Orders > Reports > Sales report shows the same figures with their breakdowns and what they mean. To stop this mail, set "Weekly digest" to off in the Settings.';
  const head = headers.map((header) => `<th style="padding:4px 10px;text-align:left">${escapeHtml(header)}</th>`);
  const html = [
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:14px;color:#1f2933">',
    `<p>The week of ${escapeHtml(days)}, ${escapeHtml(report.timeZone)}.</p>`,
    `<table style="border-collapse:collapse"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.map(rowHtml).join('')}</tbody></table>`,
    `<p>${escapeHtml(control.verdict)}</p><p>${escapeHtml(more)}</p></body></html>`,
  ].join('\n');
  const text = [`The week of ${days}, ${report.timeZone}.`, ...rows.map(rowText), '', control.verdict, '', more].join(
    '\n',
  );
  return { subject, text, html };
};

/** Marks a day as taken: two mornings at once send one digest. */
const claim = ({ once, properties }: DigestPorts, isDue: (last: string) => Day | null): Day | null => {
  const claimed = once(DIGEST_DAY, 20_000, (last) => {
    const due = isDue(last);
    if (due !== null) properties.set({ [DIGEST_DAY]: isoDay(due) });
    return due;
  });
  return claimed?.value ?? null;
};

/** Chore of the morning: mails the operator the figures of the seven days before the chosen weekday, once a week. */
export const sendDigest = (ports: DigestPorts): void => {
  const { clock, properties, mailer, rows, workbook } = ports;
  const view = workbook.read();
  const { settings } = readSettings(view.settings);
  const to = properties.all()[OPERATOR] ?? '';
  const now = clock.now();
  const today = parseDay(clock.local(now));
  if (to === '' || today === null || !settings.weeklyDigest) return;
  const before = properties.fresh(DIGEST_DAY);
  const due = digestDue(settings, today, before);
  if (due === null) return;
  const days = { from: due - WEEK, to: due - 1 };
  const period = { label: formatDays(days.from, days.to), days, before: { from: due - 2 * WEEK, to: due - WEEK - 1 } };
  // Before the day is taken: figures that cannot be read this morning are read the next.
  const mail = digestMail(
    makeReport(ports, () => ({ period, event: null, grain: null })),
    period.label,
  );
  if (claim(ports, (last) => digestDue(settings, today, last)) !== due) return;
  try {
    mailer.send({ to, ...mail, senderName: settings.studioName, replyTo: '' });
  } catch (error) {
    // What certainly did not leave is tried again in the next mornings.
    if (error instanceof MailRefused) properties.set({ [DIGEST_DAY]: before });
    throw error;
  }
  const at = serialOf(clock.local(now));
  const sent = { State: 'sent', Attempts: 1, 'Sent At': instantText(clock, now.getTime()), 'Created At': at };
  rows.append(view, 'outbox', { Key: `digest:${isoDay(due)}:1`, Kind: ALERT, To: to, ...sent });
};
