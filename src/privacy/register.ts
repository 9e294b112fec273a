import { ARCHIVE_NAME } from '../core/bounds';
import { isErasedPack } from '../core/erased-ids';
import { NOTE_TAB } from '../workbook/moved-tab';
import { TABS, type TabKey } from '../workbook/tabs';

/**
 * What erasing a customer does about a place:
 * - `emptied`: it holds the customer's data, and is emptied in what is theirs;
 * - `cleaned`: its texts may name a customer, who is removed from them;
 * - `shown`: it belongs to staff or to Google, so what names the customer is shown, to decide or to see to;
 * - `passing`: it is gone within a minute;
 * - `impersonal`: nothing in it says who a customer is.
 */
export type Treatment = 'emptied' | 'cleaned' | 'shown' | 'passing' | 'impersonal';

type Columns = Readonly<Record<string, Treatment>>;

const all = (treatment: Treatment, ...headers: readonly string[]): Columns =>
  Object.fromEntries(headers.map((header) => [header, treatment]));

const columnsOf = (key: TabKey): readonly string[] => TABS[key].columns.map(({ header }) => header);

/** Every column of every tab of the program. A column that is in no list here is staff's own, and `shown`. */
const COLUMNS: Readonly<Record<TabKey, Columns>> = {
  orders: {
    ...all('emptied', 'Customer Name', 'Email', 'Phone', 'Shipping Address', 'City', 'ZIP Code', 'Feedback'),
    ...all('impersonal', 'Order ID', 'Order Number', 'Fulfillment Type', 'Items', 'Subtotal', 'Shipping Fee', 'Total'),
    ...all('impersonal', 'Status', 'Created At', 'State', 'Shipping Status'),
  },
  ledger: {
    ...all('emptied', 'Seal', 'Details', 'Flag', 'Progress', 'Order'),
    ...all('impersonal', 'Order ID', 'Order Number', 'Status', 'Shipping Status', 'Accepted At', 'Fingerprint'),
    ...all('impersonal', 'Replaces', 'Head'),
  },
  outbox: {
    ...all('emptied', 'To'),
    ...all('cleaned', 'Error'),
    ...all('impersonal', 'Key', 'Order ID', 'Order Number', 'Kind', 'State', 'Attempts', 'Sent At', 'Lease Until'),
    ...all('impersonal', 'Not Before', 'Not After', 'Created At'),
  },
  activity: {
    ...all('cleaned', 'Detail'),
    ...all('impersonal', 'When', 'Order ID', 'Order Number', 'Event', 'From', 'To', 'By'),
  },
  rejected: {
    ...all('emptied', 'Reasons', 'Raw Body'),
    ...all('impersonal', 'Received At', 'Order ID', 'Code', 'State', 'Fingerprint'),
  },
  batches: all('impersonal', ...['Batch', 'Made At', 'By', 'Kinds', 'Sorted By', 'State', 'Count', 'Orders']),
  priceList: all('shown', ...['Size', 'Price', 'Offer Quantity', 'Offer Price']),
  events: {
    ...all('shown', 'Event Code', 'Event Name', 'Starts', 'Ends', 'City', 'State', 'Pickup Place', 'Pickup Hours'),
    ...all('shown', 'How To Pay', 'Also Written'),
  },
  settings: all('shown', 'Setting', 'Value', 'Meaning'),
  emails: all('shown', 'Kind', 'On', 'Subject', 'Message', 'Preview Text'),
  salesReport: {},
  // Copies of what a commit wrote to: every commit replaces them, and whoever has looked at them empties it.
  scratch: {},
};

/** Tabs in which every cell is treated alike, whatever the column. */
const WHOLE_TABS: Readonly<Partial<Record<TabKey, Treatment>>> = { scratch: 'cleaned', salesReport: 'shown' };

/** Tabs that the self-test makes for a while, and its answers. */
export const isOfSelfTest = (name: string): boolean => name === 'Self-test' || name === 'Self-test scratch';

/** The tab of the program that a name is: its own, or an archive of it; null for one of staff. */
export const tabOf = (name: string): TabKey | null => {
  if (name.startsWith(ARCHIVE_NAME)) return 'activity';
  return (Object.keys(TABS) as TabKey[]).find((key) => TABS[key].name === name) ?? null;
};

/** How a cell below a header is treated; what nobody has classed is staff's own. */
export const treatmentOfColumn = (tab: string, header: string): Treatment => {
  const key = tabOf(tab);
  // The tab of a move holds what the code of the move opens, until the new sheet has it.
  if (isOfSelfTest(tab) || tab === NOTE_TAB) return 'impersonal';
  return key === null ? 'shown' : (WHOLE_TABS[key] ?? COLUMNS[key][header] ?? 'shown');
};

