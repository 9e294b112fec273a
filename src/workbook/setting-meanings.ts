import type { Row } from './layout';
import { SETTING_KEYS, SETTINGS, type SettingKey } from './settings';

/** What each setting is for, as staff read it on the Settings tab and in the dialog. */
export const SETTING_MEANINGS: Readonly<Record<SettingKey, string>> = {
  studioName: 'Shown in emails and on the customers’ pages.',
  signature: 'The name of a person at the end of each email.',
  replyTo: 'Where answers of customers go. Empty: the account that sends.',
  studioAddress:
    'Your postal address, one line below the other: at the foot of emails, as the law asks, and the return address on envelopes.',
  howToPay:
    'Told to customers whose order is not paid, in emails and on the page of the order, unless the event has its own text.',
  shippingFlat: 'Charged once per shipped order, in dollars.',
  shippingFreeFrom: 'Orders from this subtotal on ship free.',
  askFromTotal:
    'An order with this total or more is accepted; its receipt is held until staff release it, and Today shows it.',
  webAppUrl: 'The address of the deployed web app, ending in /exec.',
  reviewUrl: 'Shown after 4 or 5 stars. Empty: not shown.',
  thanksHappy: 'Shown after a good rating.',
  thanksUnhappy: 'Shown after a low rating.',
  feedbackQuestion: 'The heading of the page on which customers give their stars.',
  notArrivedAnswer: 'Shown to a customer who says that the prints have not arrived.',
  contact:
    'At the foot of the customers’ pages, such as a telephone number and its hours. Empty: the reply-to address.',
  feedbackDays: 'Counted from shipping or pick-up.',
  postsPerMinute: 'More orders than this within a minute are asked to come back later.',
  retryMinutes: 'The same order without an id within this time counts as a retry.',
  emailsPerCustomer: 'What goes beyond it is held and the operator is told.',
  statusEmailWait: 'Status emails wait so long: until then an undo takes them back.',
  activityLines: 'A longer Activity tab moves to an archive tab and a new one begins.',
  emailsPerRun: 'When one change makes more emails than this, all are held and the operator is told.',
  emailReserve: 'So many emails of a day are kept back for alerts to the operator.',
  moneyReserve: 'Emails reserved each day for payments and shipping. Empty: a quarter of the day’s emails.',
  receiptsPerHour: 'Any more wait, and the operator is told. Those of paid orders don’t wait.',
  receiptsPerDay: 'Any more wait. Empty: all emails but those kept for payments.',
  holdReceipts: 'On: receipts wait until this is off again, for a flood of made-up orders.',
  testModeAddress: 'While an address stands here every email goes there; customers get theirs when it is emptied.',
  shipDays: 'Today shows paid orders that are not shipped after so many days.',
  handOverDays: 'Today shows paid orders that are not picked up after so many days.',
  payDays: 'Today shows orders that are not paid after so many days. None is ever cancelled for it.',
  morningList: 'On: the operator is emailed what Today lists, on mornings when there is something.',
  logoUrl: 'A picture for the head of emails, 48 pixels high; empty: the studio name.',
  envelopeLine: 'Printed on envelopes above the address; empty: none.',
  slipThanks: 'At the foot of packing slips.',
  slipPrices: 'Off: slips leave out all amounts, as for gifts. The receipt by email has them.',
  labelKind:
    'What labels are printed on: sheets of 30 (Avery 5160, 8160, 5260, …), sheets of 10 (5163, 8163, 5263, …) or a 4 x 6 thermal label.',
  printNudges: 'How far each paper’s print is moved, in inches; kept by Print > Alignment page.',
  weeklyDigest: 'Emails the operator the key figures of the last seven days, once a week.',
  weeklyDigestDay: 'The morning on which the weekly digest is sent.',
};

/** The rows of a fresh Settings tab. */
export const settingRows = (): Row[] =>
  SETTING_KEYS.map((key) => ({
    Setting: SETTINGS[key].key,
    Value: SETTINGS[key].fallback,
    Meaning: SETTING_MEANINGS[key],
  }));
