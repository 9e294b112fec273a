import { Clock, type ExecutionRecord, Office } from 'local-apps-script';
import { CPS, PEOPLE } from '../cps';
import { ageOrders, fillSheet } from './big-sheet';
import type { OperationName } from './budgets';
import { openReport, REPORT } from './report-dialog';
import { TracedWorld } from './traced-world';

/** What one operation took at one size. Times are milliseconds. */
export interface Measured {
  readonly operation: OperationName;
  readonly orders: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly total: number;
  readonly locked: number;
  readonly commits: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly apiBytes: number;
  readonly scriptTime: number;
  readonly estimatedTime: number;
}

const ORDER = {
  customerName: 'Paul Smith',
  street: '123 Main St',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [
    { photoNumber: '1234', qty4x6: 3 },
    { photoNumber: '1235', qty8x10: 1 },
  ],
};

/** Each order is another customer's: a customer gets a limited number of emails a day. */
const emailOf = (orderId: string): string => `${orderId}@example.com`;

const START = Date.parse('2026-10-02T15:00:00Z');
const PASTED = 500;
/** Recipients a day of a consumer account (docs/google.md G1). */
const DAILY_EMAILS = 100;
/** How many emails the quota allows during the paste; the figure counts them. */
const EMAILS = 20;

const post = async (office: Office, orderId: string): Promise<{ orderNumber: string }> => {
  const body = JSON.stringify({ ...ORDER, orderId, email: emailOf(orderId) });
  const response = await office.request({ method: 'POST', query: '', body, contentType: 'application/json' });
  const answer = JSON.parse(office.echo((response.location ?? '').split('/').pop() ?? '').body);
  if (!answer.ok) throw new Error(`an order of the bench was refused: ${JSON.stringify(answer)}`);
  return answer;
};

const get = (office: Office, query: string): Promise<unknown> => office.request({ method: 'GET', query });

/** A set-up sheet with a given number of orders, made at a moment in epoch milliseconds. */
export const openSheet = async (
  orders: number,
  now: number = START,
): Promise<{ office: Office; world: TracedWorld }> => {
  const clock = new Clock();
  clock.freeze(now);
  const world = new TracedWorld(clock);
  const office = new Office({ ...CPS, world, script: 'dist', transport: 'direct', seed: 1 });
  office.create();
  const { outcome } = await office.call('App.setUp');
  if (outcome.status !== 'completed') throw new Error(`the set-up failed: ${JSON.stringify(outcome)}`);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  const { orderNumber } = await post(office, 'order-1');
  const workbook = world.workbooks.get(office.bound);
  if (workbook && orders > 1) fillSheet(workbook, { orderId: 'order-1', orderNumber }, orders);
  return { office, world };
};

/** Opens a dialog; gives a way to call its methods. */
const openDialog = async (office: Office, handler: string) => {
  await office.call(handler);
  const { dialogs } = office.world.ui;
  const token = /data-token="([0-9a-f]{64})"/.exec(dialogs[dialogs.length - 1]?.html ?? '')?.[1] ?? '';
  return async (method: string, ...args: string[]): Promise<void> => {
    const { result } = (await office.run({ function: 'rpc', args: [token, method, ...args], as: 'operator' })) as {
      result?: { ok: boolean; error?: string };
    };
    if (!result?.ok) throw new Error(`${method} of the bench was refused: ${JSON.stringify(result)}`);
  };
};

/** Uses up the operator's email quota except for some. */
const leaveEmails = (world: TracedWorld, left: number): void => {
  const now = world.clock.now();
  const used = world.mailbox.used(PEOPLE.operator, now);
  world.mailbox.use(PEOPLE.operator, DAILY_EMAILS - used - left, now);
};

/** Runs each operation of docs/design.md 7.1 on a sheet of a given size. */
export const measure = async (orders: number): Promise<Measured[]> => {
  const { office, world } = await openSheet(orders);
  const measured: Measured[] = [];
  const run = async (operation: OperationName, work: () => Promise<unknown>): Promise<void> => {
    const before = office.records.length;
    const beganAt = performance.now();
    world.lockedCalls = 0;
    await work();
    measured.push(
      sumUp(operation, orders, office.records.slice(before), world.lockedCalls, performance.now() - beganAt),
    );
  };
  await office.advance(120_000);
  await run('accepted order with its receipt', () => post(office, 'new-order'));
  await run('the same order again', () => post(office, 'new-order'));
  const edit = (range: string, values: string[][]) => office.edit({ sheet: 'Orders', range, values });
  await run('one edited status with its email', () => edit('L2', [['paid']]));
  await run('an edit outside the watched columns', () => edit('T2', [['own note']]));
  await get(office, 'route=orders%2Fpaid');
  await run('a cached read', () => get(office, 'route=orders%2Fpaid'));
  // Two sweeps settle what the others left behind; the next one finds everything as they left it.
  await office.advance(11 * 60_000);
  await run('a sweep that finds nothing new', () => office.call('App.sweep'));
  const call = await openDialog(office, 'App.showToday');
  await run('Today read fresh', () => call('today.read'));
  await run('Today from the cache', () => call('today.read'));
  await run('an order looked for', () => call('orders.find', 'new-order'));
  await run('the card of an order', () => call('orders.card', 'new-order'));
  await run('a note kept with an order', () => call('orders.note', 'new-order', 'Calls back on Monday.'));
  await run('what waits', () => call('emails.waiting'));
  const callDialog = await openReport(office);
  ageOrders(world.workbooks.get(office.bound), START);
  await run('a report over two years of orders', () => callDialog('report.make', REPORT));
  leaveEmails(world, EMAILS);
  const pasted = Math.min(PASTED, orders - 2);
  const values = Array.from({ length: pasted }, () => ['paid']);
  await run('a paste of 500 statuses with 20 emails', () => edit(`L3:L${pasted + 2}`, values));
  await office.close();
  return measured;
};

const sumUp = (
  operation: OperationName,
  orders: number,
  records: readonly ExecutionRecord[],
  locked: number,
  scriptTime: number,
): Measured => {
  const calls: Record<string, number> = {};
  for (const record of records) {
    for (const [name, count] of Object.entries(record.calls)) calls[name] = (calls[name] ?? 0) + count;
  }
  const sum = (pick: (record: ExecutionRecord) => number) => records.reduce((total, record) => total + pick(record), 0);
  const failed = records.find((record) => record.status !== 'completed');
  if (failed) throw new Error(`${operation}: ${failed.function} ${failed.status}: ${failed.error}`);
  return {
    operation,
    orders,
    calls,
    total: Object.values(calls).reduce((total, count) => total + count, 0),
    locked,
    commits: calls['Sheets.Spreadsheets.batchUpdate'] ?? 0,
    cellsRead: sum((record) => record.cellsRead),
    cellsWritten: sum((record) => record.cellsWritten),
    apiBytes: sum((record) => record.apiBytes),
    scriptTime: Math.round(scriptTime),
    estimatedTime: Math.round(sum((record) => record.cost)),
  };
};
