import type { BatchView } from '../../src/print/batch-view';
import type { PrintPlan } from '../../src/print/choose';
import { openOldSheet } from '../set-up/old-sheet';
import type { OfficeChoices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { type Shop, shopOn } from '../support/shop';

const MENU: Readonly<Record<string, string>> = {
  envelopes: 'Envelopes',
  labels: 'Labels',
  slips: 'Packing slips',
  lab: 'Lab list',
};

const HEADERS = [
  ...['Order ID', 'Order Number', 'Customer Name', 'Email', 'Phone', 'Fulfillment Type', 'Shipping Address', 'Items'],
  ...['Subtotal', 'Shipping Fee', 'Total', 'Status', 'Created At', 'City', 'State', 'ZIP Code', 'Shipping Status'],
  'Feedback',
];

const row = (index: number, isPickup: boolean, status: string): (string | number)[] => [
  `o-${index}`,
  `FALL26-${String(index).padStart(4, '0')}`,
  `Customer ${index}`,
  `customer${index}@example.com`,
  '',
  isPickup ? 'pickup' : 'ship',
  isPickup ? '' : `${index} Main St`,
  `${1000 + (index % 7)} ${index % 3 === 0 ? '8x10' : '4x6'} x${1 + (index % 2)}`,
  ...[8, 0, 8, status, '2026-10-01 10:00'],
  ...(isPickup ? ['', '', ''] : ['Orlando', 'FL', '32801']),
  status === 'paid' ? (isPickup ? 'to pick up' : 'to ship') : '',
  '',
];

/** A set-up sheet with `count` paid orders, every n-th of them for pickup, and some that aren't paid. */
export const openPaid = async (
  count: number,
  pickupEvery: number,
  unpaid = 0,
  choices: OfficeChoices = {},
): Promise<Shop> => {
  const rows = Array.from({ length: count + unpaid }, (_, index) =>
    row(index + 1, (index + 1) % pickupEvery === 0, index < count ? 'paid' : 'pending'),
  );
  const office = await openOldSheet([HEADERS, ...rows], choices);
  await office.call('App.setUp');
  return shopOn(office);
};

/** The print dialog as staff have it open. */
export const openPrint = async (shop: Shop, kind: string, user = 'operator') => {
  await shop.office.menu({ item: `Print > ${MENU[kind]}`, user });
  const page = openedPage(shop.office);
  if (!page) throw new Error('no dialog was opened');
  const raw = (method: string, ...args: unknown[]) => callRpc(shop.office, user, page.token, method, ...args);
  const call = async <T>(method: string, ...args: unknown[]): Promise<T> => {
    const { ok, value, error } = await raw(method, ...args);
    if (!ok) throw new Error(error);
    return value as T;
  };
  const plan = (kinds: readonly string[] = [kind], source = 'due', what: readonly string[] = []) =>
    call<PrintPlan>('print.plan', kinds, source, what);
  const make = async (kinds: readonly string[] = [kind], from?: PrintPlan, ids?: readonly string[]) => {
    const found = from ?? (await plan(kinds));
    const chosen = found.orders.filter(({ id, isDue }) => (ids ? ids.includes(id) : isDue));
    return call<{ made?: number; taken?: string[] }>(
      'print.make',
      kinds,
      'number',
      chosen.map(({ id }) => id),
      chosen.map(({ size }) => size),
      found.newest,
    );
  };
  const batch = (number: number) => call<BatchView>('print.batch', number);
  /** Confirms that prints came out as they are now, or as they were in a view. */
  const confirm = async (number: number, what: string, ids: readonly string[], view?: BatchView) => {
    const { items } = view ?? (await batch(number));
    const orders = ids.map((id) => ({ id, sum: items.find((item) => item.id === id)?.sum ?? '' }));
    return call<BatchView>('print.printed', number, what, orders);
  };
  return { raw, call, plan, make, batch, confirm };
};
