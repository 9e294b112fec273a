import { PEOPLE } from '../../demo/cps';
import type { SavedOffice } from '../../packages/local-apps-script/office';
import type { RowsAsked } from '../../packages/local-apps-script/office/sheet-hands';
import { openOffice } from '../support/office';
import { openShop, PAUL, type Shop, shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

export const WEB_APP = 'http://localhost:8123/exec';

/** The customers, as their names sort. Order `id-n` is the n-th one's, in row n + 2. */
const CUSTOMERS = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay'] as const;

/** The tracking number in Dan's row: digits, more than a number keeps exactly. */
const DANS_NUMBER = '9400111899223100000777';

/** As long as carriers' numbers are, and longer than what a number keeps exactly. */
export const LONG_NUMBER = '9400111899223100000123';

export const emailOf = (name: string): string => `${name.toLowerCase()}@example.com`;

/** The n-th customer's order: nothing but the ZIP code and the event is like that of another. */
export const orderOf = (index: number, name: string = CUSTOMERS[index] ?? ''): Record<string, unknown> => ({
  ...PAUL,
  orderId: `id-${index}`,
  customerName: `${name} Smith`,
  email: emailOf(name),
  phone: `407-555-01${10 + index}`,
  street: `${index + 1} Main St`,
  apartment: '',
  items: [{ photoNumber: String(1000 + index), qty4x6: index + 1, qty5x7: 0, qty8x10: 0 }],
});

/** @throws Error when the web app refuses it. */
export const posted = async (shop: Shop, body: Record<string, unknown>): Promise<void> => {
  const answer = await shop.post(body);
  if (!answer.ok) throw new Error(`${JSON.stringify(body)}: ${answer.error}`);
};

/**
 * Six orders, two columns of staff beside theirs: Ann's and Eve's are pending, Bob's and Cid's paid, Dan's and Fay's
 * shipped. Dan's has a tracking number, Fay's a rating.
 */
const makeShop = async (): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.webAppUrl = WEB_APP;
  for (const index of CUSTOMERS.keys()) await posted(shop, orderOf(index));
  await shop.office.edit({
    sheet: 'Orders',
    range: 'S1',
    values: [['Tracking Number', 'Comment'], ...CUSTOMERS.map((name) => ['', `for ${name}`])],
  });
  for (const index of [1, 2, 3, 5])
    await posted(shop, { route: 'orders/status', orderId: `id-${index}`, status: 'paid' });
  await posted(shop, { route: 'orders/shipping', orderId: 'id-3', shipped: true, trackingNumber: DANS_NUMBER });
  await posted(shop, { route: 'orders/shipping', orderId: 'id-5', shipped: true });
  await posted(shop, { route: 'orders/feedback', orderId: 'id-5', rating: 4, feedback: 'Fay likes it' });
  await (await openPage(shop, 'Find order'))('orders.note', 'id-2', 'Cid calls back');
  await shop.office.advance(6 * 60_000);
  return shop;
};

let made: { readonly state: string; readonly now: string } | undefined;

/**
 * A shop of its own that is where the busy shop is, which is made once per test file.
 * @param script a folder with another program, for the same sheet.
 */
export const openBusyShop = async (script?: string): Promise<Shop> => {
  if (!made) {
    const { office } = await makeShop();
    made = { state: JSON.stringify(office.save()), now: new Date(office.world.clock.now()).toISOString() };
  }
  const office = openOffice({ now: made.now, ...(script === undefined ? {} : { script }) });
  office.restore(JSON.parse(made.state) as SavedOffice);
  office.world.webAppUrl = WEB_APP;
  return shopOn(office);
};

/** Staff do something in the sheet, right now. */
export const byHand = ({ office }: Shop, asked: Omit<RowsAsked, 'user'>): void => {
  const actor = { effectiveUser: PEOPLE.operator, activeUser: PEOPLE.operator, execution: 'host', bound: office.bound };
  office.world.perform('Host.rows', [office.bound, { ...asked }], actor);
};
