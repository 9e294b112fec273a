import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { PEOPLE } from '../../demo/cps';
import { PAGE_SECRET, pageToken } from '../../src/core/page-token';
import type { BatchView } from '../../src/print/batch-view';
import { visitorOf } from '../customers/visitor';
import { copiesOf, DAY, type EmailShop, openEmailShop } from '../email/email-shop';
import { openPrint } from '../print/dialog';
import { beforeNth } from '../support/before-nth';
import { times } from '../support/campaign';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices, NOW } from '../support/office';
import { PAUL } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);
afterAll(closeOffices);

const ORDERS = 3;
/** The order that is meant: the one in the middle. */
const MEANT = 'order-2';
const LATE = 'late';
/** An order that people typed into the sheet. */
const TYPED = 'typed-1';
const MOST_CALLS = 60;
const HOUR = 3_600_000;

const order = (name: string, photoNumber: string): object => ({
  ...PAUL,
  orderId: name,
  customerName: `Customer of ${name}`,
  email: `${name}@example.com`,
  items: [{ photoNumber, qty4x6: 1, qty5x7: 0, qty8x10: 0 }],
});

/** An order whose commit Google answers with an error, and carries out when {@link landLate} says so. */
const postLate = async (shop: EmailShop): Promise<void> => {
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  expect((await shop.post(order(LATE, '7777'))).ok).toBe(false);
};

type Row = Record<string, Json>;
const progressOf = (row: Row): Record<string, unknown> => JSON.parse(String(row.Progress || '{}'));
const meant = (shop: EmailShop): Row => shop.rows('Ledger').find((row) => row['Order ID'] === MEANT) ?? {};

/** What is to stay as it is: who each order is, and the state of every other order. */
const standing = (shop: EmailShop): Record<string, Json[]> => {
  const lines: Record<string, Json[]> = {};
  for (const row of shop.rows('Ledger')) {
    const id = String(row['Order ID']);
    const { left: _, ...progress } = progressOf(row);
    const own = [row['Order Number'] ?? '', row.Seal ?? '', row.Order ?? ''];
    lines[`Ledger ${id}`] = id === MEANT ? own : [...own, row.Status ?? '', JSON.stringify(progress)];
  }
  for (const row of shop.rows('Orders')) {
    const id = String(row['Order ID']);
    const own = [row['Order Number'] ?? '', row.Email ?? ''];
    lines[`Orders ${id}`] = id === MEANT ? own : [...own, row.Status ?? '', row.Feedback ?? ''];
  }
  for (const id of Object.keys(lines)) if ([LATE, TYPED].includes(id.split(' ')[1] ?? '')) delete lines[id];
  return lines;
};

/** What the Ledger says has left, and nothing of it did. */
const neverLeft = (shop: EmailShop): string[] => {
  const sent = new Set(shop.rows('Outbox').map((row) => `${row['Order ID']} ${row.Kind}:1`));
  return shop.rows('Ledger').flatMap((row) => {
    const left = Object.keys((progressOf(row).left as object) ?? {});
    return left.map((name) => `${row['Order ID']} ${name}`).filter((name) => !sent.has(name));
  });
};

interface Way {
  /** The state of the shop at the start. */
  readonly before: (shop: EmailShop) => Promise<void>;
  /** What is done; a page that it needs is opened first. */
  readonly act: (shop: EmailShop) => Promise<() => Promise<unknown>>;
  /** What must have come of it, at the latest when it is done again. */
  readonly isDone: (shop: EmailShop) => boolean;
  /** How many of its last looks at the workbook are what it is about; all of them unless told. */
  readonly last?: number;
}

const nothing = async (): Promise<void> => undefined;
const typed = async (shop: EmailShop, range: string, value: Json): Promise<void> => {
  shop.office.world.switches.editEvents = 'lost';
  await shop.type(range, value);
  shop.office.world.switches.editEvents = 'arrive';
};

const rowAt = ({ office }: EmailShop, row: number): Json[] =>
  [...((office.sheet('Orders', row, 1) as { values: Json[][] }).values[0] ?? [])].slice(0, 18);

const EVENT = {
  ...{ code: 'WINTER27', name: 'Winter Games', starts: '', ends: '', city: '', state: '' },
  ...{ pickupPlace: '', pickupHours: '', howToPay: '', alsoWritten: '' },
};

