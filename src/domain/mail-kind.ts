import { cancelled, cancelledText } from './email-kinds/cancelled';
import type { EmailCase, EmailKind, EmailTemplate } from './email-kinds/definition';
import { feedback, feedbackText } from './email-kinds/feedback-request';
import { paid, paidText } from './email-kinds/paid';
import { receipt, receiptText } from './email-kinds/receipt';
import { shipped, shippedText } from './email-kinds/shipped';
import type { Standing } from './order';
import { type Fulfillment, type OrderStatus, STATUS_FACTS } from './statuses';

/** The emails to customers (docs/design.md 5), the most urgent first: in this order the quota serves them. */
const LIST = { receipt, paid, shipped, cancelled, feedback } satisfies Readonly<Record<string, EmailKind>>;

export type MailKind = keyof typeof LIST;
export const EMAIL_KINDS: Readonly<Record<MailKind, EmailKind>> = LIST;
/** The built-in words of each: what stands behind empty cells of the Emails tab. */
export const BUILT_IN_TEXTS: Readonly<Record<MailKind, EmailTemplate>> = {
  receipt: receiptText,
  paid: paidText,
  shipped: shippedText,
  cancelled: cancelledText,
  feedback: feedbackText,
};
export const MAIL_KINDS = Object.keys(LIST) as readonly MailKind[];

/** The kind that a cell names; null when it names none of ours. */
export const mailKindOf = (text: string): MailKind | null => MAIL_KINDS.find((kind) => kind === text) ?? null;

/** Whether what an email says still holds for its order; nothing does for one whose customer was erased. */
export const isStillTrue = (kind: MailKind, it: EmailCase): boolean =>
  !it.progress.erased && EMAIL_KINDS[kind].isStillTrue(it);

/** Kinds that announce a step. */
export const STEP_KINDS = MAIL_KINDS.filter((kind) => EMAIL_KINDS[kind].due.on === 'step');

/** Which email announces a step; null: none does. */
export const mailOfStep = ({ status }: Standing, fulfillment: Fulfillment): MailKind | null =>
  STEP_KINDS.find((kind) => {
    const { due } = EMAIL_KINDS[kind];
    return due.on === 'step' && due.to === status && (due.only ?? fulfillment) === fulfillment;
  }) ?? null;

/** Whether a kind asks something of the customer: it leaves on a morning only, and not after its last day. */
export const isRequest = (kind: MailKind | null): boolean => kind !== null && EMAIL_KINDS[kind].due.on === 'morning';

/**
 * The kinds that count as decided for an order that the program meets in a status: those of all that lies behind it. An
 * order that is called off is announced nothing more.
 */
export const kindsBehind = (status: OrderStatus): readonly MailKind[] =>
  MAIL_KINDS.filter((kind) => {
    const { due } = EMAIL_KINDS[kind];
    if (due.on === 'order' || STATUS_FACTS[status].money === 'off') return true;
    const reached = due.on === 'step' ? due.to : due.on === 'morning' ? due.after : null;
    const [last] = reached ? STATUS_FACTS[reached].moments.slice(-1) : [];
    return reached === status || (last !== undefined && STATUS_FACTS[status].moments.includes(last));
  });
