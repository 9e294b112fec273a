import type { Json } from 'local-apps-script';
import { PEOPLE } from '../../demo/cps';
import { openOffice } from '../support/office';
import { callRpc, openedPage, pressMark } from '../support/rpc';
import { openShop, PAUL, type Shop, type ShopEmail, shopOn } from '../support/shop';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** An email in the mailbox. */
export interface SentEmail extends ShopEmail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly time: string;
}

/** A shop with what tests of emails need. */
export interface EmailShop extends Shop {
  /** Emails to customers, oldest first, without those to the operator. */
  customerEmails(): SentEmail[];
  /** The state of each email of the Outbox, by key without the order id: `receipt 1` of the n-th order is `receipt:n:1`. */
  states(): Record<string, string>;
  /** The Outbox row of a key. */
  row(key: string): Record<string, Json>;
  /** Runs the sweep: five minutes later. */
  sweep(): Promise<void>;
  select(range: string, user?: string): void;
  menu(item: string, user?: string): Promise<void>;
  /** Marks the orders of some rows with the menu: a single one directly, several through the dialog. */
  mark(range: string, mark: 'paid' | 'shipped' | 'cancelled', user?: string): Promise<void>;
  /** Writes a cell of a line of Settings or Emails as staff would. */
  setting(name: string, value: string): Promise<void>;
  editEmails(kind: string, header: 'On' | 'Subject' | 'Message', value: string): Promise<void>;
  toasts(): string[];
  /** Types into a cell of any tab. */
  typeIn(tab: string, range: string, values: readonly (readonly Json[])[], user?: string): Promise<void>;
}

export const openEmailShop = async (choices: Parameters<typeof openShop>[0] = {}): Promise<EmailShop> =>
  emailShopOn(await openShop(choices));

/** A way to open shops that are copies of a shop in its current state; a copy of a copy needs a seed of its own. */
export const copiesOf = (shop: EmailShop): ((seed?: number) => EmailShop) => {
  const state = JSON.stringify(shop.office.world.toJSON());
  return (seed = 1) => {
    const office = openOffice({ seed });
    office.world.restore(JSON.parse(state));
    return emailShopOn(shopOn(office));
  };
};

const emailShopOn = (shop: Shop): EmailShop => {
  const { office } = shop;
  const typeIn: EmailShop['typeIn'] = async (sheet, range, values, user = 'operator') => {
    await office.edit({ sheet, range, values, user });
  };
  return {
    ...shop,
    typeIn,
    customerEmails: () => (shop.emails() as SentEmail[]).filter(({ to }) => to !== PEOPLE.operator),
    states: () => Object.fromEntries(shop.rows('Outbox').map((row) => [String(row.Key), String(row.State)])),
    row(key) {
      const found = shop.rows('Outbox').filter((row) => row.Key === key);
      if (found.length !== 1) throw new Error(`the Outbox has ${found.length} rows ${key}`);
      return found[0] ?? {};
    },
    async sweep() {
      await office.advance(5 * MINUTE);
    },
    select: (range, user = 'operator') => void office.select({ sheet: 'Orders', range, user }),
    async menu(item, user = 'operator') {
      const { executions } = (await office.menu({ item, user })) as { executions: { status: string; error: string }[] };
      const failed = executions.find(({ status }) => status !== 'completed' && status !== 'running');
      if (failed) throw new Error(`${item}: ${failed.status}, ${failed.error}`);
      await pressMark(office, user);
    },
    async mark(range, mark, user = 'operator') {
      office.select({ sheet: 'Orders', range, user });
      await office.menu({ item: `Mark selection > ${mark}`, user });
      if (!range.includes(':')) return;
      const page = openedPage(office);
      if (!page) throw new Error('no dialog was opened');
      const call = async (method: string, ...args: unknown[]) => {
        const { value, error } = await callRpc(office, user, page.token, method, mark, ...args);
        if (error) throw new Error(error);
        return value;
      };
      const plan = (await call('bulk.plan')) as { orders: { id: string }[] };
      const ids = plan.orders.map(({ id }) => id);
      for (let from = 0; from < ids.length; from += 25) await call('bulk.run', ids.slice(from, from + 25), 'a reason');
    },
    async setting(name, value) {
      const at = shop.rows('Settings').findIndex((row) => row.Setting === name);
      if (at < 0) throw new Error(`there is no setting ${name}`);
      await typeIn('Settings', `B${at + 2}`, [[value]]);
    },
    async editEmails(kind, header, value) {
      const at = shop.rows('Emails').findIndex((row) => row.Kind === kind);
      const column = { On: 'B', Subject: 'C', Message: 'D' }[header];
      await typeIn('Emails', `${column}${at + 2}`, [[value]]);
    },
    toasts: () => office.world.ui.toasts.map(({ message }) => message),
  };
};

/** The n-th customer's order: its id is `order-n`, its address `n@example.com`. */
export const order = (n: number, changed: object = {}): object => ({
  ...PAUL,
  orderId: `order-${n}`,
  email: `c${n}@example.com`,
  ...changed,
});

/** Sends a number of orders, no more than a minute allows. @throws Error if one is rejected. */
export const postOrders = async (shop: Shop, count: number, changed: object = {}): Promise<void> => {
  for (let n = 1; n <= count; n++) {
    if (n % 45 === 0) await shop.office.advance(MINUTE);
    const answer = await shop.post(order(n, changed));
    if (!answer.ok) throw new Error(`order ${n}: ${answer.error}`);
  }
};

/** A column of the same value, as pasted. */
export const column = (count: number, value: Json): Json[][] => Array.from({ length: count }, () => [value]);
