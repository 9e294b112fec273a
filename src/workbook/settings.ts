import { type Cents, parseAmount } from '../domain/money';
import { type Nudges, parseNudges } from '../domain/nudges';
import { type LabelKind, labelKindOf } from './label-kinds';
import { type Cell, textOf } from './layout';
import type { CellError } from './price-list';

/** How one setting is read: its default as typed, and what is allowed. setting-meanings.ts says what it is for. */
interface Setting<T> {
  readonly key: string;
  /** What earlier versions called it. Sheets that were set up then keep these names, and they go on working. */
  readonly formerly?: string | undefined;
  readonly fallback: string;
  /** What is allowed, as in "Use a whole number from 1 to 7." */
  readonly allowed: string;
  /** The value of a typed text; undefined when it is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

const setting = <T>(
  key: string,
  fallback: string,
  [allowed, parse]: readonly [string, (text: string) => T | undefined],
  formerly?: string,
): Setting<T> => ({ key, fallback, allowed, parse, formerly });

const whole = (from: number, to: number): readonly [string, (text: string) => number | undefined] => [
  `a whole number from ${from} to ${to}`,
  (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined),
];

const line = (longest: number): readonly [string, (text: string) => string | undefined] => [
  `up to ${longest} characters`,
  (text) => (text.length <= longest ? text : undefined),
];

const amount: readonly [string, (text: string) => Cents | undefined] = [
  'an amount such as 5 or 5.50',
  (text) => parseAmount(text) ?? undefined,
];

const wholeOrEmpty = (from: number, to: number): readonly [string, (text: string) => number | null | undefined] => {
  const [allowed, parse] = whole(from, to);
  return [`${allowed}, or leave it blank`, (text) => (text === '' ? null : parse(text))];
};

const amountOrEmpty: readonly [string, (text: string) => Cents | null | undefined] = [
  'an amount such as 50, or leave it blank',
  (text) => (text === '' ? null : (parseAmount(text) ?? undefined)),
];

const email: readonly [string, (text: string) => string | undefined] = [
  'one email address, or leave it blank',
  (text) => (text === '' || /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(text) ? text : undefined),
];

const nudges: readonly [string, (text: string) => Nudges | undefined] = [
  'paper sizes with inches right and down, such as 6x9 0.05 -0.1, or leave it blank',
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
  'an address that starts with https://, or leave it blank',
  // This machine's own address is as safe: the local host's web app has one.
  (text) =>
    text === '' || /^(?:https:|http:(?=\/\/(?:localhost|127\.0\.0\.1)[:/]))\/\/[^\s"<>]+$/i.test(text)
      ? text
      : undefined,
];

/** Every setting, in the order of the Settings tab. */
export const SETTINGS = {
  studioName: setting('Studio name', 'CPS Photos', line(80)),
  signature: setting('Email signature', 'The team at CPS Photos', line(80), 'Mails signed by'),
  replyTo: setting('Reply-to address', '', email),
  studioAddress: setting('Studio address', '', line(200)),
  howToPay: setting(
    'How to pay',
    "Please pay by card or cash at our table, or reply to any of our emails and we'll send you a payment link.",
    line(500),
  ),
  shippingFlat: setting('Shipping fee', '0', amount),
  shippingFreeFrom: setting('Free shipping minimum', '', amountOrEmpty, 'Free shipping from'),
  askFromTotal: setting('Large order total', '1000', amountOrEmpty, 'Ask staff from a total of'),
  webAppUrl: setting('Web app address', '', webAddress),
  reviewUrl: setting('Public review address', '', webAddress),
  thanksHappy: setting('Thank-you for 4 and 5 stars', "We're so glad you like your prints!", line(300)),
  thanksUnhappy: setting(
    'Thank-you for 1 to 3 stars',
    "We're sorry we let you down. We'll read your note today.",
    line(300),
  ),
  feedbackQuestion: setting('Feedback question', 'How do you like your prints?', line(120)),
  notArrivedAnswer: setting(
    'Answer to "not arrived"',
    "We're sorry. We'll look into it and get back to you soon.",
    line(300),
  ),
  contact: setting('How to reach us', '', line(300)),
  feedbackDays: setting('Days before the feedback request', '5', whole(1, 7)),
  postsPerMinute: setting('Orders per minute', '50', whole(1, 55)),
  retryMinutes: setting('Retry window in minutes', '10', whole(1, 1440), 'Same order again within minutes'),
  emailsPerCustomer: setting('Emails per customer per day', '10', whole(1, 100), 'Mails per customer and day'),
  statusEmailWait: setting('Status email delay in minutes', '0', whole(0, 10), 'Minutes before status mails'),
  activityLines: setting('Activity lines', '5000', whole(100, 50_000)),
  emailsPerRun: setting('Emails per change', '500', whole(1, 2000), 'Mails per run'),
  emailReserve: setting('Emails reserved for alerts', '5', whole(0, 50), 'Mails kept for alerts'),
  moneyReserve: setting('Emails reserved for payments', '', wholeOrEmpty(0, 1500), 'Emails kept for payments'),
  receiptsPerHour: setting('Receipts per hour', '200', whole(1, 1500)),
  receiptsPerDay: setting('Receipts per day', '', wholeOrEmpty(1, 1500)),
  holdReceipts: setting('Hold receipts', 'off', onOff),
  testModeAddress: setting('Test mode address', '', email),
  shipDays: setting('Days to ship', '3', whole(1, 60)),
  handOverDays: setting('Days to pick up', '3', whole(1, 60), 'Days to hand over'),
  payDays: setting('Days to pay', '7', whole(1, 90)),
  morningList: setting('Morning list by email', 'off', onOff, 'Morning list by mail'),
  logoUrl: setting('Logo address', '', webAddress),
  envelopeLine: setting('Envelope line', 'PHOTOS - DO NOT BEND', line(60)),
  slipThanks: setting('Packing slip thank-you', 'Thank you for your order! We hope you love your photos.', line(300)),
  slipPrices: setting('Prices on packing slips', 'on', onOff),
  labelKind: setting('Labels', '5160', labels),
  printNudges: setting('Print adjustments', '', nudges, 'Print nudges'),
  weeklyDigest: setting('Weekly digest', 'off', onOff),
  weeklyDigestDay: setting(
    'Weekly digest day',
    'Monday',
    oneOf('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
  ),
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The values in effect. */
export type Settings = {
  readonly [K in SettingKey]:
    | NonNullable<ReturnType<(typeof SETTINGS)[K]['parse']>>
    | (null extends ReturnType<(typeof SETTINGS)[K]['parse']> ? null : never);
};

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** Which setting a name stands for, now or in earlier versions; undefined for none. Capitalization doesn't matter. */
export const settingNamed = (name: string): SettingKey | undefined => {
  const wanted = name.trim().toLowerCase();
  return SETTING_KEYS.find((key) =>
    [SETTINGS[key].key, SETTINGS[key].formerly].some((known) => known?.toLowerCase() === wanted),
  );
};

/** Where a setting's line is among the rows of the tab, under its name or else its former one; -1 for nowhere. */
export const lineOfSetting = (rows: readonly Readonly<Record<string, Cell>>[], setting: SettingKey): number => {
  const { key, formerly } = SETTINGS[setting];
  const at = (name = '') => rows.findIndex((row) => textOf(row.Setting).toLowerCase() === name.toLowerCase());
  const index = at(key);
  return index < 0 && formerly ? at(formerly) : index;
};

/** Why a typed value can't be used, as two sentences. */
export const notAllowed = (setting: SettingKey, typed: string): string =>
  `"${typed}" isn't allowed for ${SETTINGS[setting].key}. Use ${SETTINGS[setting].allowed}.`;

/**
 * Reads the Settings tab. A missing line means its default. A line that isn't allowed is reported, and the last good
 * value is used instead (`lastGood`: typed texts by name, perhaps a former one), or else the default.
 */
export const readSettings = (
  rows: readonly Readonly<Record<string, Cell>>[],
  lastGood: Readonly<Record<string, string>> = {},
): { readonly settings: Settings; readonly texts: Record<string, string>; readonly errors: readonly CellError[] } => {
  const errors: CellError[] = [];
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const key of SETTING_KEYS) {
    const { key: label, formerly = '', fallback, parse } = SETTINGS[key];
    const index = lineOfSetting(rows, key);
    const typed = index < 0 ? fallback : textOf(rows[index]?.Value);
    // An http address goes on as https: it was fine for earlier versions, and almost every server has both.
    const good =
      [typed, typed.replace(/^http:/i, 'https:'), lastGood[label] ?? lastGood[formerly] ?? fallback, fallback].find(
        (text) => parse(text) !== undefined,
      ) ?? fallback;
    if (good !== typed) {
      const message = `${notAllowed(key, typed)} Until then, ${good === '' ? 'it counts as blank' : `"${good}" is used`}.`;
      errors.push({ tab: 'settings', row: index + 2, header: 'Value', message });
    }
    texts[label] = good;
    values[key] = parse(good);
  }
  return { settings: values as Settings, texts, errors };
};
