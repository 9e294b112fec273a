import { PAGE_SECRET, type PagePurpose, pageToken } from '../../src/core/page-token';
import type { BatchView } from '../../src/print/batch-view';
import type { PrintPlan } from '../../src/print/choose';
import { copiesOf, runNightly } from '../backup/backup-shop';
import { visitorOf } from '../customers/visitor';
import { fillHead } from '../support/head';
import { nodeCrypto } from '../support/node-crypto';
import { oldRow } from '../support/old-orders';
import { pressMark } from '../support/rpc';
import type { Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';
import { byHand, emailOf, LONG_NUMBER, orderOf, posted, WEB_APP } from './busy-shop';

/** What a writer does in the busy shop. */
export interface Scene {
  /** The writer, as its unit of work says. */
  readonly by: string;
  readonly name: string;
  /** What happens before, which nobody disturbs. */
  readonly prepare?: (shop: Shop) => Promise<unknown>;
  /** Has the writer commit. @throws Error when it says that it did not work. */
  readonly act: (shop: Shop) => Promise<unknown>;
  /** What must be in the row of an order then, to tell that it was done at all: the id, and cells by header. */
  readonly done?: readonly [id: string, cells: Readonly<Record<string, string>>];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const api = (route: string, more: object) => (shop: Shop) => posted(shop, { route, ...more });

const inCard =
  (...call: readonly unknown[]) =>
  async (shop: Shop) =>
    (await openPage(shop, 'Find order'))(...call);

const menu =
  (item: string, range = 'A1') =>
  async ({ office }: Shop) => {
    office.select({ sheet: 'Orders', range });
    await office.menu({ item });
  };

const token = (shop: Shop, purpose: PagePurpose, orderId: string): string => {
  const { bound, world } = shop.office;
  const secret = world.properties.read(`script:${bound}`)[PAGE_SECRET] ?? '';
  return pageToken(nodeCrypto, secret, purpose, orderId, new Date(world.clock.now()).toISOString());
};

/** A customer's form. */
const form = (purpose: PagePurpose, orderId: string, fields: Readonly<Record<string, string>>) => (shop: Shop) =>
  visitorOf(shop).send(purpose, { t: token(shop, purpose, orderId), ...fields });

/** The web app's address goes into the settings. */
const keepAddress = async (shop: Shop) =>
  (await openPage(shop, 'Settings'))('settings.write', { 'Web app address': WEB_APP });

/** Orders that come in while the account may email nobody: their receipts wait. */
const withWaitingReceipts = async (shop: Shop): Promise<void> => {
  shop.office.world.switches.mailQuota = 0;
  for (const [index, name] of ['Gus', 'Hal', 'Ida'].entries()) await posted(shop, orderOf(6 + index, name));
  await shop.office.call('App.sweep');
};

/** Types with no trigger seeing it. */
const unseen = async (shop: Shop, range: string, values: readonly (readonly (string | number)[])[]): Promise<void> => {
  const { switches } = shop.office.world;
  switches.editEvents = 'lost';
  await shop.office.edit({ sheet: 'Orders', range, values });
  switches.editEvents = 'arrive';
};

const sweep = async ({ office }: Shop): Promise<void> => {
  const { outcome } = await office.call('App.sweep');
  if (outcome.status === 'failed') throw new Error(outcome.error.message);
};

/** Stores a batch of the paid orders' packing slips, and says that they came out. */
const printed = async (shop: Shop): Promise<void> => {
  const call = await openPage(shop, 'Print > Packing slips');
  const plan = await call<PrintPlan>('print.plan', ['slips'], 'due', []);
  const due = plan.orders.filter(({ isDue }) => isDue);
  const [ids, sizes] = [due.map(({ id }) => id), due.map(({ size }) => size)];
  const { made } = await call<{ made: number }>('print.make', ['slips'], 'number', ids, sizes, plan.newest);
  const { items } = await call<BatchView>('print.batch', made);
  await call(
    'print.printed',
    made,
    'slips',
    items.map(({ id, sum }) => ({ id, sum })),
  );
};

/** Restores what is missing or changed from last night's backup. */
const restored = async (shop: Shop): Promise<void> => {
  const source = copiesOf(shop)[0]?.id;
  const call = await openPage(shop, 'Data > Backups');
  const { found } = await call<{ found: { id: string; kind: string }[] }>('restore.compare', source);
  const chosen = found.map(({ id, kind }) => ({ id, kind }));
  if (chosen.length === 0) throw new Error('there is nothing to restore');
  await call('restore.run', source, chosen);
};

/** One scene or more for each unit of work. */
export const SCENES: readonly Scene[] = [
  {
    by: 'accept an order',
    name: 'an order comes in',
    act: (shop) => posted(shop, orderOf(6, 'Gus')),
    done: ['id-6', { Email: emailOf('Gus') }],
  },
  {
    by: 'change one status',
    name: 'POST orders/status',
    act: api('orders/status', { orderId: 'id-0', status: 'paid' }),
    done: ['id-0', { Status: 'paid' }],
  },
  {
    by: 'change one status',
    name: 'POST orders/shipping with a tracking number',
    act: api('orders/shipping', { orderId: 'id-2', shipped: true, trackingNumber: LONG_NUMBER }),
    done: ['id-2', { Status: 'shipped', 'Tracking Number': LONG_NUMBER }],
  },
  {
    by: 'change one status',
    name: 'POST orders/shipping with a number for an order that has left',
    act: api('orders/shipping', { orderId: 'id-5', shipped: true, trackingNumber: LONG_NUMBER }),
    done: ['id-5', { 'Tracking Number': LONG_NUMBER }],
  },
  {
    by: 'store feedback',
    name: 'POST orders/feedback with a low rating',
    act: api('orders/feedback', { orderId: 'id-3', rating: 2, feedback: 'Dan is sad' }),
    done: ['id-3', { Feedback: '2/5 - "Dan is sad"' }],
  },
  {
    by: 'store feedback',
    name: 'the customer’s feedback form',
    act: form('feedback', 'id-3', { rating: '5', comment: 'Dan is glad', action: 'rate' }),
    done: ['id-3', { Feedback: '5/5 - "Dan is glad"' }],
  },
  {
    by: 'note prints not arrived',
    name: 'the customer says that the prints have not arrived',
    act: form('feedback', 'id-3', { action: 'missing' }),
  },
  {
    by: 'settle edited rows',
    name: 'a status is typed',
    act: (shop) => shop.type('L2', 'paid'),
    done: ['id-0', { Status: 'paid' }],
  },
  {
    by: 'settle edited rows',
    name: 'a status is typed that is not allowed',
    act: (shop) => shop.type('L2', 'shipped'),
    done: ['id-0', { Status: 'pending' }],
  },
  {
    by: 'settle edited rows',
    name: 'a paste over all statuses',
    act: (shop) => shop.type('L2', [['paid'], ['shipped'], ['oops'], ['shipped'], ['cancelled'], ['shipped']]),
    done: ['id-4', { Status: 'cancelled' }],
  },
  {
    by: 'settle edited rows',
    name: 'an address is corrected',
    act: (shop) => shop.type('G2', '9 Elm St'),
    done: ['id-0', { 'Shipping Address': '9 Elm St' }],
  },
  {
    by: 'settle edited rows',
    name: 'a row is typed that has no id',
    act: (shop) => shop.type('C8', [['Walk-in', 'walkin@example.com']]),
  },
  {
    by: 'pick up typed ratings',
    name: 'ratings are typed',
    act: (shop) => shop.type('R5', [['1/5 on the phone'], [''], ['3/5 on the phone']]),
    done: ['id-3', { Feedback: '1/5 on the phone' }],
  },
  {
    by: 'sweep all rows',
    name: 'statuses that no event told of',
    prepare: (shop) => unseen(shop, 'L2', [['paid'], ['shipped'], ['paid'], ['shipped'], ['paid'], ['shipped']]),
    act: sweep,
    done: ['id-4', { Status: 'paid' }],
  },
  {
    by: 'sweep all rows',
    name: 'a row that has no id',
    prepare: (shop) => unseen(shop, 'C8', [['Walk-in', 'walkin@example.com']]),
    act: sweep,
  },
  {
    by: 'sweep all rows',
    name: 'ids that were sorted alone',
    prepare: async (shop) =>
      byHand(shop, { sheet: 'Orders', action: 'sort', column: 'A', range: 'A2:A7', ascending: false }),
    act: sweep,
    done: ['id-0', { Email: emailOf('Ann') }],
  },
  {
    by: 'change chosen orders',
    name: 'the menu marks an order',
    act: menu('Mark selection > shipped', 'A3'),
    done: ['id-1', { Status: 'shipped' }],
  },
  {
    by: 'change chosen orders',
    name: 'the menu marks several orders',
    act: async (shop) => {
      await menu('Mark selection > cancelled', 'A2:A6')(shop);
      await pressMark(shop.office, 'operator');
    },
    done: ['id-0', { Status: 'cancelled' }],
  },
  {
    by: 'change chosen orders',
    name: 'the card takes an order a step back',
    act: inCard('orders.stepBack', 'id-2', 'paid'),
    done: ['id-2', { Status: 'pending' }],
  },
  {
    by: 'change chosen orders',
    name: 'the menu restores rows',
    prepare: (shop) => unseen(shop, 'C2', [['Nobody', 'nobody@example.com', '1']]),
    act: async (shop) => {
      shop.office.willAnswer('YES');
      await menu('Data > Restore selected rows', 'A2:A3')(shop);
    },
    done: ['id-0', { 'Customer Name': 'Ann Smith' }],
  },
  {
    by: 'amend one order',
    name: 'the card’s tracking field',
    act: inCard('orders.track', 'id-5', LONG_NUMBER),
    done: ['id-5', { 'Tracking Number': LONG_NUMBER }],
  },
  {
    by: 'amend one order',
    name: 'the card takes a tracking number away',
    act: inCard('orders.track', 'id-3', ''),
    done: ['id-3', { 'Tracking Number': '' }],
  },
  {
    by: 'confirm a tracking number',
    name: 'a number that was another order’s is typed once more',
    prepare: async (shop) => {
      await unseen(shop, 'S3', [[LONG_NUMBER]]);
      await sweep(shop);
      await unseen(shop, 'S3', [[''], [LONG_NUMBER]]);
      await sweep(shop);
    },
    act: (shop) => shop.type('S4', LONG_NUMBER),
    done: ['id-2', { 'Tracking Number': LONG_NUMBER }],
  },
  { by: 'amend one order', name: 'a note on the card', act: inCard('orders.note', 'id-1', 'Bob has moved') },
  {
    by: 'rebuild missing rows',
    name: 'rows that were deleted',
    prepare: async (shop) => byHand(shop, { sheet: 'Orders', action: 'delete', row: 3, count: 2 }),
    act: menu('Data > Rebuild missing rows'),
    done: ['id-2', { Email: emailOf('Cid') }],
  },
  {
    by: 'rebuild missing rows',
    name: 'rows whose ids nobody knows',
    prepare: (shop) => unseen(shop, 'A2', [['x'], ['y'], ['z']]),
    act: menu('Data > Rebuild missing rows'),
    done: ['id-2', { Email: emailOf('Cid') }],
  },
  {
    by: 'fill a column again',
    name: 'set-up, after somebody emptied the ids with their header',
    prepare: (shop) => unseen(shop, 'A1', [[''], [''], [''], [''], [''], [''], ['']]),
    act: async (shop) => (await openPage(shop, 'Set up this sheet'))('setUp.run', {}),
    done: ['id-2', { Email: emailOf('Cid') }],
  },
  {
    by: 'repair double rows',
    name: 'copies of rows',
    prepare: async (shop) => {
      const rows = shop.rows('Orders').slice(1, 3);
      await unseen(
        shop,
        'A8',
        rows.map((row) => Object.values(row).slice(0, 18) as string[]),
      );
    },
    act: async (shop) => {
      shop.office.willAnswer('YES');
      await menu('Data > Repair double rows')(shop);
    },
    done: ['id-1', { Comment: 'for Bob' }],
  },
  {
    by: 'import old rows',
    name: 'rows from before the program',
    prepare: (shop) => unseen(shop, 'A8', [oldRow(0, 'PAID '), oldRow(1, 'pending'), oldRow(4, 'Pending')]),
    act: async ({ office }) => office.call('App.setUp'),
    done: ['old-0', { Status: 'paid' }],
  },
  {
    by: 'restore orders',
    name: 'rows that were deleted or typed over',
    prepare: async (shop) => {
      await runNightly(shop);
      byHand(shop, { sheet: 'Orders', action: 'delete', row: 7 });
      await unseen(shop, 'C2', [
        ['Nobody', 'nobody@example.com', '1'],
        ['Nobody', 'no@example.com', '2'],
      ]);
    },
    act: restored,
    done: ['id-1', { Email: emailOf('Bob') }],
  },
  {
    by: 'erase a customer',
    name: 'a customer with a tracking number',
    act: async (shop) => (await openPage(shop, 'Data > Erase a customer'))('erase.run', emailOf('Dan')),
    done: ['id-3', { 'Customer Name': 'Erased customer', Email: '', 'Tracking Number': '' }],
  },
  {
    by: 'erase a customer',
    name: 'a customer whose email waits',
    prepare: withWaitingReceipts,
    act: async (shop) => (await openPage(shop, 'Data > Erase a customer'))('erase.run', emailOf('Hal')),
    done: ['id-7', { 'Customer Name': 'Erased customer', Email: '' }],
  },
  { by: 'write down prints', name: 'a batch is made, and its prints come out', act: printed },
  {
    by: 'claim due emails',
    name: 'receipts that have waited for the quota',
    prepare: withWaitingReceipts,
    act: async (shop) => {
      shop.office.world.switches.mailQuota = 100;
      shop.office.world.clock.advance(DAY);
      await sweep(shop);
    },
  },
  {
    by: 'change emails by hand',
    name: 'emails are held',
    prepare: withWaitingReceipts,
    act: inCard('emails.hold', ['receipt:id-7:1']),
  },
  {
    by: 'write the Outbox',
    name: 'a customer does not want to be asked',
    prepare: async (shop) => {
      shop.office.world.switches.mailQuota = 0;
      shop.office.world.clock.advance(5 * DAY - 2 * 60 * MINUTE);
      await sweep(shop);
      shop.office.world.switches.mailQuota = 100;
    },
    act: form('unsubscribe', 'id-3', {}),
  },
  {
    by: 'write the Outbox',
    name: 'test mode begins',
    prepare: withWaitingReceipts,
    act: async (shop) => {
      shop.office.world.switches.mailQuota = 100;
      shop.office.willAnswer('OK', 'test@example.com');
      await menu('Emails > Test mode')(shop);
    },
  },
  {
    by: 'ask for feedback',
    name: 'the morning on which customers are asked',
    prepare: async ({ office }) => office.world.clock.advance(5 * DAY - 2 * 60 * MINUTE),
    act: sweep,
  },
  {
    by: 'save a form',
    name: 'a price',
    act: async (shop) => {
      const call = await openPage(shop, 'Events and prices > Price list');
      const was = (await call<{ size: string }[]>('prices.read')).find(({ size }) => size === '8x10');
      await call('prices.save', was, { ...was, price: '25', offers: [{ quantity: '2', price: '45.50' }] });
    },
  },
  {
    by: 'save a form',
    name: 'an event',
    prepare: (shop) => shop.office.edit({ sheet: 'Events', range: 'A3', values: [['ZED27', 'Zed Games']] }),
    act: async (shop) => {
      const call = await openPage(shop, 'Events and prices > Events');
      const { events } = await call<{ events: { code: string }[] }>('events.read');
      const was = events.find(({ code }) => code === 'ASDAR26');
      await call('events.save', was, { ...was, pickupPlace: 'Hall B' });
    },
  },
  {
    by: 'save a form',
    name: 'settings',
    act: async (shop) =>
      (await openPage(shop, 'Settings'))('settings.write', { 'Shipping fee': '5.50', 'Orders per minute': '40' }),
  },
  {
    by: 'jump order numbers',
    name: 'a copy becomes the live sheet',
    prepare: async (shop) => {
      await keepAddress(shop);
      const { copy } = shop.office.copy();
      shop.office.open(copy);
    },
    act: async (shop) => (await openPage(shop, 'Set up this sheet'))('setUp.chooseCopy', 'live'),
  },
  {
    by: 'end this sheet',
    name: 'the business moves to another sheet',
    act: async (shop) => (await openPage(shop, 'Set up this sheet'))('moving.end'),
  },
  {
    by: 'make room for order numbers',
    name: 'set-up finds the head full of made-up codes',
    prepare: (shop) => fillHead(shop, 40_000),
    act: (shop) => shop.office.call('App.setUp'),
  },
  {
    by: 'mend the guard',
    name: 'set-up finds two guards',
    prepare: async ({ office }) => {
      const workbook = office.world.workbooks.get(office.bound);
      const [guard] = workbook?.meta.namedRanges ?? [];
      if (!guard) throw new Error('there is no guard');
      const second = { ...guard, namedRangeId: 'cps_revision_7', name: 'cps_revision_7' };
      workbook?.setMeta({ namedRanges: [guard, second] });
    },
    act: (shop) => shop.office.call('App.setUp'),
  },
  {
    by: 'take out a test order',
    name: 'the test order of set-up',
    prepare: keepAddress,
    act: async (shop) => {
      const result = await (await openPage(shop, 'Set up this sheet'))<{ ok: boolean }>('setUp.testOrder');
      if (!result.ok) throw new Error(JSON.stringify(result));
    },
  },
];

/** @throws Error when there is no such scene. */
export const sceneNamed = (name: string): Scene => {
  const found = SCENES.find((scene) => scene.name === name);
  if (!found) throw new Error(`there is no scene "${name}"`);
  return found;
};