const WAYS: Readonly<Record<string, Way>> = {
  'marking an order paid in its card': {
    before: nothing,
    act: async (shop) => {
      const call = await openPage(shop, 'Find order');
      return () => call('orders.mark', MEANT, 'paid', '');
    },
    isDone: (shop) => meant(shop).Status === 'paid',
  },
  'saying that a slip was printed': {
    before: async (shop) => {
      await shop.type('L2', [['paid'], ['paid'], ['paid']]);
      const { call } = await openPrint(shop, 'slips');
      const plan = await call<{ orders: { id: string }[]; newest: number }>('print.plan', ['slips'], 'due', []);
      const ids = plan.orders.map(({ id }) => id);
      const sizes = ids.map(() => '6x9');
      await call('print.make', ['slips'], 'number', ids, sizes, plan.newest);
    },
    act: async (shop) => {
      const { call } = await openPrint(shop, 'slips');
      const { items } = await call<BatchView>('print.batch', 1);
      const orders = items.filter(({ id }) => id === MEANT).map(({ id, sum }) => ({ id, sum }));
      return () => call('print.printed', 1, 'slips', orders);
    },
    isDone: (shop) => 'printed' in progressOf(meant(shop)),
  },
  'feedback by the API': {
    before: nothing,
    act: async (shop) => () =>
      shop.post({ route: 'orders/feedback', orderId: MEANT, rating: 5, feedback: 'Lovely prints' }),
    isDone: (shop) => 'feedback' in progressOf(meant(shop)),
  },
  'a rating typed in column R': {
    before: nothing,
    act: async (shop) => async () => {
      const row = shop.rows('Orders').findIndex((each) => each['Order ID'] === MEANT) + 2;
      await shop.type(`R${row}`, '4');
    },
    isDone: (shop) => 'feedback' in progressOf(meant(shop)),
  },
  'a customer who says that the prints have not arrived': {
    before: nothing,
    act: async (shop) => {
      const { world, bound } = shop.office;
      const secret = world.properties.read(`script:${bound}`)[PAGE_SECRET] ?? '';
      const t = pageToken(nodeCrypto, secret, 'feedback', MEANT, NOW);
      return () => visitorOf(shop).send('feedback', { t, rating: '1', comment: '', action: 'missing' });
    },
    isDone: (shop) => 'notArrived' in progressOf(meant(shop)),
  },
  'the sweep of a morning that asks for feedback': {
    before: async (shop) => {
      await shop.type('L3', 'paid');
      await shop.type('L3', 'shipped');
    },
    act: async (shop) => {
      const { clock } = shop.office.world;
      clock.advance(5 * DAY);
      while (new Date(clock.now()).getHours() !== 10) clock.advance(HOUR);
      return () => shop.office.call('App.sweep');
    },
    isDone: (shop) => 'askedForFeedback' in progressOf(meant(shop)),
  },
  'a sweep that finds a status and notes which emails have left': {
    before: (shop) => typed(shop, 'L3', 'paid'),
    act: async (shop) => () => shop.office.call('App.sweep'),
    isDone: (shop) =>
      meant(shop).Status === 'paid' && shop.customerEmails().some(({ to, subject }) => isPaidEmail(to, subject)),
  },
  'rebuilding a row that was deleted': {
    before: async (shop) => {
      await shop.office.rows({ sheet: 'Orders', action: 'delete', row: 3 });
    },
    act: async (shop) => () => shop.office.menu({ item: 'Data > Rebuild missing rows' }),
    isDone: (shop) => shop.rows('Orders').some((row) => row['Order ID'] === MEANT),
  },
  'repairing a row that was doubled': {
    before: (shop) => shop.typeIn('Orders', 'A5', [rowAt(shop, 3)]),
    act: async (shop) => () => {
      shop.office.willAnswer('YES', '');
      return shop.menu('Data > Repair double rows');
    },
    isDone: (shop) => shop.rows('Orders').filter((row) => row['Order ID'] === MEANT).length === 1,
  },
  'restoring a row that was pasted over': {
    before: (shop) => shop.typeIn('Orders', 'C3:D3', [['Somebody Else', 'else@example.com']]),
    act: async (shop) => () => {
      shop.select('A3');
      shop.office.willAnswer('YES', '');
      return shop.menu('Data > Restore selected rows');
    },
    isDone: (shop) => shop.rows('Orders').some((row) => row.Email === `${MEANT}@example.com`),
  },
  'taking over a row that people typed': {
    before: (shop) => shop.typeIn('Orders', 'A5', [rowAt(shop, 3).with(0, TYPED).with(1, 'CPS-0009')]),
    act: async (shop) => () => shop.office.call('App.setUp'),
    isDone: (shop) => shop.rows('Ledger').some((row) => row['Order ID'] === TYPED),
    // Set-up looks after every tab first.
    last: 14,
  },
  'saving an event': {
    before: nothing,
    act: async (shop) => {
      const call = await openPage(shop, 'Events and prices > Events');
      return () => call('events.save', null, EVENT);
    },
    isDone: (shop) => shop.rows('Events').some((row) => row['Event Code'] === EVENT.code),
  },
  'holding an email that waits': {
    before: async (shop) => {
      await shop.setting('Status email delay in minutes', '10');
      await shop.type('L3', 'paid');
    },
    act: async (shop) => {
      const call = await openPage(shop, 'Emails > Waiting emails');
      return () => call('emails.hold', [`paid:${MEANT}:1`]);
    },
    isDone: (shop) => shop.row(`paid:${MEANT}:1`).State === 'held',
  },
};

