import { type Cents, parseAmount } from '../domain/money';
import { type Nudges, parseNudges } from '../domain/nudges';
import { type LabelKind, labelKindOf } from './label-kinds';
import { type Cell, textOf } from './layout';
import type { CellError } from './price-list';

/** How one setting is read: its default as typed, and what is allowed. setting-meanings.ts says what it is for. */
interface Setting<T> {
  readonly key: string;
  readonly fallback: string;
  /** What is allowed, as the end of a sentence: "a whole number from 1 to 7". */
  readonly allowed: string;
  /** The value of a typed text; undefined when it is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

const setting = <T>(
  key: string,
  fallback: string,
  [allowed, parse]: readonly [string, (text: string) => T | undefined],
): Setting<T> => ({ key, fallback, allowed, parse });

const whole = (from: number, to: number): readonly [string, (text: string) => number | undefined] => [
  `a whole number from ${from} to ${to}`,
  (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined),
];

const line = (longest: number): readonly [string, (text: string) => string | undefined] => [
  `a text of at most ${longest} characters`,
  (text) => (text.length <= longest ? text : undefined),
];

const amount: readonly [string, (text: string) => Cents | undefined] = [
  'an amount such as 5 or 5.50',
  (text) => parseAmount(text) ?? undefined,
];

const wholeOrEmpty = (from: number, to: number): readonly [string, (text: string) => number | null | undefined] => {
  const [allowed, parse] = whole(from, to);
  return [`${allowed}, or empty`, (text) => (text === '' ? null : parse(text))];
};

const amountOrEmpty: readonly [string, (text: string) => Cents | null | undefined] = [
  'an amount such as 50, or empty for never',
  (text) => (text === '' ? null : (parseAmount(text) ?? undefined)),
];

const email: readonly [string, (text: string) => string | undefined] = [
  'one email address, or empty',
  (text) => (text === '' || /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(text) ? text : undefined),
];

const nudges: readonly [string, (text: string) => Nudges | undefined] = [
  'papers with inches to the right and down, such as 6x9 0.05 -0.1, or empty',
  parseNudges,
];

const oneOf = <const Word extends string>(
  ...words: readonly Word[]
): readonly [string, (text: string) => Word | undefined] => [
  words.join(' or '),
  (text) => words.find((word) => word.toLowerCase() === text.toLowerCase()),
];

const onOff: readonly [string, (text: string) => boolean | undefined] = [
  'on or off',
  (text) => ({ on: true, off: false })[text.toLowerCase()],
];

const labels: readonly [string, (text: string) => LabelKind | undefined] = [
  'the number on the box, such as 5160, 8160 or 5163, or 4x6',
  labelKindOf,
];

const webAddress: readonly [string, (text: string) => string | undefined] = [
  'an address that begins with https://, or empty',
  // This machine's own address is as safe: the local host's web app has one.
  (text) =>
    text === '' || /^(?:https:|http:(?=\/\/(?:localhost|127\.0\.0\.1)[:/]))\/\/[^\s"<>]+$/i.test(text)
      ? text
      : undefined,
];

/** Every setting, in the order of the Settings tab. */
export const SETTINGS = {
  studioName: setting('Studio name', 'CPS Photos', line(80)),
  signature: setting('Mails signed by', 'The team at CPS Photos', line(80)),
  replyTo: setting('Reply-to address', '', email),
  studioAddress: setting('Studio address', '', line(200)),
  howToPay: setting(
    'How to pay',
    "Please pay by card or cash at our table, or reply to any of our emails and we'll send you a payment link.",
    line(500),
  ),
  shippingFlat: setting('Shipping fee', '0', amount),
  shippingFreeFrom: setting('Free shipping from', '', amountOrEmpty),
  askFromTotal: setting('Ask staff from a total of', '1000', amountOrEmpty),
  webAppUrl: setting('Web app address', '', webAddress),
  reviewUrl: setting('Public review address', '', webAddress),
  thanksHappy: setting('Thank-you for 4 and 5 stars', 'We are so glad that you like your prints.', line(300)),
  thanksUnhappy: setting(
    'Thank-you for 1 to 3 stars',
    'We are sorry that it was not better, and will read what you wrote today.',
    line(300),
  ),
  feedbackQuestion: setting('Feedback question', 'How do you like your prints?', line(120)),
  notArrivedAnswer: setting(
    'Answer to "not arrived"',
    'We are sorry. We have been told, look into it, and write to you soon.',
    line(300),
  ),
  contact: setting('How to reach us', '', line(300)),
  feedbackDays: setting('Days before the feedback request', '5', whole(1, 7)),
  postsPerMinute: setting('Orders per minute', '50', whole(1, 55)),
  retryMinutes: setting('Same order again within minutes', '10', whole(1, 1440)),
  emailsPerCustomer: setting('Mails per customer and day', '10', whole(1, 100)),
  statusEmailWait: setting('Minutes before status mails', '0', whole(0, 10)),
  activityLines: setting('Activity lines', '5000', whole(100, 50_000)),
  emailsPerRun: setting('Mails per run', '500', whole(1, 2000)),
  emailReserve: setting('Mails kept for alerts', '5', whole(0, 50)),
  moneyReserve: setting('Emails kept for payments', '', wholeOrEmpty(0, 1500)),
  receiptsPerHour: setting('Receipts per hour', '200', whole(1, 1500)),
  receiptsPerDay: setting('Receipts per day', '', wholeOrEmpty(1, 1500)),
  holdReceipts: setting('Hold receipts', 'off', onOff),
  testModeAddress: setting('Test mode address', '', email),
  shipDays: setting('Days to ship', '3', whole(1, 60)),
  handOverDays: setting('Days to hand over', '3', whole(1, 60)),
  payDays: setting('Days to pay', '7', whole(1, 90)),
  morningList: setting('Morning list by mail', 'off', onOff),
  logoUrl: setting('Logo address', '', webAddress),
  envelopeLine: setting('Envelope line', 'PHOTOS - DO NOT BEND', line(60)),
  slipThanks: setting(
    'Packing slip thank-you',
    'Thank you for your order! We hope that you love your photos.',
    line(300),
  ),
  slipPrices: setting('Prices on packing slips', 'on', onOff),
  labelKind: setting('Labels', '5160', labels),
  printNudges: setting('Print nudges', '', nudges),
  weeklyDigest: setting('Weekly digest', 'off', onOff),
  weeklyDigestDay: setting(
    'Weekly digest day',
    'Monday',
    oneOf('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
  ),
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The values in force. */
export type Settings = {
  readonly [K in SettingKey]:
    | NonNullable<ReturnType<(typeof SETTINGS)[K]['parse']>>
    | (null extends ReturnType<(typeof SETTINGS)[K]['parse']> ? null : never);
};

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/**
 * Reads the Settings tab. A missing line means its default. A line that is not allowed is named, and the last good
 * value is used for it (`lastGood`: typed texts by key), else the default.
 */
export const readSettings = (
  rows: readonly Readonly<Record<string, Cell>>[],
  lastGood: Readonly<Record<string, string>> = {},
): { readonly settings: Settings; readonly texts: Record<string, string>; readonly errors: readonly CellError[] } => {
  const errors: CellError[] = [];
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const key of SETTING_KEYS) {
    const { key: label, fallback, allowed, parse } = SETTINGS[key];
    const index = rows.findIndex((row) => textOf(row.Setting).toLowerCase() === label.toLowerCase());
    const typed = index < 0 ? fallback : textOf(rows[index]?.Value);
    // An http address goes on as https: it was fine for earlier versions, and almost every server has both.
    const good =
      [typed, typed.replace(/^http:/i, 'https:'), lastGood[label] ?? fallback, fallback].find(
        (text) => parse(text) !== undefined,
      ) ?? fallback;
    if (good !== typed) {
      const message = `"${typed}" is not allowed for ${label}: ${allowed}. ${good === '' ? 'It counts as empty' : `"${good}" is used`} until it is corrected.`;
      errors.push({ tab: 'settings', row: index + 2, header: 'Value', message });
    }
    texts[label] = good;
    values[key] = parse(good);
  }
  return { settings: values as Settings, texts, errors };
};
