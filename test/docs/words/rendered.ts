import { MENU } from '../../../src/entrypoints/menu';
import { ORDER, open, sweepSoon, token, WEB_APP } from '../../customers/pages-shop';
import { visitorOf } from '../../customers/visitor';
import { everyEmail } from '../../email/every-email';
import { callRpc, openedPage } from '../../support/rpc';
import type { Answer, Shop } from '../../support/shop';
import type { Shown } from './texts';

const plain = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|td|th|h\d|li|a|button|label|div)>/g, ' / ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** Every text inside a value of any shape. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /[a-z] /i.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What customers see behind their links, in every state of an order. */
const pages = async (shop: Shop): Promise<Shown[]> => {
  const visitor = visitorOf(shop);
  const seen: Shown[] = [];
  const add = (where: string, html: string) => seen.push({ where: `page: ${where}`, text: plain(html) });
  const linked = (purpose: 'order' | 'feedback' | 'unsubscribe', orderId: string) =>
    visitor.open(`${WEB_APP}?page=${purpose}&t=${encodeURIComponent(token(shop, purpose, orderId))}`);
  const look = async (state: string, orderId: string) => add(`order, ${state}`, await linked('order', orderId));

  await look('pending', 'o1');
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  await look('paid', 'o1');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  await look('shipped', 'o1');
  await look('to pick up', 'pickup');
  await shop.post({ route: 'orders/status', orderId: 'pickup', status: 'cancelled' });
  await look('canceled', 'pickup');
  add('feedback form', await linked('feedback', 'o1'));
  add('unsubscribe form', await linked('unsubscribe', 'o1'));
  const send = (page: 'feedback' | 'unsubscribe', fields: Readonly<Record<string, string>>) =>
    visitor.send(page, { t: token(shop, page, 'o1'), ...fields });
  add('rated low', await send('feedback', { rating: '2', comment: 'Too dark', action: 'rate' }));
  add('rated high', await send('feedback', { rating: '5', comment: '', action: 'rate' }));
  add('not arrived', await send('feedback', { rating: '', comment: '', action: 'missing' }));
  add('unsubscribed', await send('unsubscribe', {}));
  add('bad link', await visitor.open(`${WEB_APP}?page=order&t=wrong`));
  await shop.office.later(40 * 86_400_000);
  await look('shipped long ago', 'o1');
  return seen;
};

const BAD_ORDERS: readonly unknown[] = [
  '{"broken"',
  '[]',
  {},
  { ...ORDER, orderId: 'x'.repeat(500), eventCode: '?' },
  { ...ORDER, items: [] },
  {
    ...ORDER,
    items: [
      { photoNumber: '', qty4x6: '1000', qty5x7: -1, qty8x10: 1.5 },
      { photoNumber: 1, qty4: 2 },
    ],
  },
  { ...ORDER, customerName: '', email: 'paul(at)example', phone: '12', fulfillmentType: 'fly' },
  { ...ORDER, state: 'Nowhere', zipCode: '12', street: '', city: '\u0007' },
  { ...ORDER, zipCode: '90210', email: 'paul@gmial.com', orderId: 'odd' },
  { ...ORDER, customerName: 'Other Name' },
  { route: 'nowhere' },
  { route: 'orders/status', orderId: 'nobody', status: 'paid' },
  { route: 'orders/status', orderId: 'o1', status: 'lost' },
  { route: 'orders/shipping', orderId: 'o1', shipped: 'perhaps', trackingNumber: '?' },
  { route: 'feedback', orderId: 'o1', rating: 9 },
];

/** What the platform reads in answers of the web app. */
const answers = async (shop: Shop): Promise<Shown[]> => {
  const all: Answer[] = [];
  for (const body of BAD_ORDERS) all.push(await shop.post(body));
  for (const query of ['route=nowhere', 'route=orders', 'route=orders&status=lost', 'route=order&orderId=nobody'])
    all.push(await shop.get(query));
  return all.flatMap((answer) => textsIn(answer).map((text) => ({ where: 'answer of the web app', text })));
};

/** Cells, notes and messages after edits that are no good. */
const sheet = async (shop: Shop): Promise<Shown[]> => {
  for (const [cell, value] of [
    ['L2', 'done'],
    ['L2', 'shipped'],
    ['L3', 'shipped'],
    ['Q2', 'gone'],
    ['R2', 'great'],
    ['C2', 'nobody'],
    ['A3', 'another id'],
  ] as const)
    await shop.type(cell, value);
  const { world } = shop.office;
  const { tabs } = (await shop.office.state()) as unknown as { tabs: readonly { name: string }[] };
  const cells = tabs.flatMap(({ name }) => {
    const { values, notes } = shop.office.sheet(name, 1, 200) as unknown as { values: unknown; notes: unknown };
    const where = `tab ${name}`;
    return [...textsIn(values), ...textsIn(notes)].map((text) => ({ where, text }));
  });
  return [...cells, ...world.ui.toasts.map(({ message }) => ({ where: 'message in the sheet', text: message }))];
};

interface Item {
  readonly name: string;
  readonly handler?: string;
  readonly items?: readonly Item[];
}

/** Items by their path, `Data > Backups`. */
const paths = (items: readonly Item[], above = ''): { path: string; handler: string }[] =>
  items.flatMap(({ name, handler = '', items: below }) =>
    below ? paths(below, `${above}${name} > `) : [{ path: above + name, handler }],
  );

const CALLS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'App.showToday': [['today.read']],
  'App.showFindOrder': [
    ['orders.find', 'Paul'],
    ['orders.card', 'o1'],
    ['orders.card', 'pickup'],
  ],
  'App.whatWaits': [['emails.waiting']],
  'App.showEvents': [['events.read']],
  'App.showPriceList': [['prices.read']],
  'App.showBackups': [['backups.list']],
  'App.showHealth': [['health.read']],
  'App.showSettings': [['settings.read']],
};

/** The menu, and what the dialogs are given to show. */
const dialogs = async ({ office }: Shop): Promise<Shown[]> => {
  const seen: Shown[] = [];
  for (const { path, handler } of paths(MENU)) {
    seen.push({ where: 'menu', text: path });
    for (const call of CALLS[handler] ?? []) {
      await office.menu({ item: path, user: 'operator' });
      const { value, error } = await callRpc(office, 'operator', openedPage(office)?.token ?? '', ...call);
      if (error) throw new Error(`${call[0]}: ${error}`);
      seen.push(...textsIn(value).map((text) => ({ where: `dialog ${call[0]}`, text })));
    }
  }
  return seen;
};

/** What customers, staff and the platform see of a shop in which things go right and wrong. */
export const textsOfTheShop = async (): Promise<Shown[]> => {
  const shop = await open();
  for (const order of [ORDER, { ...ORDER, orderId: 'o2' }, { ...ORDER, orderId: 'pickup', fulfillmentType: 'pickup' }])
    await shop.post(order);
  const seen = [...(await pages(shop)), ...(await answers(shop)), ...(await sheet(shop))];
  await sweepSoon(shop);
  seen.push(...(await dialogs(shop)));
  return seen;
};

/** Every email as its reader sees it. */
export const textsOfEmails = async (): Promise<Shown[]> =>
  (await everyEmail()).flatMap(({ name, subject, text, html }) =>
    [subject, text, plain(html)].map((shown) => ({ where: `email ${name}`, text: shown })),
  );
