import {
  FIRST_STATUS,
  FULFILLMENTS,
  type Fulfillment,
  ORDER_STATUSES,
  type OrderStatus,
  SHIPPING_COURSE,
  STATUS_FACTS,
} from './statuses';

/** What people can mark an order as: every status but the first, in the words of its fulfillment, or two at once. */
export type Mark = Exclude<OrderStatus, 'pending'> | 'picked up' | 'paid and shipped';

/** Where a mark leads. */
export interface Aim {
  readonly status: OrderStatus;
  /** Statuses on the way. */
  readonly through: readonly OrderStatus[];
  /** The only fulfillment that it fits; both when absent. */
  readonly only?: Fulfillment;
}

/** What people call the step to a status: shipped or picked up, else the status itself. */
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

/** The marks that an order may take now; both steps at once where there are two to go. */
export const marksAfter = (from: OrderStatus, fulfillment: Fulfillment): readonly Mark[] => {
  const { next } = STATUS_FACTS[from];
  const steps = next.filter((status) => status !== FIRST_STATUS).map((status) => markTo(status, fulfillment));
  const areTwoLeft = TWO_STEPS.through.every(
    (step) => next.includes(step) && STATUS_FACTS[step].next.includes(TWO_STEPS.status),
  );
  return areTwoLeft ? [...steps.slice(0, 1), 'paid and shipped', ...steps.slice(1)] : steps;
};

/** Whether somebody is asked why: the order is called off. */
export const asksWhy = (mark: Mark): boolean => STATUS_FACTS[MARKS[mark].status].money === 'off';

/** The reason as it is kept: one that was asked for and not given is kept as such. */
export const reasonOf = (mark: Mark, typed: string): string => typed.trim() || (asksWhy(mark) ? 'none given' : '');

/** Whether prints are due once an order is marked so. */
export const makesPrintsDue = (mark: Mark): boolean => STATUS_FACTS[MARKS[mark].status].isOpen;
