import {
  FIRST_STATUS,
  FULFILLMENTS,
  type Fulfillment,
  ORDER_STATUSES,
  type OrderStatus,
  SHIPPING_COURSE,
  STATUS_FACTS,
} from './statuses';

/**
 * What staff can mark an order as: every status except the first, in the words of its fulfillment, or two steps
 * together.
 */
export type Mark = Exclude<OrderStatus, 'pending'> | 'picked up' | 'paid and shipped';

/** Where a mark leads. */
export interface Aim {
  readonly status: OrderStatus;
  /** Statuses on the way. */
  readonly through: readonly OrderStatus[];
  /** The only fulfillment that it fits; both when absent. */
  readonly only?: Fulfillment;
}

/** The name of the step to a status: shipped or picked up, or else the status itself. */
const markTo = (status: OrderStatus, fulfillment: Fulfillment): Mark =>
  (STATUS_FACTS[status].shipping === 'end' ? SHIPPING_COURSE[fulfillment].end : status) as Mark;

const aimsAt = (status: OrderStatus): (readonly [Mark, Aim])[] =>
  STATUS_FACTS[status].shipping === 'end'
    ? FULFILLMENTS.map((only) => [markTo(status, only), { status, through: [], only }])
    : [[markTo(status, 'ship'), { status, through: [] }]];

const TWO_STEPS: Aim = { status: 'shipped', through: ['paid'] };

/** Every mark and where it leads. */
export const MARKS = Object.fromEntries<Aim>([
  ...ORDER_STATUSES.filter((status) => status !== FIRST_STATUS).flatMap(aimsAt),
  ['paid and shipped' satisfies Mark, TWO_STEPS],
]) as Readonly<Record<Mark, Aim>>;

/** The marks available for an order now; both steps together if there are two to go. */
export const marksAfter = (from: OrderStatus, fulfillment: Fulfillment): readonly Mark[] => {
  const { next } = STATUS_FACTS[from];
  const steps = next.filter((status) => status !== FIRST_STATUS).map((status) => markTo(status, fulfillment));
  const areTwoLeft = TWO_STEPS.through.every(
    (step) => next.includes(step) && STATUS_FACTS[step].next.includes(TWO_STEPS.status),
  );
  return areTwoLeft ? [...steps.slice(0, 1), 'paid and shipped', ...steps.slice(1)] : steps;
};

/** Whether staff are asked for a reason, because the order is canceled. */
export const asksWhy = (mark: Mark): boolean => STATUS_FACTS[MARKS[mark].status].money === 'off';

/** The reason as stored; one that was asked for but not given is stored as such. */
export const reasonOf = (mark: Mark, typed: string): string => typed.trim() || (asksWhy(mark) ? 'none given' : '');

/** Whether prints are due once an order is marked so. */
export const makesPrintsDue = (mark: Mark): boolean => STATUS_FACTS[MARKS[mark].status].isOpen;