const isPaidEmail = (to: string, subject: string): boolean =>
  to === `${MEANT}@example.com` && !subject.includes('received');

/** Between two looks at the workbook it is all the same when something lands in it. */
const isOfWorkbook = (name: string): boolean => /^(Sheets?|Range|Spreadsheet(App)?|TextFinder)\./.test(name);

let base: Promise<(seed: number) => EmailShop> | undefined;
/** A shop with the orders, as often as wanted. */
const openBase = async (): Promise<EmailShop> => {
  base ??= (async () => {
    const first = await openEmailShop();
    for (let n = 1; n <= ORDERS; n++) await first.post(order(`order-${n}`, `100${n}`));
    return copiesOf(first);
  })();
  return (await base)(2);
};

/** How often a way looks at the workbook. */
const looksOf = async (shop: EmailShop, act: Way['act']): Promise<number> => {
  const work = await act(shop);
  const watch = beforeNth(shop.office, Number.POSITIVE_INFINITY, () => undefined, isOfWorkbook);
  await work();
  watch.stop();
  return watch.count();
};

test.each(Object.entries(WAYS))(
  'an order that lands late, at whatever moment of %s, makes no other order change and none vanish',
  async (_, { before, act, isDone, last = MOST_CALLS }) => {
    const first = await openBase();
    await before(first);
    first.office.world.clock.advance(60_000);
    const copy = copiesOf(first);
    const wrong: string[] = [];
    let moments = 0;
    const all = last < MOST_CALLS ? await looksOf(copy(), act) : 0;
    for (let nth = Math.max(1, all - last + 1); nth < all + MOST_CALLS; nth += times(6, 3, 1)) {
      const shop = copy();
      const work = await act(shop);
      await postLate(shop);
      const [stood, emails] = [standing(shop), shop.emails().length];
      const watch = beforeNth(shop.office, nth, () => shop.office.gate.landLate(), isOfWorkbook);
      await work().catch(() => undefined);
      watch.stop();
      moments = watch.count();
      if (moments < nth) break;
      const look = (when: string): void => {
        const stands = standing(shop);
        const others = Object.keys({ ...stood, ...stands }).filter(
          (key) => key !== `Orders ${MEANT}` && JSON.stringify(stood[key]) !== JSON.stringify(stands[key]),
        );
        const strangers = shop
          .emails()
          .slice(emails)
          .map(({ to }) => to)
          .filter((to) => ![PEOPLE.operator, `${MEANT}@example.com`, `${LATE}@example.com`].includes(to));
        const faults = [...others, ...strangers.map((to) => `an email to ${to}`), ...neverLeft(shop)];
        for (const fault of faults) wrong.push(`call ${nth}, ${when}: ${fault}`);
      };
      look('the first time');
      if (!isDone(shop)) {
        shop.office.world.clock.advance(60_000);
        await work().catch(() => undefined);
        look('the second time');
      }
      if (!isDone(shop)) wrong.push(`call ${nth}: it was not done`);
      await closeOffices();
    }
    expect(wrong).toEqual([]);
    expect(moments).toBeGreaterThan(3);
  },
  120_000,
);
