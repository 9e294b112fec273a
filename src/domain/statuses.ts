/** The statuses of an order, column L, in their usual sequence (docs/design.md 5). */
export const ORDER_STATUSES = ['pending', 'paid', 'shipped', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** All of them, ready to show: `pending, paid, shipped or cancelled`. */
export const STATUS_WORDS = `${ORDER_STATUSES.slice(0, -1).join(', ')} or ${ORDER_STATUSES.slice(-1)[0]}`;

/** The status of a new order. */
export const FIRST_STATUS: OrderStatus = ORDER_STATUSES[0];

/** How an order reaches its customer, column F. */
export const FULFILLMENTS = ['ship', 'pickup'] as const;
export type Fulfillment = (typeof FULFILLMENTS)[number];

/** The statuses of column Q; empty for a canceled order (docs/design.md 5). */
export const SHIPPING_STATUSES = ['to ship', 'shipped', 'to pick up', 'picked up'] as const;
export type ShippingStatus = (typeof SHIPPING_STATUSES)[number];

/** The first and last value of column Q for each kind of fulfillment. */
export const SHIPPING_COURSE: Readonly<
  Record<Fulfillment, { readonly start: ShippingStatus; readonly end: ShippingStatus }>
> = {
  ship: { start: 'to ship', end: 'shipped' },
  pickup: { start: 'to pick up', end: 'picked up' },
};

/** The moments of an order kept for undo, emails and reports: field names of its Progress. */
export type Moment = 'paid' | 'shipped' | 'cancelled';

/** How far along the work on an order is; the sheet has a color for each stage. */
export type Stage = 'waiting' | 'ready' | 'done' | 'over';

/** What the customer's page shows below its headline: a sentence, or something derived from the order. */
type Below = 'amount due' | 'pickup place' | 'parcel' | 'refund' | 'nothing' | { readonly say: string };

/** What the customer's page shows for a status. */
interface CustomerView {
  readonly headline: string;
  readonly below: Below;
}

/** Everything that depends on a status, in one place. */
export interface StatusFacts {
  /** The statuses that may follow. Anything else requires the menu's Step back. */
  readonly next: readonly OrderStatus[];
  /** Other accepted spellings of this status, in lower case. */
  readonly alsoWritten: readonly string[];
  /** Whether the customer still owes the total, it's earned, or the order is canceled. */
  readonly money: 'owed' | 'earned' | 'off';
  /** Whether it's ready to be printed and handed over; only then may column Q change on its own. */
  readonly isOpen: boolean;
  /** Why it can't be printed: `42 isn't paid`, or, if it was printable before, `42 isn't paid anymore`. */
  readonly unprintable: { readonly is: string; readonly since: string } | null;
  /** What column Q shows: its previous value, its final value, or nothing. */
  readonly shipping: 'as before' | 'end' | 'none';
  /** The moments an order with this status has surely passed; reaching the status sets the last of them, once. */
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
    unprintable: { is: "isn't paid", since: "isn't paid anymore" },
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
        headline: 'Thanks for your payment!',
        below: { say: 'We’re printing your photos and will email you when they ship.' },
      },
      pickup: { headline: 'Thanks for your payment!', below: 'pickup place' },
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
    unprintable: { is: 'is canceled', since: 'was canceled' },
    shipping: 'none',
    moments: ['cancelled'],
    stage: 'over',
    stepsDone: 0,
    shownAs: both('This order was canceled', 'refund'),
  },
};

/** Everything that depends on a shipping status. */
export interface ShippingFacts {
  readonly fulfillment: Fulfillment;
  /** The shipping statuses that may follow, once the order is open. */
  readonly next: readonly ShippingStatus[];
  /** Other accepted spellings, in lower case; `ship` and `pickup` are what the API sends. */
  readonly alsoWritten: readonly string[];
  /** The status that column L changes to along with it; null: it doesn't change. */
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

/** The stage of a value of column L or Q; null if it isn't a status. */
export const stageOf = (word: string): Stage | null =>
  STATUS_FACTS[word as OrderStatus]?.stage ?? SHIPPING_FACTS[word as ShippingStatus]?.stage ?? null;

/** Whether the prints have left the studio: shipped, or picked up. */
export const isHandedOver = (status: OrderStatus): boolean => STATUS_FACTS[status].shipping === 'end';

/** The value of column Q once column L has a status; `now` is its current value, or its first one. */
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

/** Reads a status as typed, ignoring case and spaces; `void` (old rows) and `canceled` mean `cancelled`. */
export const parseOrderStatus = reader(ORDER_STATUSES, STATUS_FACTS);

/** Reads a shipping status as typed or sent; the API value `ship` means `to ship`. Null for an empty text. */
export const parseShippingStatus = reader(SHIPPING_STATUSES, SHIPPING_FACTS);
