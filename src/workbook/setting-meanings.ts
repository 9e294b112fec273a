import type { Row } from './layout';
import { SETTING_KEYS, SETTINGS, type SettingKey } from './settings';

/** What each setting is for, as staff read it on the Settings tab and in the dialog. */
export const SETTING_MEANINGS: Readonly<Record<SettingKey, string>> = {
  studioName: 'Shown in emails and on customers’ pages.',
  signature: 'Who signs each email, such as "Dana at Blue Door Photos."',
  replyTo: 'Where customer replies go. Leave blank to use the sending account.',
  studioAddress:
    'Your mailing address, one line per row. It’s the return address on envelopes, and U.S. law requires it at the bottom of some emails.',
  howToPay:
    'Tells customers with an unpaid order how to pay, in emails and on their order page. An event’s own text replaces it.',
  shippingFlat: 'Added once to each shipped order, in dollars.',
  shippingFreeFrom: 'Orders with at least this subtotal ship free.',
  askFromTotal:
    'An order with this total or more is accepted, but its receipt is held until staff release it. The order is listed under Today.',
  webAppUrl: 'The address of the deployed web app. It ends in /exec.',
  reviewUrl: 'Where customers who gave 4 or 5 stars can leave a public review. Leave blank for no link.',
  thanksHappy: 'Shown after a good rating.',
  thanksUnhappy: 'Shown after a low rating.',
  feedbackQuestion: 'The heading of the page where customers rate their prints.',
  notArrivedAnswer: 'Shown to customers who report that their prints haven’t arrived.',
  contact:
    'Shown at the bottom of customers’ pages, such as your phone number and hours. Leave blank to show the reply-to address.',
  feedbackDays: 'Counted from the day an order is shipped or picked up.',
  postsPerMinute: 'Maximum new orders per minute. Beyond this, the platform is asked to retry later.',
  retryMinutes: 'If the same order comes again without an ID within this time, it counts as a retry, not a new order.',
  emailsPerCustomer: 'Any more are held, and the operator is notified.',
  statusEmailWait: 'Wait this long before sending, so you can undo.',
  activityLines: 'When the Activity tab gets longer than this, it’s archived and a new one is started.',
  emailsPerRun: 'If one change would send more emails than this, all of them are held, and the operator is notified.',
  emailReserve: 'Emails reserved each day for alerts to the operator.',
  moneyReserve:
    'Emails reserved each day for payment and shipping updates. Leave blank to reserve a quarter of the daily limit.',
  receiptsPerHour: 'Any more wait, and the operator is notified. Receipts for paid orders never wait.',
  receiptsPerDay: 'Any more wait. Leave blank to use every email not reserved for payments.',
  holdReceipts: 'When on, receipts wait until you turn it off. Useful during a flood of fake orders.',
  testModeAddress:
    'While this is set, every email goes here instead. Clear it to end test mode; customers then get the emails that were held.',
  shipDays: 'Today lists paid orders that haven’t shipped after this many days.',
  handOverDays: 'Today lists paid orders that haven’t been picked up after this many days.',
  payDays: 'Today lists orders that are still unpaid after this many days. Orders are never canceled automatically.',
  morningList: 'When on, the operator gets Today’s list by email on mornings when it isn’t empty.',
  logoUrl: 'An image for the top of emails, shown 48 pixels high. Leave blank to show the studio name.',
  envelopeLine: 'Printed above the address on envelopes. Leave blank for none.',
  slipThanks: 'Printed at the bottom of packing slips.',
  slipPrices: 'Turn off to leave prices off packing slips, for gifts. The emailed receipt still has them.',
  labelKind:
    'Your label stock: sheets of 30 (Avery 5160, 8160, 5260, …), sheets of 10 (5163, 8163, 5263, …), or 4 x 6 thermal labels.',
  printNudges: 'How far each paper’s print is shifted, in inches. Print > Alignment page sets this for you.',
  weeklyDigest: 'When on, the operator gets last week’s key figures by email once a week.',
  weeklyDigestDay: 'The weekly digest is sent on the morning of this day.',
};

/** The rows of a fresh Settings tab. */
export const settingRows = (): Row[] =>
  SETTING_KEYS.map((key) => ({
    Setting: SETTINGS[key].key,
    Value: SETTINGS[key].fallback,
    Meaning: SETTING_MEANINGS[key],
  }));
