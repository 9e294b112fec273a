import { chance } from './chance';
import { SAMPLE_EVENTS } from './events';
import { sampleOrder } from './orders';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PERIOD = 60 * DAY;
/** Few enough for the emails of a consumer account (docs/google.md G1): an order has up to four. */
const MOST_A_DAY = 22;

/** Something that happens, and how long before now it does, in milliseconds. */
export type SampleStep = PostedStep | TypedStep;

/** The ordering platform posts something. */
export interface PostedStep {
  readonly ago: number;
  readonly body: object;
  /** Whether it brings a new order. */
  readonly isOrder: boolean;
}

/** Staff go through the sheet and set the status of some orders, by their ids, that are at another status. */
export interface TypedStep {
  readonly ago: number;
  readonly orderIds: readonly string[];
  readonly from: 'pending' | 'paid';
  readonly to: 'paid' | 'shipped' | 'cancelled';
}

/** What becomes of every tenth order and the nine after it. */
const FATES = [
  'reviewed',
  'paid',
  'shipped',
  'pending',
  'reviewed',
  'cancelled',
  'shipped',
  'paid',
  'reviewed',
  'shipped',
] as const;
type Fate = (typeof FATES)[number];

const COMMENTS: readonly (readonly [rating: number, comment: string])[] = [
  [5, 'Beautiful prints, and they came so fast!'],
  [5, 'My daughter loves her picture. Thank you!'],
  [4, 'Great photos. One corner was bent, but they sent a new print at once.'],
  [5, 'Même mieux que sur le site. Merci !'],
  [3, 'Nice pictures; shipping took a while.'],
  [5, ''],
  [2, 'The colors are darker than on the screen.'],
  [5, 'Second year with you, never disappointed 😊'],
];

/** Over how long the sample orders spread: two months, longer when there are many; milliseconds. */
export const spread = (count: number): number => Math.max(PERIOD, (count / MOST_A_DAY) * DAY);

/** When an order was placed: most of them on the days of an event, fewer and fewer after it. */
const placed = (
  number: number,
  count: number,
): { readonly ago: number; readonly event: (typeof SAMPLE_EVENTS)[number] } => {
  const next = chance(number * 7919);
  const period = spread(count);
  const isLast = number === count;
  const event = SAMPLE_EVENTS[(number - 1) % SAMPLE_EVENTS.length] as (typeof SAMPLE_EVENTS)[number];
  const left = period * (1 - event.start);
  const since = Math.min(-Math.log(1 - next()) * 0.22 * period, left * next());
  return { ago: isLast ? 2 * HOUR : Math.max(2 * HOUR, left - since), event };
};

/** The newest orders have not come far yet. */
const fateOf = (number: number, ago: number): Fate => {
  const fate = FATES[number % FATES.length] as Fate;
  if (ago > 6 * DAY || fate === 'pending' || fate === 'cancelled') return fate;
  return number % 2 === 0 ? 'pending' : 'paid';
};

/** Staff come to the sheet once a day; what is more recent than that was done on its own. */
const atDesk = (ago: number): number => (ago < DAY ? ago : Math.floor(ago / DAY) * DAY);

const storyOf = (number: number, count: number): SampleStep[] => {
  const next = chance(number * 104_729);
  const { ago, event } = placed(number, count);
  const order = sampleOrder(number, event);
  const { orderId } = order;
  const fate = fateOf(number, ago);
  const steps: SampleStep[] = [{ ago, body: order, isOrder: true }];
  let left = ago;
  const pass = (days: number): number => left - Math.min((0.2 + next()) * days * DAY, left * 0.3);
  const post = (days: number, body: object): void => {
    left = pass(days);
    steps.push({ ago: left, body: { ...body, orderId }, isOrder: false });
  };
  const type = (days: number, from: TypedStep['from'], to: TypedStep['to']): void => {
    left = atDesk(pass(days));
    steps.push({ ago: left, orderIds: [orderId], from, to });
  };
  if (fate === 'pending') return steps;
  // Every other canceled one had been paid.
  const isPaid = fate !== 'cancelled' || Math.floor(number / FATES.length) % 2 === 1;
  if (isPaid) type(1, 'pending', 'paid');
  if (fate === 'cancelled') type(2, isPaid ? 'paid' : 'pending', 'cancelled');
  if (fate === 'paid' || fate === 'cancelled') return steps;
  // A shipping service posts the numbers of its parcels; what is handed over, or sent by plain email, staff type.
  if (order.fulfillmentType === 'ship' && number % 3 === 0)
    post(3, {
      route: 'orders/shipping',
      shipped: true,
      trackingNumber: `9400111899${String(10 ** 11 + number * 7_654_321)}`,
    });
  else type(3, 'paid', 'shipped');
  if (fate === 'reviewed') {
    const [rating, feedback] = COMMENTS[number % COMMENTS.length] as (typeof COMMENTS)[number];
    post(7, { route: 'orders/feedback', rating, feedback });
  }
  return steps;
};

/** As many orders as staff set to a status in one go. */
const MOST_AT_ONCE = 20;

/** What staff type at one time of their day becomes one step, however it is mixed with others of that time. */
const gathered = (steps: readonly SampleStep[]): SampleStep[] => {
  const result: SampleStep[] = [];
  const open = new Map<string, TypedStep>();
  for (const step of steps) {
    if (!('to' in step)) {
      result.push(step);
      continue;
    }
    const key = `${step.ago} ${step.from} ${step.to}`;
    const before = open.get(key);
    const isFull = !before || before.orderIds.length >= MOST_AT_ONCE;
    const now = isFull ? step : { ...before, orderIds: [...before.orderIds, ...step.orderIds] };
    if (isFull) result.push(now);
    else result[result.indexOf(before)] = now;
    open.set(key, now);
  }
  return result;
};

/** Everything that happens to a given number of sample orders, in the order of time: always the same story. */
export const sampleStory = (count: number): SampleStep[] =>
  gathered(
    Array.from({ length: count }, (_, index) => storyOf(index + 1, count))
      .flat()
      .sort((one, other) => other.ago - one.ago),
  );
