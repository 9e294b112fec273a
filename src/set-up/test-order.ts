import type { StaffPorts } from '../core/staff-ports';
import type { Planned } from '../core/work';
import { entryOf } from '../ledger/lookup';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { activityRow } from '../workbook/activity-row';
import { configOf } from '../workbook/config';
import { TABS } from '../workbook/tabs';
import { postToWebApp, type WebAppAnswer, type WebAppPorts } from './web-app';

/** What a test order needs from the world. */
export type TestOrderPorts = ReconcilePorts & WebAppPorts & Pick<StaffPorts, 'person'>;

/** The result of it: its number, whether it arrived in this spreadsheet and was removed again; or what went wrong. */
export type TestOrderResult =
  | { readonly ok: true; readonly number: string; readonly arrived: boolean; readonly removed: boolean }
  | Extract<WebAppAnswer, { ok: false }>;

const TEST_CUSTOMER = 'Test Order';

/** An order that shows that orders come in: for the person at the keyboard, to be picked up, one print of the first size. */
export const sampleOrder = (size: string, person: string): Record<string, unknown> => ({
  customerName: TEST_CUSTOMER,
  email: person,
  fulfillmentType: 'pickup',
  items: [{ photoNumber: 'TEST', size, quantity: 1 }],
});

/** Sends a test order through the real address, looks whether it arrived, and removes it again. */
export const runTestOrder = (ports: TestOrderPorts): TestOrderResult => {
  const view = ports.workbook.read();
  const { settings, prices } = configOf(ports, view);
  const orderId = `${TEST}${ports.crypto.uuid()}`;
  const order = { ...sampleOrder(prices[0]?.size ?? '4x6', ports.person), orderId };
  const answer = postToWebApp(ports, settings.webAppUrl, order);
  if (!answer.ok) return answer;
  const number = String(answer.fields.orderNumber ?? '');
  const ids = ports.orders.ids(ports.workbook.read());
  const removed = remove(ports, orderId);
  for (const left of ids.filter((id) => id.startsWith(TEST) && id !== orderId)) remove(ports, left);
  return { ok: true, number, arrived: ids.includes(orderId), removed };
};

/** Ids of test orders begin with this: one that a run left behind when it was cut short goes with the next. */
const TEST = 'test-';

/** Takes the order's rows out of Orders and Ledger. The Ledger's row stays as an empty one: it carries the head. */
const remove = (ports: TestOrderPorts, orderId: string): boolean => {
  const done = ports.change({
    by: 'take out a test order',
    wait: 20_000,
    plan: ({ view, when }): Planned<boolean> => {
      const entry = ports.ledger.find(view, 'Order ID', orderId);
      const made = entryOf(entry)?.order;
      if (!entry || made?.customer.name !== TEST_CUSTOMER) return { changes: [], value: !entry };
      const blank = Object.fromEntries(
        TABS.ledger.columns.filter(({ header }) => header !== 'Head').map(({ header }) => [header, '']),
      );
      const at = ports.orders.ids(view).indexOf(orderId) + 2;
      const detail = `Test order ${made.number} was removed.`;
      const { number: orderNumber } = made;
      const row = activityRow({ when, orderId, orderNumber, event: 'test order', by: ports.person, detail });
      return {
        changes: [
          { change: 'update', tab: 'ledger', at: entry.at, row: blank },
          ...(at > 1 ? [{ change: 'delete', tab: 'orders', at, was: { 'Order ID': orderId } } as const] : []),
          { change: 'append', tab: 'activity', row },
        ],
        value: true,
      };
    },
  });
  return done.outcome === 'landed' && done.values[0];
};
