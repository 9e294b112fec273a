import { FULFILLMENTS, ORDER_STATUSES, SHIPPING_STATUSES } from '../domain/statuses';

/**
 * How the cells of a column are kept and shown. `text` cells keep what is typed: a ZIP keeps its zero. `automatic` ones have
 * no format: columns of texts that the program writes through SpreadsheetApp, with an apostrophe in front
 * (google/typed-text.ts). Nobody knows what becomes of one in a `text` cell (docs/google.md G62).
 */
export type ColumnFormat = 'automatic' | 'text' | 'money' | 'dateTime' | 'date' | 'number';

/** One column, found by its header wherever staff move it. */
export interface Column {
  readonly header: string;
  readonly format: ColumnFormat;
  /** Pixels. */
  readonly width: number;
  /** The choices of a dropdown; it warns and never rejects (docs/design.md 2.2). */
  readonly choices?: readonly string[];
  /** A column that sheets of earlier versions lack: everything works without it, and set-up adds it. */
  readonly isLater?: true;
}

export interface Tab {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Hidden tabs are the program's own. */
  readonly hidden: boolean;
  /** Shows a warning before someone edits it; never a hard protection (docs/design.md 2.6). */
  readonly warns: boolean;
}

const text = (header: string, width = 140, more: Partial<Column> = {}): Column => ({
  header,
  format: 'text',
  width,
  ...more,
});
const noted = (header: string, width?: number): Column => text(header, width, { format: 'automatic' });
const money = (header: string): Column => ({ header, format: 'money', width: 90 });
const dateTime = (header: string): Column => ({ header, format: 'dateTime', width: 150 });
const number = (header: string): Column => ({ header, format: 'number', width: 90 });

const tab = (name: string, columns: readonly Column[], more: Partial<Tab> = {}): Tab => ({
  name,
  columns,
  hidden: false,
  warns: false,
  ...more,
});

/** What the inbox shows behind an email's subject. */
export const PREVIEW_COLUMN = 'Preview Text';

/** Every tab of the spreadsheet with its columns: the one place where they are written down (docs/design.md 2). */
export const TABS = {
  orders: tab('Orders', [
    text('Order ID', 150),
    text('Order Number', 130),
    text('Customer Name', 170),
    text('Email', 210),
    text('Phone', 120),
    text('Fulfillment Type', 110, { choices: FULFILLMENTS }),
    text('Shipping Address', 220),
    text('Items', 260),
    money('Subtotal'),
    money('Shipping Fee'),
    money('Total'),
    text('Status', 100, {
      choices: ORDER_STATUSES,
    }),
    dateTime('Created At'),
    text('City', 120),
    text('State', 60),
    text('ZIP Code', 90),
    text('Shipping Status', 120, {
      choices: SHIPPING_STATUSES,
    }),
    text('Feedback', 220),
  ]),
  priceList: tab('Price List', [text('Size', 100), money('Price'), number('Offer Quantity'), money('Offer Price')]),
  events: tab('Events', [
    text('Event Code', 110),
    text('Event Name', 220),
    { header: 'Starts', format: 'date', width: 100 },
    { header: 'Ends', format: 'date', width: 100 },
    text('City', 120),
    text('State', 60),
    text('Pickup Place', 200),
    text('Pickup Hours', 200),
    text('How To Pay', 320),
    text('Also Written', 160),
  ]),
  settings: tab('Settings', [text('Setting', 240), text('Value', 280), text('Meaning', 520)]),
  emails: tab('Emails', [
    text('Kind', 110),
    text('On', 60, { choices: ['on', 'off'] }),
    text('Subject', 360),
    text('Message', 620),
    text(PREVIEW_COLUMN, 360, { isLater: true }),
  ]),
  salesReport: tab('Sales Report', []),
  rejected: tab(
    'Rejected',
    [
      dateTime('Received At'),
      noted('Order ID', 150),
      noted('Code', 150),
      noted('Reasons', 420),
      noted('Raw Body', 420),
      noted('State', 110),
      noted('Fingerprint', 120),
    ],
    { warns: false },
  ),
  activity: tab(
    'Activity',
    [
      dateTime('When'),
      noted('Order ID', 150),
      noted('Order Number', 130),
      noted('Event', 130),
      noted('From', 100),
      noted('To', 100),
      noted('By', 140),
      noted('Detail', 520),
    ],
    { warns: true },
  ),
  outbox: tab(
    'Outbox',
    [
      noted('Key', 240),
      noted('Order ID', 150),
      noted('Order Number', 130),
      noted('Kind', 100),
      noted('To', 210),
      noted('State', 130),
      number('Attempts'),
      dateTime('Sent At'),
      noted('Error', 320),
      dateTime('Lease Until'),
      dateTime('Not Before'),
      dateTime('Not After'),
      dateTime('Created At'),
    ],
    { warns: true },
  ),
  batches: tab(
    'Batches',
    [
      text('Batch', 70),
      text('Made At', 170),
      text('By', 170),
      text('Kinds', 200),
      text('Sorted By', 90),
      text('State', 90),
      number('Count'),
      text('Orders', 420),
    ],
    { hidden: true, warns: true },
  ),
  ledger: tab(
    'Ledger',
    [
      text('Order ID', 150),
      text('Order Number', 130),
      text('Status', 90),
      text('Shipping Status', 110),
      text('Seal', 120),
      text('Details', 120),
      text('Flag', 120),
      text('Accepted At', 170),
      text('Fingerprint', 120),
      text('Replaces', 120),
      text('Head', 120),
      text('Progress', 200),
      text('Order', 420),
    ],
    { hidden: true, warns: true },
  ),
  // What was in the rows that the last commit wrote: see scratch.ts.
  scratch: tab('Scratch', [], { hidden: true, warns: true }),
} as const satisfies Record<string, Tab>;

export type TabKey = keyof typeof TABS;

/** The tabs in the order they appear along the bottom. */
export const TAB_KEYS = Object.keys(TABS) as readonly TabKey[];

/** Staff's own column of the Orders tab, used when it is there (docs/design.md 2.2). */
export const TRACKING_COLUMN = 'Tracking Number';

/** The same for how an order was paid (`Card`, `Check 1042`): the email about the payment says it. */
export const PAYMENT_COLUMN = 'Payment Method';
