import { Clock, Office, World } from 'local-apps-script';
import { CPS } from '../../../demo/cps';
import { NOW } from '../../support/office';
import { openShop, PAUL, type Shop, shopOn } from '../../support/shop';
import type { Command, Weather } from './commands';
import { ask, type Kind, look, type ModelOrder, type Status, stepBack, sweepOver } from './reference';

const MINUTE = 60_000;
const ORDERS = 6;

/** A shop with six pending orders, as JSON: each run begins with a copy. */
export interface Beginning {
  readonly world: ReturnType<World['toJSON']>;
  readonly orders: readonly ModelOrder[];
}

const modelOrder = (
  answer: { orderId?: string; orderNumber?: string },
  email: string,
  pickup: boolean,
): ModelOrder => ({
  id: String(answer.orderId),
  number: String(answer.orderNumber),
  email,
  pickup,
  stand: { status: 'pending', shipping: pickup ? 'to pick up' : 'to ship' },
  previous: null,
  cellL: 'pending',
  cellQ: pickup ? 'to pick up' : 'to ship',
  hasRow: true,
  flag: '',
  toldOf: '',
  owed: new Set<Kind>(['receipt']),
});

const bodyOf = (index: number, pickup: boolean) => ({
  ...PAUL,
  orderId: `order-${index}`,
  customerName: `Customer ${'zyxwvutsrq'.charAt(index % 10)}${index}`,
  email: `customer${index}@example.com`,
  ...(pickup ? { fulfillmentType: 'pickup', street: '', apartment: '', city: '', state: '', zipCode: '' } : {}),
  items: [{ photoNumber: String(1000 + index), qty4x6: 1 + (index % 4) }],
});

export const begin = async (): Promise<Beginning> => {
  const shop = await openShop();
  const orders: ModelOrder[] = [];
  for (let index = 0; index < ORDERS; index++) {
    const pickup = index % 3 === 2;
    const body = bodyOf(index, pickup);
    orders.push(modelOrder(await shop.post(body), body.email, pickup));
  }
  return { world: JSON.parse(JSON.stringify(shop.office.world.toJSON())), orders };
};

const copyOf = (order: ModelOrder): ModelOrder => ({ ...order, owed: new Set(order.owed) });

/** What went another way than the model says. */
export class Disagreement extends Error {}

const insist = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Disagreement(sentence);
};

/** The product and the model side by side. */
class Run {
  orders: ModelOrder[];
  readonly shop: Shop;
  private readonly office: Office;

