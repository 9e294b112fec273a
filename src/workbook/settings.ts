import { type Cents, parseAmount } from '../domain/money';
import { type Nudges, parseNudges } from '../domain/nudges';
import { type LabelKind, labelKindOf } from './label-kinds';
import { type Cell, type Row, textOf } from './layout';
import type { CellFault } from './price-list';

/** How one setting is read: its default as typed, what it means, and what is allowed. */
interface Setting<T> {
  readonly key: string;
  readonly fallback: string;
  readonly meaning: string;
  /** What is allowed, as the end of a sentence: "a whole number from 1 to 7". */
  readonly allowed: string;
  /** The value of a typed text; undefined when it is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

const setting = <T>(
  key: string,
  fallback: string,
  meaning: string,
  [allowed, parse]: readonly [string, (text: string) => T | undefined],
): Setting<T> => ({ key, fallback, meaning, allowed, parse });

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
  'an address that begins with http:// or https://, or empty',
  (text) => (text === '' || /^https?:\/\/[^\s"<>]+$/.test(text) ? text : undefined),
];

/** Every setting, in the order of the Settings tab. */
export const SETTINGS = {
  studioName: setting('Studio name', 'CPS Photos', 'Shown in mails and on the customers’ pages.', line(80)),
  signature: setting(
    'Mails signed by',
    'The team at CPS Photos',
    'The name of a person at the end of each mail.',
    line(80),
  ),
  replyTo: setting('Reply-to address', '', 'Where answers of customers go. Empty: the account that sends.', email),
  studioAddress: setting('Studio address', '', 'Return address, at the foot of mails and on envelopes.', line(200)),
  howToPay: setting(
    'How to pay',
    'Please pay by card or cash at our table, or reply to any of our mails and we send you a payment link.',
    'Told to customers whose order is not paid, in mails and on the page of the order, unless the event has its own text.',
    line(500),
  ),
  shippingFlat: setting('Shipping fee', '0', 'Charged once per shipped order, in dollars.', amount),
  shippingFreeFrom: setting('Free shipping from', '', 'Orders from this subtotal on ship free.', amountOrEmpty),
  askFromTotal: setting(
    'Ask staff from a total of',
    '1000',
    'An order with this total or more is accepted; its receipt is held until staff release it, and Today shows it.',
    amountOrEmpty,
  ),
  webAppUrl: setting('Web app address', '', 'The address of the deployed web app, ending in /exec.', webAddress),
  reviewUrl: setting('Public review address', '', 'Shown after 4 or 5 stars. Empty: not shown.', webAddress),
  thanksHappy: setting(
    'Thank-you for 4 and 5 stars',
    'We are so glad that you like your prints.',
    'Shown after a good rating.',
    line(300),
  ),
  thanksUnhappy: setting(
    'Thank-you for 1 to 3 stars',
    'We are sorry that it was not better, and will read what you wrote today.',
    'Shown after a low rating.',
    line(300),
  ),
  feedbackQuestion: setting(
    'Feedback question',
    'How do you like your prints?',
    'The heading of the page on which customers give their stars.',
    line(120),
  ),
  notArrivedAnswer: setting(
    'Answer to "not arrived"',
    'We are sorry. We have been told, look into it, and write to you soon.',
    'Shown to a customer who says that the prints have not arrived.',
    line(300),
  ),
  contact: setting(
    'How to reach us',
    '',
    'At the foot of the customers’ pages, such as a telephone number and its hours. Empty: the reply-to address.',
    line(300),
  ),
  feedbackDays: setting('Days before the feedback request', '5', 'Counted from shipping or pick-up.', whole(1, 7)),
  postsPerMinute: setting(
    'Orders per minute',
    '50',
    'More orders than this within a minute are asked to come back later.',
    whole(1, 55),
  ),
  retryMinutes: setting(
    'Same order again within minutes',
    '10',
    'The same order without an id within this time counts as a retry.',
    whole(1, 1440),
  ),
  mailsPerCustomer: setting(
    'Mails per customer and day',
    '10',
    'What goes beyond it is held and the operator is told.',
    whole(1, 100),
  ),
  statusMailWait: setting(
    'Minutes before status mails',
    '0',
    'Status mails wait so long: until then an undo takes them back.',
    whole(0, 10),
  ),
  activityLines: setting(
    'Activity lines',
    '5000',
    'A longer Activity tab moves to an archive tab and a new one begins.',
    whole(100, 50_000),
  ),
  mailsPerRun: setting(
    'Mails per run',
    '500',
    'When one change makes more mails than this, all are held and the operator is told.',
    whole(1, 2000),
  ),
  mailReserve: setting(
    'Mails kept for alerts',
    '5',
    'So many mails of a day are kept back for alerts to the operator.',
    whole(0, 50),
  ),
  testModeAddress: setting(
    'Test mode address',
    '',
    'While an address stands here every mail goes there; customers get theirs when it is emptied.',
    email,
  ),
  shipDays: setting(
    'Days to ship',
    '3',
    'Today shows paid orders that are not shipped after so many days.',
    whole(1, 60),
  ),
  handOverDays: setting(
    'Days to hand over',
    '3',
    'Today shows paid orders that are not picked up after so many days.',
    whole(1, 60),
  ),
  payDays: setting(
    'Days to pay',
    '7',
    'Today shows orders that are not paid after so many days. None is ever cancelled for it.',
    whole(1, 90),
  ),
  morningList: setting(
    'Morning list by mail',
    'off',
    'On: the operator is mailed what Today lists, on mornings when there is something.',
    onOff,
  ),
  logoUrl: setting(
    'Logo address',
    '',
    'A picture for the head of mails, 48 pixels high; empty: the studio name.',
    webAddress,
  ),
  envelopeLine: setting(
    'Envelope line',
    'PHOTOS - DO NOT BEND',
    'Printed on envelopes above the address; empty: none.',
    line(60),
  ),
  slipThanks: setting(
    'Packing slip thank-you',
    'Thank you for your order! We hope that you love your photos.',
    'At the foot of packing slips.',
    line(300),
  ),
  slipPrices: setting(
    'Prices on packing slips',
    'on',
    'Off: slips leave out all amounts, as for gifts. The receipt by email has them.',
    onOff,
  ),
  labelKind: setting(
    'Labels',
    '5160',
    'What labels are printed on: sheets of 30 (Avery 5160, 8160, 5260, …), sheets of 10 (5163, 8163, 5263, …) or a 4 x 6 thermal label.',
    labels,
  ),
  printNudges: setting(
    'Print nudges',
    '',
    'How far each paper’s print is moved, in inches; kept by Print > Alignment page.',
    nudges,
  ),
  weeklyDigest: setting(
    'Weekly digest',
    'off',
    'Mails the operator the key figures of the last seven days, once a week.',
    onOff,
  ),
  weeklyDigestDay: setting(
    'Weekly digest day',
    'Monday',
    'The morning on which the weekly digest is sent.',
    oneOf('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
  ),
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The values in force. */
export type Settings = {
  readonly [K in SettingKey]:
    | NonNullable<ReturnType<(typeof SETTINGS)[K]['parse']>>
    | (K extends 'shippingFreeFrom' | 'askFromTotal' ? null : never);
};

const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** The rows of a fresh Settings tab. */
export const settingRows = (): Row[] =>
  SETTING_KEYS.map((key) => ({
    Setting: SETTINGS[key].key,
    Value: SETTINGS[key].fallback,
    Meaning: SETTINGS[key].meaning,
  }));

/**
 * Reads the Settings tab. A missing line means its default. A line that is not allowed is named, and the last good
 * value is used for it (`lastGood`: typed texts by key), else the default.
 */
export const readSettings = (
  rows: readonly Readonly<Record<string, Cell>>[],
  lastGood: Readonly<Record<string, string>> = {},
): { readonly settings: Settings; readonly texts: Record<string, string>; readonly faults: readonly CellFault[] } => {
  const faults: CellFault[] = [];
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const key of SETTING_KEYS) {
    const { key: label, fallback, allowed, parse } = SETTINGS[key];
    const index = rows.findIndex((row) => textOf(row.Setting).toLowerCase() === label.toLowerCase());
    const typed = index < 0 ? fallback : textOf(rows[index]?.Value);
    const good = [typed, lastGood[label] ?? fallback, fallback].find((text) => parse(text) !== undefined) ?? fallback;
    if (good !== typed) {
      const message = `"${typed}" is not allowed for ${label}: ${allowed}. "${good}" is used until it is corrected.`;
      faults.push({ tab: 'settings', row: index + 2, header: 'Value', message });
    }
    texts[label] = good;
    values[key] = parse(good);
  }
  return { settings: values as Settings, texts, faults };
};
