/** The statuses of an order, column L, in the order in which people meet them (docs/design.md 5). */
export const ORDER_STATUSES = ['pending', 'paid', 'shipped', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** All of them, for people: `pending, paid, shipped or cancelled`. */
export const STATUS_WORDS = `${ORDER_STATUSES.slice(0, -1).join(', ')} or ${ORDER_STATUSES.slice(-1)[0]}`;

/** The status of a new order. */
export const FIRST_STATUS: OrderStatus = ORDER_STATUSES[0];

/** How an order reaches its customer, column F. */
export const FULFILLMENTS = ['ship', 'pickup'] as const;
export type Fulfillment = (typeof FULFILLMENTS)[number];

/** The statuses of column Q; empty when cancelled (docs/design.md 5). */
export const SHIPPING_STATUSES = ['to ship', 'shipped', 'to pick up', 'picked up'] as const;
export type ShippingStatus = (typeof SHIPPING_STATUSES)[number];

/** Where column Q begins and ends for each kind of fulfillment. */
export const SHIPPING_COURSE: Readonly<
  Record<Fulfillment, { readonly start: ShippingStatus; readonly end: ShippingStatus }>
> = {
  ship: { start: 'to ship', end: 'shipped' },
  pickup: { start: 'to pick up', end: 'picked up' },
};

/** The moments of an order that are kept for undo, emails and reports: names of fields of its Progress. */
export type Moment = 'paid' | 'shipped' | 'cancelled';

/** How far the work on an order is; the sheet has a color for each. */
export type Stage = 'waiting' | 'ready' | 'done' | 'over';

/** What the customer's page shows below its headline: a sentence, or something that is made from the order. */
type Below = 'amount due' | 'pickup place' | 'parcel' | 'refund' | 'nothing' | { readonly say: string };

/** What the customer's page shows of a status. */
interface CustomerView {
  readonly headline: string;
  readonly below: Below;
}

/** Everything that hangs on a status. Whoever wants to know something about one asks here. */
export interface StatusFacts {
  /** Which statuses may follow. Everything else goes through the menu's Step back. */
  readonly next: readonly OrderStatus[];
  /** Other spellings that are read as this status; in small letters. */
  readonly alsoWritten: readonly string[];
  /** Whether the customer still owes the total, it is earned, or the order is called off. */
  readonly money: 'owed' | 'earned' | 'off';
  /** Whether it is to be printed and handed over now: only then may column Q move on by itself. */
  readonly isOpen: boolean;
  /** Why it may not be printed: `42 is not paid`, and of one that was printable: `42 is not paid any more`. */
  readonly unprintable: { readonly is: string; readonly since: string } | null;
  /** What column Q shows: what stood there, the end of its course, or nothing. */
  readonly shipping: 'as before' | 'end' | 'none';
  /** The moments that surely lie behind such an order; reaching the status sets the last of them, once. */
  readonly moments: readonly Moment[];
  readonly stage: Stage;
  /** How many steps of the customer's page are done: ordered, paid, shipped; 0 hides them. */
  readonly stepsDone: 0 | 1 | 2 | 3;
  readonly shownAs: Readonly<Record<Fulfillment, CustomerView>>;
}

const both = (headline: string, below: Below): StatusFacts['shownAs'] => ({
  ship: { headline, below },
  pickup: { headline, below },
});

export const STATUS_FACTS: Readonly<Record<OrderStatus, StatusFacts>> = {
  pending: {
    next: ['paid', 'cancelled'],
    alsoWritten: [],
    money: 'owed',
    isOpen: false,
    unprintable: { is: 'is not paid', since: 'is not paid any more' },
    shipping: 'as before',
    moments: [],
    stage: 'waiting',
    stepsDone: 1,
    shownAs: both('We have your order', 'amount due'),
  },
  paid: {
    next: ['shipped', 'cancelled'],
    alsoWritten: [],
    money: 'earned',
    isOpen: true,
    unprintable: null,
    shipping: 'as before',
    moments: ['paid'],
    stage: 'ready',
    stepsDone: 2,
    shownAs: {
      ship: {
        headline: 'Thank you for your payment',
        below: { say: 'We are printing your photos and write to you when they are on their way.' },
      },
      pickup: { headline: 'Thank you for your payment', below: 'pickup place' },
    },
  },
  shipped: {
    next: [],
    alsoWritten: [],
    money: 'earned',
    isOpen: false,
    unprintable: null,
    shipping: 'end',
    moments: ['paid', 'shipped'],
    stage: 'done',
    stepsDone: 3,
    shownAs: {
      ship: { headline: 'Your prints are on their way', below: 'parcel' },
      pickup: { headline: 'Enjoy your prints!', below: 'nothing' },
    },
  },
  cancelled: {
    next: [],
    alsoWritten: ['void', 'canceled'],
    money: 'off',
    isOpen: false,
    unprintable: { is: 'is cancelled', since: 'has been cancelled' },
    shipping: 'none',
    moments: ['cancelled'],
    stage: 'over',
    stepsDone: 0,
    shownAs: both('This order is canceled', 'refund'),
  },
};

/** Everything that hangs on a shipping status. */
export interface ShippingFacts {
  readonly fulfillment: Fulfillment;
  /** Which shipping statuses may follow, once the order is open. */
  readonly next: readonly ShippingStatus[];
  /** Other spellings, in small letters; `ship` and `pickup` are what the API sends. */
  readonly alsoWritten: readonly string[];
  /** The status that column L takes with it; null: it stays. */
  readonly brings: OrderStatus | null;
  readonly stage: Stage;
}

export const SHIPPING_FACTS: Readonly<Record<ShippingStatus, ShippingFacts>> = {
  'to ship': { fulfillment: 'ship', next: ['shipped'], alsoWritten: ['ship'], brings: null, stage: 'ready' },
  shipped: { fulfillment: 'ship', next: [], alsoWritten: [], brings: 'shipped', stage: 'done' },
  'to pick up': {
    fulfillment: 'pickup',
    next: ['picked up'],
    alsoWritten: ['pickup', 'pick up'],
    brings: null,
    stage: 'ready',
  },
  'picked up': { fulfillment: 'pickup', next: [], alsoWritten: [], brings: 'shipped', stage: 'done' },
};

/** The stage that a word of column L or Q stands for; null: it is none of them. */
export const stageOf = (word: string): Stage | null =>
  STATUS_FACTS[word as OrderStatus]?.stage ?? SHIPPING_FACTS[word as ShippingStatus]?.stage ?? null;

/** Whether the prints have left the studio: shipped, or picked up. */
export const isHandedOver = (status: OrderStatus): boolean => STATUS_FACTS[status].shipping === 'end';

/** Where column Q stands once column L has a status; `now` is what stands there, or where its course begins. */
export const shippingAt = (
  status: OrderStatus,
  fulfillment: Fulfillment,
  now: ShippingStatus | null = SHIPPING_COURSE[fulfillment].start,
): ShippingStatus | null => {
  const { shipping } = STATUS_FACTS[status];
  return shipping === 'as before' ? now : shipping === 'end' ? SHIPPING_COURSE[fulfillment].end : null;
};

const reader =
  <Word extends string>(words: readonly Word[], facts: Readonly<Record<Word, { alsoWritten: readonly string[] }>>) =>
  (text: string): Word | null => {
    const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
    return words.find((word) => word === typed || facts[word].alsoWritten.includes(typed)) ?? null;
  };

/** Reads a status as typed: case and blanks do not matter, `void` (old rows) and `canceled` are `cancelled`. */
export const parseOrderStatus = reader(ORDER_STATUSES, STATUS_FACTS);

/** Reads a shipping status as typed or sent; the API value `ship` is `to ship`. Empty text is no status: null. */
export const parseShippingStatus = reader(SHIPPING_STATUSES, SHIPPING_FACTS);