  constructor(beginning: Beginning, script: string, seed: number) {
    const clock = new Clock();
    clock.freeze(Date.parse(NOW));
    const world = new World(clock);
    world.restore(JSON.parse(JSON.stringify(beginning.world)));
    world.switches.apiQuota = false;
    this.office = new Office({ ...CPS, world, script, transport: 'direct', seed });
    this.shop = shopOn(this.office);
    this.orders = beginning.orders.map(copyOf);
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** A command and what the model says of it; then both must agree. */
  async perform(command: Command): Promise<void> {
    const weather = 'weather' in command ? command.weather : null;
    if (weather) await this.sweep();
    if (weather) this.office.addFault(weather);
    const before = this.orders.map(copyOf);
    this.typed.clear();
    await this.act(command);
    this.office.clearFaults();
    this.office.world.switches.editEvents = 'arrive';
    if (weather) await this.settle(weather, before);
    this.compare(`after ${JSON.stringify(command)}`);
  }

  /**
   * After bad weather, a lease ends and sweeps catch up. If the handler of an edit died, it's as if its event had been
   * lost, and a cell that should have been reverted may be flagged instead.
   */
  private async settle(weather: Weather, before: readonly ModelOrder[]): Promise<void> {
    for (let times = 0; times < 3; times++) await this.office.advance(5 * MINUTE);
    sweepOver(this.orders);
    if (this.typed.size > 0 && !this.agrees(this.orders)) {
      const unhandled = before.map(copyOf);
      for (const order of unhandled) {
        order.cellL = this.typed.get(`${order.id} L`) ?? order.cellL;
        order.cellQ = this.typed.get(`${order.id} Q`) ?? order.cellQ;
      }
      sweepOver(unhandled);
      if (this.agrees(unhandled)) this.orders = unhandled;
    }
    const rows = this.rowsById();
    for (const order of this.orders) {
      const row = rows.get(order.id);
      if (!row) continue;
      const check = (column: 'L' | 'Q', header: string, expected: string, stand: string): string => {
        const shown = String(row.cells[header]);
        const allowed = [expected, stand, this.typed.get(`${order.id} ${column}`)];
        insist(
          allowed.includes(shown),
          `${order.number} shows ${JSON.stringify(shown)} in ${header} after ${JSON.stringify(weather)}, not one of ${JSON.stringify(allowed)}`,
        );
        return shown;
      };
      order.cellL = check('L', 'Status', order.cellL, order.stand.status);
      order.cellQ = check('Q', 'Shipping Status', order.cellQ, order.stand.shipping);
    }
  }

  /** What was typed last into a cell, by order and column. */
  private readonly typed = new Map<string, string>();

  private async sweep(): Promise<void> {
    await this.office.advance(5 * MINUTE);
    sweepOver(this.orders);
  }

  private pick(index: number): ModelOrder {
    const order = this.orders[index % this.orders.length];
    if (!order) throw new Error('there are no orders');
    return order;
  }

  private rows(): { at: number; cells: Record<string, unknown> }[] {
    return this.shop.rows('Orders').map((cells, index) => ({ at: index + 2, cells }));
  }

  private rowsById() {
    return new Map(this.rows().map((row) => [String(row.cells['Order ID']), row]));
  }

  private rowOf(order: ModelOrder) {
    return this.rows().find(({ cells }) => cells['Order ID'] === order.id);
  }

  private set(order: ModelOrder, column: 'L' | 'Q', value: string): void {
    this.typed.set(`${order.id} ${column}`, value);
    if (column === 'L') order.cellL = value;
    else order.cellQ = value;
  }

  private async act(command: Command): Promise<void> {
    switch (command.do) {
      case 'post':
        return this.post(command.pickup);
      case 'sweep':
        return this.sweep();
      case 'type':
        return this.type(this.pick(command.order), command.column, command.value, command.event === 'lost');
      case 'type fast':
        return this.typeFast(command);
      case 'type and undo':
        return this.typeAndUndo(this.pick(command.order), command.value);
      case 'paste':
        return this.paste(command.from, command.values, command.event === 'lost');
      case 'sort':
        await this.office.rows({
          sheet: 'Orders',
          action: 'sort',
          column: command.column,
          ascending: command.ascending,
        });
        return;
      case 'sort some columns':
        return this.tear(command.columns, command.by);
      case 'paste over':
        return this.pasteOver(command.from, command.over, command.event === 'lost');
      case 'delete row':
        return this.deleteRow(this.pick(command.order), command.rebuild);
      case 'ask':
        return this.ask(this.pick(command.order), command.status);
      case 'mark':
        return this.mark(this.pick(command.order), command.mark);
      case 'step back':
        return this.stepBack(this.pick(command.order));
      default:
        return command satisfies never;
    }
  }

  private async post(pickup: boolean): Promise<void> {
    const body = bodyOf(this.orders.length, pickup);
    const answer = await this.retried(() => this.shop.post(body));
    this.orders.push(modelOrder(answer, body.email, pickup));
  }

  private async retried(send: () => Promise<{ ok: boolean; retry?: unknown; code?: string }>) {
    for (let times = 0; times < 5; times++) {
      const answer = await send().catch(() => ({ ok: false, retry: true }));
      if (answer.ok || answer.retry !== true) return answer as { ok: boolean; code?: string; orderId?: string };
      await this.office.advance(MINUTE);
    }
    throw new Disagreement('the platform was turned away five times');
  }

  private async type(order: ModelOrder, column: 'L' | 'Q', value: string, isLost: boolean): Promise<void> {
    const row = this.rowOf(order);
    if (!row) return;
    const old = column === 'L' ? order.cellL : order.cellQ;
    this.set(order, column, value);
    this.office.world.switches.editEvents = isLost ? 'lost' : 'arrive';
    await this.shop.type(`${column}${row.at}`, value);
    if (!isLost) look(order, { touched: [column], seen: column === 'L' ? [old, value] : [] });
  }

  /** Two values within a second: one event may be lost, the other one's handler is late. */
  private async typeFast(command: Extract<Command, { do: 'type fast' }>): Promise<void> {
    const order = this.pick(command.order);
    const row = this.rowOf(order);
    if (!row) return;
    const { switches } = this.office.world;
    const old = order.cellL;
    switches.editEvents = command.lost === 'first' ? 'lost' : 'late';
    await this.shop.type(`L${row.at}`, command.first);
    switches.editEvents = command.lost === 'second' ? 'lost' : 'late';
    await this.shop.type(`L${row.at}`, command.second);
    this.set(order, 'L', command.second);
    await this.office.advance(0);
    if (command.lost !== 'first') look(order, { touched: ['L'], seen: [old, command.first] });
    if (command.lost !== 'second') look(order, { touched: ['L'], seen: [command.first, command.second] });
  }

  private async typeAndUndo(order: ModelOrder, value: string): Promise<void> {
    const row = this.rowOf(order);
    if (!row) return;
    const old = order.cellL;
    await this.type(order, 'L', value, false);
    const shown = order.cellL;
    await this.office.undo();
    this.set(order, 'L', old);
    look(order, { touched: ['L'], seen: [shown, old] });
  }

  private async paste(from: number, values: readonly string[], isLost: boolean): Promise<void> {
    const rows = this.rows();
    const first = from % rows.length;
    const pasted = values.slice(0, rows.length - first);
    const hit = pasted.map((value, index) => ({
      value,
      order: this.orders.find(({ id }) => id === rows[first + index]?.cells['Order ID']),
    }));
    if (pasted.length < 2) return;
    this.office.world.switches.editEvents = isLost ? 'lost' : 'arrive';
    for (const { order, value } of hit) if (order) this.set(order, 'L', value);
    await this.shop.type(
      `L${first + 2}`,
      pasted.map((value) => [value]),
    );
    if (!isLost) for (const { order } of hit) if (order) look(order, { touched: ['L'], seen: [] });
  }

  /** A sort of some columns only: nobody is emailed, no order moves; then Ctrl+Z. */
  private async tear(columns: string, by: string): Promise<void> {
    await this.sweep();
    await this.sweep();
    const emailed = this.shop.emails().length;
    const [left, right] = columns.split(':');
    const rows = this.rows();
    const before = new Map(this.orders.map(({ id, cellL, cellQ }) => [id, [cellL, cellQ] as const]));
    await this.office.rows({
      sheet: 'Orders',
      action: 'sort',
      column: by,
      range: `${left}2:${right}${rows.length + 1}`,
    });
    const after = this.rows();
    const moved = rows.filter(({ at, cells }) => after[at - 2]?.cells['Order ID'] !== cells['Order ID']);
    this.seeSortedAlone(columns);
    await this.office.advance(5 * MINUTE);
    insist(this.shop.emails().length === emailed, `a sort of ${columns} by ${by} emailed somebody`);
    this.compareLedger(`while ${columns} are sorted by ${by}`);
    if (columns === 'A:A') this.repaired(moved.map(({ cells }) => cells['Order ID']));
    else await this.undoSeen(columns === 'A:K' ? [] : columns === 'L:L' ? ['L'] : ['L', 'Q'], before);
    await this.sweep();
  }

  /** Ids that were sorted on their own are given back with the statuses of their orders. */
  private repaired(ids: readonly unknown[]): void {
    for (const order of this.orders.filter(({ id }) => ids.includes(id))) {
      order.cellL = order.stand.status;
      order.cellQ = order.stand.shipping;
      order.flag = '';
    }
  }

  /** What the sweep reports about rows whose columns were sorted on their own; no order moves. */
  private seeSortedAlone(columns: string): void {
    if (columns === 'A:A') return;
    const stands = this.orders.map(({ stand }) => stand);
    this.showAsInSheet();
    if (columns === 'C:R') {
      for (const order of this.orders) {
        order.flag = order.cellL === order.stand.status && order.cellQ === order.stand.shipping ? '' : 'told';
        order.toldOf = order.cellL;
      }
    } else sweepOver(this.orders);
    insist(
      this.orders.every(({ stand }, index) => stand === stands[index]),
      `the model itself moves an order when ${columns} are sorted`,
    );
  }

  private showAsInSheet(): void {
    const rows = this.rowsById();
    for (const order of this.orders) {
      const row = rows.get(order.id);
      if (row) [order.cellL, order.cellQ] = [String(row.cells.Status), String(row.cells['Shipping Status'])];
    }
  }

  /** Ctrl+Z of a block is an edit of all its rows; one that touches neither status column is left to the sweep. */
  private async undoSeen(
    touched: readonly ('L' | 'Q')[],
    before: ReadonlyMap<string, readonly [string, string]>,
  ): Promise<void> {
    await this.office.undo();
    for (const order of this.orders) {
      [order.cellL, order.cellQ] = before.get(order.id) ?? [order.cellL, order.cellQ];
      if (touched.length > 0) look(order, { touched, seen: [] });
    }
  }

  /** A block of one order pasted over another, statuses included; then Ctrl+Z. */
  private async pasteOver(from: number, over: number, isLost: boolean): Promise<void> {
    await this.sweep();
    await this.sweep();
    const [source, target] = [this.pick(from), this.pick(over)];
    const [sourceRow, targetRow] = [this.rowOf(source), this.rowOf(target)];
    if (!sourceRow || !targetRow || source === target) return;
    const emailed = this.shop.emails().length;
    const headers = Object.keys(sourceRow.cells);
    const block = headers.slice(2, 12).map((header) => sourceRow.cells[header] as string);
    this.office.world.switches.editEvents = isLost ? 'lost' : 'arrive';
    await this.shop.type(`C${targetRow.at}`, [block]);
    await this.office.advance(5 * MINUTE);
    insist(this.shop.emails().length === emailed, `a block pasted over ${target.number} emailed somebody`);
    this.compareLedger(`while ${source.number} is pasted over ${target.number}`);
    this.office.world.switches.editEvents = 'arrive';
    await this.office.undo();
    look(target, { touched: ['L'], seen: [] });
    await this.sweep();
  }

  private async deleteRow(order: ModelOrder, rebuild: boolean): Promise<void> {
    const row = this.rowOf(order);
    if (row && this.rows().length > 2) {
      await this.office.rows({ sheet: 'Orders', action: 'delete', row: row.at });
      order.hasRow = false;
    }
    if (!rebuild) return;
    await this.sweep();
    await this.office.menu({ item: 'Data > Rebuild missing rows' });
    for (const each of this.orders.filter(({ hasRow }) => !hasRow)) {
      each.hasRow = true;
      each.cellL = each.stand.status;
      each.cellQ = each.stand.shipping;
    }
  }

  private async ask(order: ModelOrder, status: 'paid' | 'shipped' | 'cancelled'): Promise<void> {
    const before: Status = order.stand.status;
    const body = { route: 'orders/status', orderId: order.id, status };
    const answer = await this.retried(() => this.shop.post(body));
    const allowed = ask(order, status);
    insist(
      answer.ok === allowed,
      `${order.number} from ${before} to ${status} by the API: ${JSON.stringify(answer)}, the model says ${allowed}`,
    );
  }

  private async mark(order: ModelOrder, mark: 'paid' | 'paid and shipped'): Promise<void> {
    const row = this.rowOf(order);
    if (!row) return;
    this.office.select({ sheet: 'Orders', range: `B${row.at}` });
    this.office.willAnswer('OK');
    await this.office.menu({ item: `Mark selection > ${mark}` });
    this.office.world.ui.prepared.splice(0);
    const isShipping = mark === 'paid and shipped';
    const isDone = ask(order, isShipping ? 'shipped' : 'paid', { through: isShipping ? ['paid'] : [], oneEmail: true });
    if (isDone && order.hasRow) {
      order.cellL = order.stand.status;
      order.cellQ = order.stand.shipping;
    }
  }

  private async stepBack(order: ModelOrder): Promise<void> {
    const row = this.rowOf(order);
    if (!row) return;
    this.office.select({ sheet: 'Orders', range: `B${row.at}` });
    this.office.willAnswer('YES');
    this.office.willAnswer('OK');
    await this.office.menu({ item: 'Step back' });
    this.office.world.ui.prepared.splice(0);
    stepBack(order);
  }

  private agrees(orders: readonly ModelOrder[]): boolean {
    const ledger = new Map(this.shop.rows('Ledger').map((row) => [row['Order ID'], row]));
    return orders.every(({ id, stand }) => {
      const row = ledger.get(id);
      return row?.Status === stand.status && row['Shipping Status'] === stand.shipping;
    });
  }

  /** Whom the program would email about an order: only its customer, whatever the row says. */
  private compareLedger(when: string): void {
    const ledger = new Map(this.shop.rows('Ledger').map((row) => [row['Order ID'], row]));
    for (const { id, number, email, stand } of this.orders) {
      const row = ledger.get(id);
      insist(
        row?.Status === stand.status && row['Shipping Status'] === stand.shipping,
        `${number} is ${row?.Status}, ${row?.['Shipping Status']} ${when}; the model says ${stand.status}, ${stand.shipping}`,
      );
      insist(
        String(row?.Order).includes(`"${email}"`),
        `the Ledger has another address than ${email} for ${number} ${when}`,
      );
    }
  }

  /** Same statuses, same cells; nobody has another's email, nobody has an email twice. */
  compare(when: string): void {
    this.compareLedger(when);
    const rows = this.rowsById();
    for (const order of this.orders) {
      const row = rows.get(order.id);
      insist((row !== undefined) === order.hasRow, `${order.number} has ${row ? 'a' : 'no'} row ${when}`);
      if (!row) continue;
      insist(
        row.cells.Status === order.cellL && row.cells['Shipping Status'] === order.cellQ,
        `${order.number} shows ${row.cells.Status}, ${row.cells['Shipping Status']} ${when}; the model says ${order.cellL}, ${order.cellQ}`,
      );
      insist(row.cells.Email === order.email, `the row of ${order.number} carries ${row.cells.Email} ${when}`);
    }
    this.compareEmails(when, false);
  }

  compareEmails(when: string, isEnd: boolean): void {
    const unsure = new Set(
      this.shop
        .rows('Outbox')
        .filter(({ State }) => State === 'unsure')
        .map(({ Key }) => String(Key)),
    );
    const emails = this.shop.emails().filter(({ to }) => to.endsWith('@example.com'));
    const byOrder = new Map(this.orders.map((order) => [order.email, order]));
    const seen = new Map<string, number>();
    for (const { to, subject, text } of emails) {
      const order = byOrder.get(to);
      insist(
        order !== undefined && `${subject} ${text}`.includes(order.number),
        `an email to ${to} is not about its order: ${subject} ${when}`,
      );
      const key = `${kindOf(subject)} ${order?.id}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    for (const order of this.orders) {
      for (const kind of ['receipt', 'paid', 'shipped', 'cancelled'] as const) {
        const count = seen.get(`${kind} ${order.id}`) ?? 0;
        const isOwed = order.owed.has(kind);
        const isUnsure = unsure.has(`${kind}:${order.id}:1`);
        insist(count <= (isOwed ? 1 : 0), `${order.number} has ${count} emails "${kind}" ${when}`);
        if (isEnd) insist(count === 1 || !isOwed || isUnsure, `${order.number} never had its email "${kind}" ${when}`);
      }
    }
  }

  async end(): Promise<void> {
    for (let times = 0; times < 4; times++) await this.sweep();
    this.compare('in the end');
    this.compareEmails('in the end', true);
  }
}

const SUBJECTS: readonly (readonly [Kind, RegExp])[] = [
  ['receipt', /We have your order/],
  ['paid', /payment/],
  ['shipped', /on their way/],
  ['cancelled', /was canceled/],
];

const kindOf = (subject: string): Kind | null => SUBJECTS.find(([, pattern]) => pattern.test(subject))?.[0] ?? null;

/** Carries commands out against the product in a folder and against the model. @throws Disagreement */
export const carryOut = async (
  beginning: Beginning,
  script: string,
  commands: readonly Command[],
  seed: number,
  onDisagreement: (shop: Shop, error: unknown) => void = () => {},
): Promise<void> => {
  const run = new Run(beginning, script, seed);
  try {
    for (const command of commands) await run.perform(command);
    await run.end();
  } catch (error) {
    onDisagreement(run.shop, error);
    throw error;
  } finally {
    await run.close();
  }
};
