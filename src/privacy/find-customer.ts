import type { RestorePorts } from '../backup/restore';
import { hereOf } from '../backup/restore-source';
import type { Snapshot, TabTexts } from '../core/file-ports';
import { OPERATOR } from '../core/roles';
import type { StaffPorts } from '../core/staff-ports';
import { RESTORE } from '../core/words';
import { isErased } from '../domain/erased';
import { mailboxOf } from '../domain/mailbox';
import { ForPeople } from '../rpc/rpc';
import type { LedgerEntry } from '../workbook/ledger-row';
import { TABS } from '../workbook/tabs';
import { ordersOf, unclearRows } from './erase-changes';
import { addressedTo } from './erased-emails';
import { activityOf } from './lines';
import { ANY_ADDRESS } from './patterns';
import { traitsIn, whoseRefused } from './refused';
import { type Besides, type CustomersOrder, type Person, personOf, plain, type Traits } from './scrub';
import { cellOf, eachRow, headersOf } from './tab-rows';
import type { Trace } from './trace';
import { tracesOf } from './traces';

export type ErasePorts = RestorePorts & Pick<StaffPorts, 'texts'>;

/** A trace with the key by which staff choose it: another one once what's there has changed. */
export interface KeyedTrace extends Trace {
  readonly key: string;
}

/** A customer, and everything in the sheet that is theirs or may be. */
export interface Found {
  readonly orders: readonly CustomersOrder[];
  readonly person: Person;
  /** What the person was made of, besides the orders. */
  readonly besides: Besides;
  /** Ids of orders that staff have said are theirs. */
  readonly chosenOrders: ReadonlySet<string>;
  readonly traces: readonly KeyedTrace[];
}

/** Each tab is read once, however often it is looked through. */
const readOnce = (texts: TabTexts): TabTexts => {
  const known = new Map<string, unknown>();
  const once = <T>(key: string, read: () => T): T => {
    if (!known.has(key)) known.set(key, read());
    return known.get(key) as T;
  };
  return {
    names: () => once('', () => texts.names()),
    block: (tab, from, count) => once(`block ${from} ${count} ${tab}`, () => texts.block(tab, from, count)),
    formulas: (tab, row) => once(`formulas ${row} ${tab}`, () => texts.formulas(tab, row)),
    notes: (tab) => once(`notes ${tab}`, () => texts.notes(tab)),
    helps: (tab) => once(`helps ${tab}`, () => texts.helps(tab)),
    replace: (...args) => texts.replace(...args),
    replaceNote: (...args) => texts.replaceNote(...args),
  };
};

/** The customer's orders. @throws ForPeople while a row leaves open whose order it is. */
export const clearOrders = (
  snapshot: Snapshot,
  email: string,
  chosen: ReadonlySet<string>,
): readonly CustomersOrder[] => {
  const orders = ordersOf(snapshot, email, chosen);
  const unclear = unclearRows(snapshot, orders, email);
  if (unclear.length === 0) return orders;
  const [rows, they] = unclear.length === 1 ? ['Row', 'it'] : ['Rows', 'them'];
  throw new ForPeople(
    `${rows} ${unclear.join(', ')} of ${TABS.orders.name}: the email belongs to another order, or the row is flagged. Please fix ${they} first (${RESTORE}). Nothing was changed.`,
  );
};

/** What refused requests that are surely the customer's tell of them. */
const refusedTraits = (texts: TabTexts, person: Person): Traits[] => {
  const tab = TABS.rejected.name;
  if (!texts.names().includes(tab)) return [];
  const headers = headersOf(texts, tab);
  const found: Traits[] = [];
  eachRow(texts, tab, (cells) => {
    const cell = cellOf(headers, cells);
    const traits = whoseRefused(cell, person) === 'theirs' ? traitsIn(cell) : null;
    if (traits) found.push(traits);
  });
  return found;
};

