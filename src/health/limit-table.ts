import { LIMITS, type LimitName, type Most } from '../core/limits';
import { SETTINGS } from '../workbook/settings';

/** One limit on what comes from outside. */
interface Limit {
  readonly name: LimitName;
  /** What is counted. */
  readonly what: string;
  /** What it is counted by, below the common figure; blank: nothing. */
  readonly by: string;
  /** What happens to what is beyond it. */
  readonly full: string;
  readonly each: Most;
  readonly all: Most;
  /** Null: ever. */
  readonly seconds: number | null;
}

const BUSY = 'answered with `BUSY`, to be retried';
const UNREAD = `${BUSY}; the same request isn't read again within the minute`;
const TRY_AGAIN = 'a page that asks them to try again in a minute';
const WAIT = 'receipts wait, and the operator is notified';
const TOGETHER = 'combined in the next email';

const WORDS: Readonly<Record<LimitName, readonly [what: string, by: string, full: string]>> = {
  order: ['New orders', 'mailbox', BUSY],
  repeat: ['Orders without an id, sent again', 'content', UNREAD],
  refused: ['Rejected orders', 'order id, else content', UNREAD],
  quote: ['Quotes', 'mailbox, else content', BUSY],
  status: ['Requests about status, shipping, feedback', 'order', BUSY],
  page: ['Customers’ pages read from the sheet', 'link', TRY_AGAIN],
  form: ['Forms sent by customers', 'link', TRY_AGAIN],
  correction: ['Corrections of feedback', 'order', 'the last answer stays'],
  receipts: ['Receipts of unpaid orders', '', WAIT],
  receiptsOfDay: ['Receipts of unpaid orders', 'mailbox', WAIT],
  email: ['Emails to customers', 'mailbox', 'held, and the operator is notified'],
  alert: ['Alerts to the operator', 'topic', TOGETHER],
  alertsOfDay: ['Alerts to the operator', '', TOGETHER],
  stranger: ['Unauthenticated requests', '', 'rejected and counted, however many'],
};

/** Every limit on what outsiders send, in one table: Health shows it, and the docs have its lines. */
export const LIMIT_TABLE: readonly Limit[] = (Object.keys(LIMITS) as LimitName[]).map((name) => {
  const [what, by, full] = WORDS[name];
  return { name, what, by, full, ...LIMITS[name] };
});

const PERIODS: Readonly<Record<number, string>> = { 60: 'a minute', 3600: 'an hour', 86400: 'a day' };
const periodOf = ({ seconds }: Limit): string => (seconds === null ? 'ever' : (PERIODS[seconds] ?? ''));

const figure = (most: Most): string => {
  if (most === null) return '';
  if (typeof most === 'number') return most < 1 ? `${100 * most} % of that` : String(most);
  const { key, fallback } = SETTINGS[most];
  return fallback ? `${fallback} (${key})` : `as set in ${key}`;
};

/** The figures in words: `60, of one link 5, within a minute`. */
export const figuresIn = (limit: Limit): string => {
  const each = figure(limit.each);
  const figures = [figure(limit.all), each && `${each} by ${limit.by}`].filter(Boolean).join(', ');
  return `${figures} within ${periodOf(limit)}`;
};

/** The table as lines of Markdown, for docs/api.md. */
export const limitLines = (): readonly string[] =>
  LIMIT_TABLE.map((limit) => {
    const each = figure(limit.each);
    return `| ${limit.what} | ${periodOf(limit)} | ${figure(limit.all)} | ${each && `${each} by ${limit.by}`} | ${limit.full} |`;
  });
