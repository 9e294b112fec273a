import type { Clock } from '../../core/ports';
import { shownTime } from '../../core/shown-time';
import type { EmailChoice } from '../../domain/email-choice';
import { KIND_FACTS } from '../../domain/email-kind';
import { wordsIn } from '../../workbook/outbox-reason';
import { isTest, type OutboxEntry, type OutboxState } from '../../workbook/outbox-row';
import { canHold, canRelease } from './hold-these';

/** An email that hasn't been sent, or may not have been. */
export interface WaitingEmail {
  readonly key: string;
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly state: OutboxState;
  /** How long it waits, or what for, as a sentence: `Goes out with the next 5-minute check.` */
  readonly until: string;
  /** What its row says; blank if that adds nothing. */
  readonly why: string;
  readonly choices: readonly EmailChoice[];
}

/** The states that staff should know about, most urgent first. */
export const WAITING_STATES = [
  'unsure',
  'failed',
  'held',
  'waiting for quota',
  'queued',
  'claimed',
  'handing over',
] as const satisfies readonly OutboxState[];
type WaitingState = (typeof WAITING_STATES)[number];

const isWaiting = (state: string): state is WaitingState => (WAITING_STATES as readonly string[]).includes(state);

/** What can be done with an email in its current state; nothing once it was sent. */
export const choicesOf = (email: OutboxEntry): readonly EmailChoice[] => {
  if (email.state === 'unsure') return ['settle'];
  return [...(canRelease(email) ? ['release' as const] : []), ...(canHold(email) ? ['hold' as const] : [])];
};

/** What the wait depends on. */
export interface WaitFacts {
  readonly clock: Clock;
  /** When the daily limit resets, ready to show; blank if unknown. */
  readonly renewal: string;
  readonly isTestMode: boolean;
}

const untilOf = (email: OutboxEntry & { readonly state: WaitingState }, facts: WaitFacts): string => {
  switch (email.state) {
    case 'unsure':
      return 'Check the Sent folder to see whether it was sent.';
    case 'failed':
      return 'The address rejected it. Correct the email address in the order, then resend it.';
    case 'held':
      return email.reason === 'bad-text'
        ? 'Waits until its text in the Emails tab is fixed.'
        : 'Waits until someone releases it.';
    case 'waiting for quota':
      if (email.reason === 'waits')
        return email.notBefore === null
          ? 'Waits for its turn.'
          : `Goes out after ${shownTime(facts.clock, email.notBefore)}.`;
      return facts.renewal
        ? `Goes out after ${facts.renewal}, when the daily limit resets.`
        : 'Goes out as soon as the account can send again.';
    case 'queued':
      if (facts.isTestMode && !isTest(email.version)) return 'Goes out when test mode ends.';
      return email.notBefore !== null && email.notBefore > facts.clock.now().getTime()
        ? `Goes out after ${shownTime(facts.clock, email.notBefore)}.`
        : 'Goes out with the next 5-minute check.';
    case 'claimed':
    case 'handing over':
      return 'Going out right now.';
    default:
      return email.state satisfies never;
  }
};

/** The unsent emails, most urgent first, each with how long it waits. */
export const waitingEmails = (emails: readonly OutboxEntry[], facts: WaitFacts): readonly WaitingEmail[] =>
  emails
    .flatMap((email): (OutboxEntry & { readonly state: WaitingState })[] =>
      isWaiting(email.state) ? [{ ...email, state: email.state }] : [],
    )
    .sort((a, b) => WAITING_STATES.indexOf(a.state) - WAITING_STATES.indexOf(b.state) || a.at - b.at)
    .map((email) => ({
      key: email.key,
      orderId: email.orderId,
      number: email.orderNumber,
      title: email.kind ? KIND_FACTS[email.kind].title : email.kindText,
      to: email.to,
      state: email.state,
      until: untilOf(email, facts),
      why: wordsIn(email.error),
      choices: choicesOf(email),
    }));
