import { cancelled, cancelledText } from './email-kinds/cancelled';
import type { EmailCase, EmailKindFacts, EmailTemplate } from './email-kinds/definition';
import { feedback, feedbackText } from './email-kinds/feedback-request';
import { paid, paidText } from './email-kinds/paid';
import { receipt, receiptText } from './email-kinds/receipt';
import { shipped, shippedText } from './email-kinds/shipped';
import type { Standing } from './order';
import { type Fulfillment, type OrderStatus, STATUS_FACTS } from './statuses';

/** The emails to customers (docs/design.md 5), most urgent first: the order in which they use up the quota. */
const LIST = { receipt, paid, shipped, cancelled, feedback } satisfies Readonly<Record<string, EmailKindFacts>>;

export type EmailKind = keyof typeof LIST;
export const KIND_FACTS: Readonly<Record<EmailKind, EmailKindFacts>> = LIST;
/** The built-in text of each, used for empty cells of the Emails tab. */
export const BUILT_IN_TEXTS: Readonly<Record<EmailKind, EmailTemplate>> = {
  receipt: receiptText,
  paid: paidText,
  shipped: shippedText,
  cancelled: cancelledText,
  feedback: feedbackText,
};
export const EMAIL_KINDS = Object.keys(LIST) as readonly EmailKind[];

/** The kind in a cell; null if it isn't one of ours. */
export const emailKindOf = (text: string): EmailKind | null => EMAIL_KINDS.find((kind) => kind === text) ?? null;

/** Whether an email's content is still true of its order; never for an erased customer. */
export const isStillTrue = (kind: EmailKind, it: EmailCase): boolean =>
  !it.progress.erased && KIND_FACTS[kind].isStillTrue(it);

/** Kinds that announce a step. */
export const STEP_KINDS = EMAIL_KINDS.filter((kind) => KIND_FACTS[kind].due.on === 'step');

/** The email that announces a step; null if none does. */
export const emailOfStep = ({ status }: Standing, fulfillment: Fulfillment): EmailKind | null =>
  STEP_KINDS.find((kind) => {
    const { due } = KIND_FACTS[kind];
    return due.on === 'step' && due.to === status && (due.only ?? fulfillment) === fulfillment;
  }) ?? null;

/** Whether a kind asks the customer for something: it's sent only in the morning, and not after its deadline. */
export const isRequest = (kind: EmailKind | null): boolean => kind !== null && KIND_FACTS[kind].due.on === 'morning';

/**
 * The kinds that count as decided for an order imported with a status: those of every step it has passed. A canceled
 * order gets no more emails.
 */
export const kindsBehind = (status: OrderStatus): readonly EmailKind[] =>
  EMAIL_KINDS.filter((kind) => {
    const { due } = KIND_FACTS[kind];
    if (due.on === 'order' || STATUS_FACTS[status].money === 'off') return true;
    const reached = due.on === 'step' ? due.to : due.on === 'morning' ? due.after : null;
    const [last] = reached ? STATUS_FACTS[reached].moments.slice(-1) : [];
    return reached === status || (last !== undefined && STATUS_FACTS[status].moments.includes(last));
  });
