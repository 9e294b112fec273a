import { STATUS_WORDS } from '../domain/statuses';
import type { TabKey } from './tabs';

/** The notes on the header cells: what belongs into the column, for whoever points at it. */
export const HEADER_NOTES: Readonly<Partial<Record<TabKey, Readonly<Record<string, string>>>>> = {
  orders: {
    'Order ID': 'The program finds the order by this. Please do not change it.',
    'Order Number': 'What customers are told. It never changes, and no number is given twice.',
    'Customer Name': 'As the customer typed it; emails begin with the first name.',
    Email: 'Exactly one address: emails go here.',
    Phone: 'At least 7 digits, or blank.',
    'Fulfillment Type': 'ship or pickup.',
    'Shipping Address': 'Street lines, unit included. Blank for pickup.',
    Items: 'Photo number, size, quantity: 1234 4x6 x2, 1235 8x10 x1',
    Subtotal: 'The prints, offers taken off.',
    'Shipping Fee': 'As Settings had it when the order came in; nothing for pickup.',
    Total: 'Subtotal and shipping fee together.',
    Status: `${STATUS_WORDS}, a step at a time. The customer is told by email.`,
    'Created At': 'When the order came in.',
    City: 'Blank for pickup.',
    State: 'Two letters, such as FL.',
    'ZIP Code': 'Five digits, or nine: 32801-1234.',
    'Shipping Status': 'to ship, then shipped; or to pick up, then picked up. Only paid orders move on.',
    Feedback: 'Rating and comment of the customer.',
  },
  priceList: {
    Size: 'As the ordering platform names it: 4x6',
    Price: 'Of one print, in dollars.',
    'Offer Quantity': 'So many of this size for the offer price, counted over the whole order.',
    'Offer Price': 'What that many cost together.',
  },
  events: {
    'Event Code': 'Order numbers begin with it.',
    'Event Name': 'What customers know it by.',
    Starts: 'The first day.',
    Ends: 'The last day.',
    'Pickup Place': 'Told to customers who pick up.',
    'Pickup Hours': 'Told to customers who pick up.',
    'How To Pay':
      'Told to customers who have not paid, in emails and on the page of the order. Blank: the text of Settings.',
    'Also Written':
      'Other codes that orders came with, such as ASDRA26, with commas between them: they count as this event.',
  },
  settings: {
    Setting: 'Please do not change the names: the program finds its settings by them.',
    Value: 'What you type is in force at once. A value that cannot be used gets a note.',
  },
  emails: {
    Kind: 'Please do not change it: the program finds the email by it.',
    On: 'off: this email is not sent any more.',
    Subject: 'Leave empty for the built-in text.',
    Message: 'Leave empty for the built-in text.',
  },
  rejected: {
    Reasons: 'Why the order could not be taken.',
    'Raw Body': 'Correct it here, then CPS Orders > Data > Replay rejected order.',
    State: 'What became of it.',
  },
  activity: { When: 'What happened, oldest first. Kept by the program.' },
  outbox: { State: 'sent has left; unsure needs a person: CPS Orders > Emails > Settle unsure emails.' },
};
