/**
 * What the statuses of a few orders should come to: a small model, written from the rules of docs/design.md 5 and not
 * from the program. It knows one order at a time: its status, what its two cells show, and which emails it is owed.
 */

export type Status = 'pending' | 'paid' | 'shipped' | 'cancelled';
export type Kind = 'receipt' | 'paid' | 'shipped' | 'cancelled';

const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['paid', 'cancelled'],
  paid: ['shipped', 'cancelled'],
  shipped: [],
  cancelled: [],
};

interface Stand {
  readonly status: Status;
  readonly shipping: string;
}

export interface ModelOrder {
  readonly id: string;
  readonly number: string;
  readonly email: string;
  readonly pickup: boolean;
  stand: Stand;
  previous: Stand | null;
  /** What columns L and Q show. */
  cellL: string;
  cellQ: string;
  hasRow: boolean;
  /** What the sweep has said of column L and still says: not possible, or part of a column that was sorted on its own. */
  flag: '' | 'told' | 'held';
  /** What column L showed when that was said. */
  toldOf: string;
  /** Emails that must have left by the end, each once. */
  readonly owed: Set<Kind>;
}

/** How a row comes to be looked at. */
export interface Look {
  /** Which columns an edit was seen in; none for the sweep. */
  readonly touched: readonly ('L' | 'Q')[];
  /** Old and new value of one typed cell. */
  readonly seen: readonly string[];
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

const statusIn = (text: string): Status | null => {
  const word = tidy(text);
  if (word === 'void') return 'cancelled';
  return word in NEXT ? (word as Status) : null;
};

const course = ({ pickup }: ModelOrder) => (pickup ? ['to pick up', 'picked up'] : ['to ship', 'shipped']);

const kindOf = (order: ModelOrder, status: Status): Kind | null => {
  if (status === 'pending') return null;
  return status === 'shipped' && order.pickup ? null : status;
};

const shippingAt = (order: ModelOrder, status: Status, now: string): string => {
  if (status === 'cancelled') return '';
  return status === 'shipped' ? (course(order)[1] ?? '') : now;
};

/** The steps from a status to another, with at most one that was seen between; null when there is no way. */
const wayTo = (from: Status, to: Status, seen: readonly string[]): Status[] | null => {
  if (from === to) return [];
  if (NEXT[from].includes(to)) return [to];
  const between = seen.map(statusIn).find((word) => word && NEXT[from].includes(word) && NEXT[word].includes(to));
  return between ? [between, to] : null;
};

const step = (order: ModelOrder, status: Status, announce = true): void => {
  order.previous = order.stand;
  order.stand = { status, shipping: shippingAt(order, status, order.stand.shipping) };
  const kind = kindOf(order, status);
  if (kind && announce) order.owed.add(kind);
};

const show = (order: ModelOrder, which: readonly ('L' | 'Q')[] = ['L', 'Q']): void => {
  if (which.includes('L')) order.cellL = order.stand.status;
  if (which.includes('Q')) order.cellQ = order.stand.shipping;
};

const tell = (order: ModelOrder): void => {
  order.flag = 'told';
  order.toldOf = order.cellL;
};

/** Whether the cells show the status before the last step. */
const isUndo = ({ previous, stand, cellL, cellQ }: ModelOrder): boolean => {
  if (!previous) return false;
  const backInL = tidy(cellL) === previous.status && tidy(cellL) !== stand.status;
  const backInQ = tidy(cellL) === stand.status && tidy(cellQ) === previous.shipping && tidy(cellQ) !== stand.shipping;
  return backInL || backInQ;
};

/** What happens to an order when its row is checked as it is. */
export const look = (order: ModelOrder, { touched, seen }: Look): void => {
  if (!order.hasRow) return;
  const status = statusIn(order.cellL);
  // What is held waits until its status is typed again: an edit of the other column says nothing of it.
  if (order.flag === 'held' && !touched.includes('L') && status && status !== order.stand.status) return;
  order.flag = '';
  const shipping = tidy(order.cellQ);
  if (status === order.stand.status && shipping === order.stand.shipping) {
    show(order);
    return;
  }
  if (isUndo(order) && order.previous) {
    const kind = kindOf(order, order.stand.status);
    if (!kind || !order.owed.has(kind)) {
      order.stand = order.previous;
      order.previous = null;
      show(order);
      return;
    }
    const column = tidy(order.cellL) === order.stand.status ? 'Q' : 'L';
    if (touched.includes(column)) show(order);
    else if (column === 'L') tell(order);
    return;
  }
  const before = order.stand.shipping;
  const way = status && wayTo(order.stand.status, status, seen);
  const refused: ('L' | 'Q')[] = [];
  if (way) for (const each of way) step(order, each);
  else refused.push('L');
  let steps = way?.length ?? 0;
  if (shipping !== before && shipping !== order.stand.shipping) {
    if (order.stand.status === 'paid' && shipping === course(order)[1]) {
      step(order, 'shipped');
      steps += 1;
    } else refused.push('Q');
  }
  const unseen = refused.filter((column) => !touched.includes(column));
  if (unseen.includes('L')) tell(order);
  const isWritten = steps > 0 || refused.length > unseen.length;
  if (isWritten)
    show(
      order,
      (['L', 'Q'] as const).filter((column) => !unseen.includes(column)),
    );
};

/**
 * The sweep over all rows. If some statuses went forward and others went back, all unseen, it looks as if a column was
 * sorted on its own: they're held until someone types them again or they're back to what they were.
 */
export const sweepOver = (orders: readonly ModelOrder[]): void => {
  const moved = orders.flatMap((order) => {
    const status = statusIn(order.cellL);
    if (!order.hasRow || !status || status === order.stand.status) return [];
    return [{ order, forward: NEXT[order.stand.status].includes(status) }];
  });
  const strange = orders.filter((order) => {
    if (!order.hasRow) return false;
    const isBackward = moved.some((each) => each.order === order && !each.forward);
    return order.flag === '' ? isBackward : order.cellL.trim() !== order.toldOf.trim();
  });
  const isSortedAlone = moved.some(
    ({ order, forward }) => forward && order.flag !== 'held' && strange.some((other) => other !== order),
  );
  if (isSortedAlone) for (const { order } of moved) order.flag = 'held';
  const held = new Set(moved.filter(({ order }) => order.flag === 'held').map(({ order }) => order));
  for (const order of orders) if (!held.has(order)) look(order, { touched: [], seen: [] });
  for (const order of orders) order.toldOf = order.cellL;
};

/** A status asked for by a program or the menu; says whether the order could go there. */
export const ask = (
  order: ModelOrder,
  status: Status,
  { through = [], oneEmail = false }: { readonly through?: readonly string[]; readonly oneEmail?: boolean } = {},
): boolean => {
  const seen = order.hasRow ? [order.cellL, ...through] : through;
  const way = wayTo(order.stand.status, status, seen);
  if (!way) return false;
  const last = [...way].reverse().find((each) => kindOf(order, each) !== null);
  for (const each of way) step(order, each, !oneEmail || each === last);
  if (way.length > 0) {
    show(order);
    order.flag = '';
  }
  return true;
};

/** One step back by the menu. */
export const stepBack = (order: ModelOrder): void => {
  const { status } = order.stand;
  if (status === 'pending') return;
  const start = course(order)[0] ?? '';
  const known = order.previous ?? { status: 'pending' as const, shipping: start };
  const back: Readonly<Record<Status, Stand>> = {
    pending: order.stand,
    paid: { status: 'pending', shipping: start },
    shipped: { status: 'paid', shipping: start },
    cancelled: known,
  };
  order.stand = back[status];
  order.previous = null;
  order.flag = '';
  show(order);
};