/** Columns of the program that have no treatment: a test says so. */
export const unclassedColumns = (): readonly string[] =>
  (Object.keys(TABS) as TabKey[]).flatMap((key) =>
    columnsOf(key)
      .filter((header) => !WHOLE_TABS[key] && !COLUMNS[key][header])
      .map((header) => `${TABS[key].name}: ${header}`),
  );

type Named = readonly (readonly [name: RegExp, treatment: Treatment])[];

/** Script Properties. */
const PROPERTIES: Named = [
  // What the operator is notified about next: names, comments, addresses.
  [/^ALERT_[A-Z_]+_AT$/, 'impersonal'],
  [/^ALERT_[A-Z_]+$/, 'cleaned'],
  // Ids and fingerprints of orders, no names.
  [/^(?:ORDERS_REPEATED(?:_MARK)?|TURNED_AWAY(?:_\d+)?|POSTS_TURNED_AWAY)$/, 'impersonal'],
  // Hashes of mailboxes that must not be asked again: they stay, so that nobody is.
  [/^NO_FEEDBACK_/, 'impersonal'],
  // What staff have typed in Settings, Events and the Price List, where it is shown.
  [/^LAST_GOOD$/, 'shown'],
  // Staff, the sheet, secrets, moments, versions.
  [/^(?:SPREADSHEET_ID|PRACTICE_ID|OPERATOR|BACKUP_(?:FOLDER|ASKED|TRIED|TROUBLE)|BACKUPS|LAST_BACKUP)$/, 'impersonal'],
  [/^(?:PAGE_SECRET|WEBHOOK_SECRETS|AUTH_MODE)$/, 'impersonal'],
  [/^(?:SCHEMA_(?:VERSION|NEEDS)|CONFIG_FLAGGED|HEADERS?(?:_PROBLEM)?|LOOKED|READS_SHORT_UNTIL)$/, 'impersonal'],
  [/^(?:FEEDBACK_ASKED_ON|DIGEST_DAY|MAIL_DAY|ADDRESS_(?:FIRST|TOLD)|SELF_TEST(?:_RANG|_CHANGED)?)$/, 'impersonal'],
  // Where the business moved to or came from, and the code of the move.
  [/^(?:MOVED|TAKING|TAKEN_FROM)$/, 'impersonal'],
  [/^(?:LAST_(?:SWEEP|CHECK)|SWEEP_TOLD|LEDGER_SEEN|TRIGGER_IDS)$/, 'impersonal'],
];

/** How a Script Property is treated; null for one that nobody has classed. */
export const treatmentOfProperty = (name: string): Treatment | null =>
  isErasedPack(name) ? 'impersonal' : (PROPERTIES.find(([known]) => known.test(name))?.[1] ?? null);

/** Of someone's own properties: when they last looked at Today. */
const USER_PROPERTIES: Named = [[/^LOOKED_AT$/, 'impersonal']];

/** Cells of the script cache; Google keeps none of them for longer than six hours. */
const CACHE: Named = [
  [/^answer:/, 'emptied'],
  // Counts, tokens and moments; what is counted by whom is a hash.
  [/^(?:chores|dialog|errors|full|lock waits|repeat|refused|quote|status|page|form|stranger)(?::|$)/, 'impersonal'],
  [/^(?:generation|swept|backup progress|moved to|passed on:\d+|script properties)$/, 'impersonal'],
  [/^[0-9a-f-]{36}:[0-9a-f]{64}(?::|$)/, 'passing'],
];

/** How a property of a user or a cell of the cache is treated; null for one that nobody has classed. */
export const treatmentOfKept = (store: 'user' | 'cache', name: string): Treatment | null =>
  (store === 'user' ? USER_PROPERTIES : CACHE).find(([known]) => known.test(name))?.[1] ?? null;

/** What is outside of the sheet, and what staff do about it. */
export const OUTSIDE = {
  backups: 'copies of the sheet in the folder of backups: listed one by one, whatever they are called',
  history: 'the version history that Google keeps of the sheet',
  sent: 'emails in the Sent folder of the sending account, and in the mailboxes of those who got them',
  files: 'what staff have exported or printed: reports, exports, labels',
  logs: 'the execution log of Apps Script, in which an error may have quoted an order; Google deletes it within weeks',
} as const;
