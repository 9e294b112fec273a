import { STATUS_WORDS } from '../domain/statuses';
import type { TabKey } from './tabs';

/** The notes on the header cells: what belongs into the column, for whoever points at it. */
export const HEADER_NOTES: Readonly<Partial<Record<TabKey, Readonly<Record<string, string>>>>> = {
  orders: {
    'Order ID': "Used to identify the order. Please don't edit.",
    'Order Number': 'The number customers see. It never changes and is never reused.',
    'Customer Name': 'As the customer typed it. Emails greet them by first name.',
    Email: 'Exactly one address. Emails are sent here.',
    Phone: 'At least 7 digits, or blank.',
    'Fulfillment Type': 'ship or pickup.',
    'Shipping Address': 'Street address including apartment or unit. Blank for pickup.',
    Items: 'Photo number, size, quantity: 1234 4x6 x2, 1235 8x10 x1',
    Subtotal: 'The prints, minus discounts.',
    'Shipping Fee': 'The fee from Settings when the order came in. Zero for pickup.',
    Total: 'Subtotal plus shipping fee.',
    Status: `${STATUS_WORDS}, one step at a time. The customer is notified by email.`,
    'Created At': 'When the order came in.',
    City: 'Blank for pickup.',
    State: 'Two letters, such as FL.',
    'ZIP Code': 'Five digits, or nine: 32801-1234.',
    'Shipping Status': 'to ship, then shipped; or to pick up, then picked up. Only for paid orders.',
    Feedback: "The customer's rating and comment.",
  },
  priceList: {
    Size: 'As the ordering platform writes it, such as 4x6.',
    Price: 'Per print, in dollars.',
    'Offer Quantity': 'How many of this size, across the whole order, get the offer price.',
    'Offer Price': 'The price for all of them together.',
  },
  events: {
    'Event Code': 'Order numbers start with it.',
    'Event Name': 'The name customers see.',
    Starts: 'The first day.',
    Ends: 'The last day.',
    'Pickup Place': 'Shown to customers who pick up.',
    'Pickup Hours': 'Shown to customers who pick up.',
    'How To Pay':
      "Shown to customers who haven't paid, in emails and on their order page. Leave blank to use the text in Settings.",
    'Also Written': 'Other codes used for this event, such as misspellings (ASDRA26), separated by commas.',
  },
  settings: {
    Setting: "Please don't edit the names. They identify the settings.",
    Value: "Changes take effect immediately. A value that can't be used gets a note.",
  },
  emails: {
    Kind: "Used to identify the email. Please don't edit.",
    On: 'Set to off to stop sending this email.',
    Subject: 'Leave blank to use the built-in text.',
    Message: 'Leave blank to use the built-in text.',
  },
  rejected: {
    Reasons: "Why the order wasn't accepted.",
    'Raw Body': 'Correct it here, then choose CPS Orders > Data > Replay rejected order.',
    State: "Whether it's still open.",
  },
  activity: { When: 'What happened, oldest first. Maintained automatically.' },
  outbox: { State: 'If the state is unsure, choose CPS Orders > Emails > Resolve uncertain emails.' },
};
