import { isRequest } from '../domain/email-kind';
import { FIRST_VERSION, leaseEnd, type OutboxEntry } from '../workbook/outbox-row';

/**
 * What to do with an open email: it's due; it's uncertain whether it was sent; it's too late, or too old to send
 * without staff's approval; it's listed twice; it was sent, and its state was typed over.
 */
export type NextStep = 'due' | 'unsure' | 'too late' | 'too old' | 'double' | 'departed';

/** What the step hangs on. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly isTestMode: boolean;
  /** Whether the text of its kind can be used; of an email held for its tracking number, whether that is right. */
  readonly isTextRight: boolean;
  /** Whether feedback requests may be sent at this hour; one that staff requested may be sent anytime. */
  readonly isMorning: boolean;
}

/** What is to happen with an email now; null: nothing yet. */
export const nextStep = (email: OutboxEntry, { now, isTestMode, isTextRight, isMorning }: Moment): NextStep | null => {
  if (isTypedOver(email)) return 'departed';
  const isExpired = leaseEnd(email, now) < now;
  if (email.state === 'handing over') return isExpired ? 'unsure' : null;
  // Waiting for the account's quota makes nothing old, but a request has a last day.
  const isPatient = email.state === 'waiting for quota' && !isRequest(email.kind);
  const isOld = !isPatient && email.notAfter !== null && email.notAfter < now;
  const isByPerson = email.version !== FIRST_VERSION || email.reason === 'released';
  const due = isRequest(email.kind) && !isMorning && !isByPerson ? null : 'due';
  // Held for its text or its tracking number, which is right by now.
  const isHeldForText = email.reason === 'bad-text' || email.reason === 'moved';
  if (email.state === 'held') return !isHeldForText || !isTextRight ? null : isOld ? 'too old' : due;
  const isOpen =
    email.state === 'queued' || email.state === 'waiting for quota' || (email.state === 'claimed' && isExpired);
  if (!isOpen) return null;
  if (email.notBefore !== null && email.notBefore > now) return null;
  if (!isOld) return due;
  // What only waited for the end of test mode is asked about; everything else was forgotten by everybody.
  if (email.reason === 'test-mode') return isTestMode ? 'due' : 'too old';
  return 'too late';
};

/** States whose rows have a Sent At time. */
const WITH_MOMENT: readonly string[] = ['sent', 'unsure', 'cancelled'];

/**
 * Whether the row itself shows that its email was sent, or may have been, even if someone typed over its state. The
 * program re-queues only emails that staff released or that were waiting for test mode to end.
 */
export const isTypedOver = ({ state, sentAt, attempts, reason }: OutboxEntry): boolean =>
  (sentAt !== null && !WITH_MOMENT.includes(state)) ||
  (state === 'queued' && attempts > 0 && reason !== 'released' && reason !== 'test-mode');

/**
 * The first moment after now at which an email falls due, is too late, or its lease ends; infinite when there is none. A
 * feedback request that waits for the morning may fall due at any run.
 */
export const nextDueOf = (emails: readonly OutboxEntry[], now: number): number => {
  let next = Number.POSITIVE_INFINITY;
  for (const email of emails) {
    const { kind, state, notBefore, notAfter } = email;
    if (!OPEN.includes(state)) continue;
    if (isRequest(kind) && state === 'queued') return now;
    for (const moment of [leaseEnd(email, now), notBefore, notAfter]) {
      if (moment !== null && moment >= now && moment < next) next = moment;
    }
  }
  return next;
};

const OPEN: readonly string[] = ['queued', 'claimed', 'handing over', 'waiting for quota', 'held'];
