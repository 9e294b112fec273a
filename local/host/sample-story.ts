import { chance } from './chance';
import { SAMPLE_EVENTS } from './sample-events';
import { sampleOrder } from './sample-orders';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PERIOD = 60 * DAY;
/** Few enough for the mails of a consumer account (platform-facts 1): an order has up to four. */
const MOST_A_DAY = 22;

/** One post of the ordering platform: its body, and how long before now it is made, in milliseconds. */
export interface SampleStep {
  readonly ago: number;
  readonly body: object;
  /** Whether it brings a new order. */
  readonly isOrder: boolean;
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

const storyOf = (number: number, count: number): SampleStep[] => {
  const next = chance(number * 104_729);
  const { ago, event } = placed(number, count);
  const order = sampleOrder(number, event);
  const { orderId } = order;
  const fate = fateOf(number, ago);
  const steps: SampleStep[] = [{ ago, body: order, isOrder: true }];
  let left = ago;
  const later = (days: number, body: object): void => {
    left -= Math.min((0.2 + next()) * days * DAY, left * 0.3);
    steps.push({ ago: left, body: { ...body, orderId }, isOrder: false });
  };
  if (fate === 'pending') return steps;
  // Every other one that is cancelled had been paid.
  if (fate !== 'cancelled' || Math.floor(number / FATES.length) % 2 === 1)
    later(1, { route: 'orders/status', status: 'paid' });
  if (fate === 'cancelled') later(2, { route: 'orders/status', status: 'cancelled' });
  if (fate === 'paid' || fate === 'cancelled') return steps;
  const trackingNumber = order.fulfillmentType === 'ship' ? `9400111899${String(10 ** 11 + number * 7_654_321)}` : '';
  later(3, { route: 'orders/shipping', shipped: true, ...(trackingNumber && { trackingNumber }) });
  if (fate === 'reviewed') {
    const [rating, feedback] = COMMENTS[number % COMMENTS.length] as (typeof COMMENTS)[number];
    later(7, { route: 'orders/feedback', rating, feedback });
  }
  return steps;
};

/** Everything that the platform posts about that many sample orders, in the order of time: always the same story. */
export const sampleStory = (count: number): SampleStep[] =>
  Array.from({ length: count }, (_, index) => storyOf(index + 1, count))
    .flat()
    .sort((one, other) => other.ago - one.ago);
