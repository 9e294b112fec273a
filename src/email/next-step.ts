import { isRequest } from '../domain/mail-kind';
import { FIRST_VERSION, leaseEnd, type OutboxEntry } from '../workbook/outbox-row';

/**
 * What is to happen with an open mail: it is due; nobody knows whether it left; it is too late, or too old to leave
 * without a person's word; it stands there twice; it has left, and its state was typed over.
 */
export type NextStep = 'due' | 'unsure' | 'too late' | 'too old' | 'double' | 'departed';

/** What the step hangs on. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly isTestMode: boolean;
  /** Whether the text of its kind can be used; of an email held for its tracking number, whether that is right. */
  readonly isTextRight: boolean;
  /** Whether feedback requests may leave at this hour; one that a person sent on its way may at any. */
  readonly isMorning: boolean;
}

/** What is to happen with a mail now; null: nothing yet. */
export const nextStep = (mail: OutboxEntry, { now, isTestMode, isTextRight, isMorning }: Moment): NextStep | null => {
  if (isTypedOver(mail)) return 'departed';
  const isExpired = leaseEnd(mail, now) < now;
  if (mail.state === 'handing over') return isExpired ? 'unsure' : null;
  // Waiting for the account's quota makes nothing old, but a request has a last day.
  const isPatient = mail.state === 'waiting for quota' && !isRequest(mail.kind);
  const isOld = !isPatient && mail.notAfter !== null && mail.notAfter < now;
  const isByPerson = mail.version !== FIRST_VERSION || mail.reason === 'released';
  const due = isRequest(mail.kind) && !isMorning && !isByPerson ? null : 'due';
  // Held for its text or its tracking number, which is right by now.
  const isHeldForText = mail.reason === 'bad-text' || mail.reason === 'moved';
  if (mail.state === 'held') return !isHeldForText || !isTextRight ? null : isOld ? 'too old' : due;
  const isOpen =
    mail.state === 'queued' || mail.state === 'waiting for quota' || (mail.state === 'claimed' && isExpired);
  if (!isOpen) return null;
  if (mail.notBefore !== null && mail.notBefore > now) return null;
  if (!isOld) return due;
  // What only waited for the end of test mode is asked about; everything else was forgotten by everybody.
  if (mail.reason === 'test-mode') return isTestMode ? 'due' : 'too old';
  return 'too late';
};

/** States in which a moment of leaving stands in the row. */
const WITH_MOMENT: readonly string[] = ['sent', 'unsure', 'cancelled'];

/**
 * Whether a row says of itself that its mail has left, or may have, whatever state was typed over that. The program
 * queues again only what a person released or what waited for the end of test mode.
 */
export const isTypedOver = ({ state, sentAt, attempts, reason }: OutboxEntry): boolean =>
  (sentAt !== null && !WITH_MOMENT.includes(state)) ||
  (state === 'queued' && attempts > 0 && reason !== 'released' && reason !== 'test-mode');

/**
 * The first moment after now at which a mail falls due, is too late, or its lease ends; infinite when there is none. A
 * feedback request that waits for the morning may fall due at any run.
 */
export const nextDueOf = (mails: readonly OutboxEntry[], now: number): number => {
  let next = Number.POSITIVE_INFINITY;
  for (const mail of mails) {
    const { kind, state, notBefore, notAfter } = mail;
    if (!OPEN.includes(state)) continue;
    if (isRequest(kind) && state === 'queued') return now;
    for (const moment of [leaseEnd(mail, now), notBefore, notAfter]) {
      if (moment !== null && moment >= now && moment < next) next = moment;
    }
  }
  return next;
};

const OPEN: readonly string[] = ['queued', 'claimed', 'handing over', 'waiting for quota', 'held'];