/** Addresses that emails about the orders went to, but for those of staff and of other customers. */
const reached = (
  ports: ErasePorts,
  texts: TabTexts,
  orders: readonly CustomersOrder[],
  others: ReadonlySet<string>,
): string[] => {
  const ids = new Set(orders.map(({ entry }) => entry.order.id));
  const keys = new Set(orders.flatMap(({ entry: { order } }) => [order.id, order.number]));
  const lines = activityOf(texts, keys);
  const staff = new Set(
    [ports.person, ports.properties.all()[OPERATOR] ?? '', ...lines.map(({ by }) => by)].map(plain),
  );
  const told = lines.flatMap(({ detail }) => detail.match(ANY_ADDRESS) ?? []);
  const sent = addressedTo(ports.outbox.all(ports.workbook.read()), ids);
  return [...new Set([...sent, ...told].map(plain))].filter((each) => each && !staff.has(each) && !others.has(each));
};

/** Orders of other addresses that may be the customer's. */
const alike = (
  snapshot: Snapshot,
  orders: readonly CustomersOrder[],
  person: Person,
  sentTo: ReadonlySet<string>,
): Trace[] => {
  const theirs = new Set(orders.map(({ entry }) => entry.order.id));
  const mailboxes = new Set([...person.emails].map(mailboxOf));
  const why = ({ order: { customer, address } }: LedgerEntry): string => {
    if (mailboxes.has(mailboxOf(customer.email))) return 'the same mailbox, written differently';
    if (sentTo.has(plain(customer.email))) return 'an email about one of their orders went to this address';
    return person.inCommon({
      ...{ name: customer.name, phone: customer.phone },
      street: [address.street, address.unit].filter(Boolean).join(', '),
    });
  };
  return [...hereOf(snapshot).ledger].flatMap(([id, { at, entry }]): Trace[] => {
    if (!entry || theirs.has(id) || isErased(entry.order)) return [];
    const reason = why(entry);
    if (reason === '') return [];
    const { number, customer } = entry.order;
    return [
      {
        ...{ what: 'order', tab: TABS.ledger.name, row: at, column: 0, where: `Order ${number}`, text: id },
        ...{ shown: `${customer.name}, ${customer.email}`, why: reason, isTheirs: false, isLikely: false },
      },
    ];
  });
};

/** Each chosen order or request may tell more, by which more is found. */
const MOST_ROUNDS = 6;

/**
 * Looks for a customer everywhere; changes nothing.
 * @param chosen keys of traces that staff have said are theirs.
 * @throws ForPeople while a row leaves open whose order it is.
 */
export const findCustomer = (ports: ErasePorts, email: string, chosen: ReadonlySet<string>): Found => {
  const texts = readOnce(ports.texts);
  const snapshot = ports.snapshots.read(ports.liveId);
  const keyed = (trace: Trace): KeyedTrace => {
    const { what, tab, row, column, where, text, isTheirs } = trace;
    const place = isTheirs ? where : what === 'order' ? '' : `${row} ${column}`;
    return { ...trace, key: ports.crypto.sha256([what, tab, place, text].join('\n')).slice(0, 16) };
  };
  let [chosenOrders, refused]: [ReadonlySet<string>, readonly string[]] = [new Set<string>(), []];
  for (let round = 1; ; round++) {
    const orders = clearOrders(snapshot, email, chosenOrders);
    const theirs = new Set(orders.map(({ entry }) => entry.order.id));
    const others = new Set(
      [...hereOf(snapshot).ledger].flatMap(([id, { entry }]) =>
        entry && !theirs.has(id) ? [plain(entry.order.customer.email)] : [],
      ),
    );
    const all = reached(ports, texts, orders, new Set());
    const emails = all.filter((each) => !others.has(each));
    const known = personOf(orders, email, { emails, traits: [], refused });
    const besides: Besides = { emails, refused, traits: refusedTraits(texts, known) };
    const person = personOf(orders, email, besides);
    const traces = [...alike(snapshot, orders, person, new Set(all)), ...tracesOf(texts, person)].map(keyed);
    const isChosen = ({ key }: KeyedTrace): boolean => chosen.has(key);
    const more = traces.filter(({ what }) => what === 'order').filter(isChosen);
    const posts = traces.filter(({ what }) => what === 'refused').filter(isChosen);
    if (more.length + posts.length === 0 || round === MOST_ROUNDS)
      return { orders, person, besides, chosenOrders, traces };
    chosenOrders = new Set([...chosenOrders, ...more.map(({ text }) => text)]);
    refused = [...refused, ...posts.map(({ text }) => text)];
  }
};
