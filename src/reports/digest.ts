import { sheetLink } from '../core/links';
import { EmailRefused } from '../core/outbox-ports';
import { OPERATOR } from '../core/roles';
import { escapeHtml } from '../domain/html';
import { formatDollars } from '../domain/money';
import { count } from '../domain/text/for-people';
import { lineHtml, TO_OPERATOR } from '../email/alert-email';
import { EMAIL_STYLE } from '../email/email-style';
import { preheaderLine, subjectLine } from '../email/one-line';
import { writeEmail } from '../email/page';
import { serialOf } from '../workbook/date-serial';
import { ALERT } from '../workbook/outbox-row';
import { readSettings, SETTINGS, type Settings } from '../workbook/settings';
import { instantText } from '../workbook/zone-instant';
import { type Day, formatDays, isoDay, parseDay, WEEKDAYS, weekdayOf } from './days';
import { NONE, type TableRow, type Value } from './document';
import type { Figures } from './figures';
import { formatValue } from './format';
import { keyFigures } from './key-figures';
import { makeReport } from './make-report';
import type { DigestPorts } from './report-ports';
import type { SalesReport } from './sales-report';

/** The Script Property with the day for which the last digest was sent. */
const DIGEST_DAY = 'DIGEST_DAY';
/** How many days late a digest may still be sent. */
const LATEST = 2;
const WEEK = 7;

/** The day of the digest that is due on a day; null if none is. A day's digest is sent only once. */
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

/** Hours of less than three minutes: `0.0` would look like an error. */
const isNearZero = (value: Value): boolean => typeof value !== 'string' && 'decimal' in value && value.decimal < 0.05;

/** A row's figures, ready to show; blank if there is nothing to show. */
const figuresOf = ({ cells }: TableRow) => {
  const [label = '', now = '', before = '', change = ''] = cells.map((value) =>
    isNearZero(value) ? 'under 0.1' : formatValue(value),
  );
  const [earlier = '', more = ''] = [before, change].map((text) => (text === NONE ? '' : text));
  return { label, now, before: earlier, change: more };
};

const rowText = (row: TableRow): string => {
  const { label, now, before, change } = figuresOf(row);
  if (row.kind === 'heading') return `\n${label}`;
  return `${label}: ${now}${before && ` (previous week: ${before}${change && `, change: ${change}`})`}`;
};

const LINE = `border-bottom:1px solid ${EMAIL_STYLE.line}`;
const QUIET = `class="q" style="font-size:13px;color:${EMAIL_STYLE.quiet}"`;

/** Two columns, since four don't fit a phone: the week before and the change are below the figure. */
const rowHtml = (row: TableRow): string => {
  const { label, now, before, change } = figuresOf(row);
  if (row.kind === 'heading')
    return `<tr><th scope="rowgroup" colspan="2" align="left" style="padding:18px 0 6px;${LINE}">${escapeHtml(label)}</th></tr>`;
  const below = [before, change].filter(Boolean).map(escapeHtml).join(', ');
  return (
    `<tr><th scope="row" align="left" valign="top" style="padding:7px 0;font-weight:normal;${LINE}">${escapeHtml(label)}</th>` +
    `<td align="right" valign="top" style="padding:7px 0 7px 10px;white-space:nowrap;${LINE}">${escapeHtml(now)}${below && `<br><span ${QUIET}>${below}</span>`}</td></tr>`
  );
};

const TABLE =
  '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:15px;line-height:1.35">';

const tableHtml = (rows: readonly TableRow[]): string =>
  `${TABLE}<tr><th scope="col" align="left" style="padding:0 0 7px;${LINE}">Figure</th>` +
  `<th scope="col" align="right" style="padding:0 0 7px 10px;${LINE}">This week</th></tr>` +
  `${rows.map(rowHtml).join('')}</table>`;

const sold = ({ orders, total }: Figures): string => `${count(orders, 'order')}, ${formatDollars(total)}`;

/** The email: the key figures of the week and the previous week, as in the Sales Report. */
const digestEmail = (report: SalesReport, days: string, sheet: string) => {
  const { figures, before, studio, control } = report;
  const { rows = [] } = keyFigures(figures, before);
  const week = `Your sales for ${days} (${report.timeZone}).`;
  const end = [
    control.verdict,
    `Open the sheet: ${sheet}`,
    `For details, choose CPS Orders > Reports > Sales report. To stop this email, turn off "${SETTINGS.weeklyDigest.key}" in CPS Orders > Settings.`,
  ];
  return writeEmail(
    {
      ...TO_OPERATOR,
      name: studio,
      subject: subjectLine(`Your week: ${sold(figures)} (${days})`),
      preheader: preheaderLine(`${before ? `Previous week: ${sold(before)}. ` : ''}${control.verdict}`),
    },
    {
      text: [week, rows.map(rowText).join('\n').trim(), ...end],
      html: [
        escapeHtml(`${week}${before ? ' Below each figure: the week before and the change.' : ''}`),
        tableHtml(rows),
        ...end.map(lineHtml),
      ],
    },
  );
};

/** Claims a day, so that two simultaneous runs send only one digest. */
const claim = ({ once, properties }: DigestPorts, isDue: (last: string) => Day | null): Day | null => {
  const claimed = once(DIGEST_DAY, 20_000, (last) => {
    const due = isDue(last);
    if (due !== null) properties.set({ [DIGEST_DAY]: isoDay(due) });
    return due;
  });
  return claimed?.value ?? null;
};

/** Morning chore: emails the operator the figures of the seven days before the chosen weekday, once a week. */
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
  // Before the day is claimed: if the figures can't be read this morning, they're read the next.
  const email = digestEmail(
    makeReport(ports, () => ({ period, event: null, grain: null })),
    period.label,
    sheetLink(properties),
  );
  if (claim(ports, (last) => digestDue(settings, today, last)) !== due) return;
  try {
    mailer.send({ to, ...email, senderName: settings.studioName, replyTo: '' });
  } catch (error) {
    // A digest that surely wasn't sent is retried on the next mornings.
    if (error instanceof EmailRefused) properties.set({ [DIGEST_DAY]: before });
    throw error;
  }
  const at = serialOf(clock.local(now));
  const sent = { State: 'sent', Attempts: 1, 'Sent At': instantText(clock, now.getTime()), 'Created At': at };
  rows.append(view, 'outbox', { Key: `digest:${isoDay(due)}:1`, Kind: ALERT, To: to, ...sent });
};
