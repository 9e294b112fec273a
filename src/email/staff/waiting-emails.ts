import type { Clock } from '../../core/ports';
import { shownTime } from '../../core/shown-time';
import type { EmailChoice } from '../../domain/email-choice';
import { KIND_FACTS } from '../../domain/email-kind';
import { wordsIn } from '../../workbook/outbox-reason';
import { isTest, type OutboxEntry, type OutboxState } from '../../workbook/outbox-row';
import { canHold, canRelease } from './hold-these';

/** An email that has not left, or of which nobody knows. */
export interface WaitingEmail {
  readonly key: string;
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly state: OutboxState;
  /** Until when it waits, or for whom: `leaves within 5 minutes`. */
  readonly until: string;
  /** What its row says; blank when that adds nothing. */
  readonly why: string;
  readonly choices: readonly EmailChoice[];
}

/** The states that people should know of, the urgent first. */
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

/** What may be done with an email as it stands; nothing with one that has left. */
export const choicesOf = (email: OutboxEntry): readonly EmailChoice[] => {
  if (email.state === 'unsure') return ['settle'];
  return [...(canRelease(email) ? ['release' as const] : []), ...(canHold(email) ? ['hold' as const] : [])];
};

/** What the waiting hangs on. */
export interface WaitFacts {
  readonly clock: Clock;
  /** When the day's quota begins anew, for people; blank when nobody knows. */
  readonly renewal: string;
  readonly isTestMode: boolean;
}

const untilOf = (email: OutboxEntry & { readonly state: WaitingState }, facts: WaitFacts): string => {
  switch (email.state) {
    case 'unsure':
      return 'until somebody has looked into the Sent folder';
    case 'failed':
      return 'for good: its address did not take it. Correct the address in the order and send it again';
    case 'held':
      return email.reason === 'bad-text' ? 'until its text in the Emails tab is right' : 'until somebody releases it';
    case 'waiting for quota':
      if (email.reason === 'waits')
        return email.notBefore === null ? 'until its turn comes' : `until ${shownTime(facts.clock, email.notBefore)}`;
      return facts.renewal
        ? `until ${facts.renewal}, when the day’s emails begin anew`
        : 'until the account may email again';
    case 'queued':
      if (facts.isTestMode && !isTest(email.version)) return 'until test mode ends';
      return email.notBefore !== null && email.notBefore > facts.clock.now().getTime()
        ? `until ${shownTime(facts.clock, email.notBefore)}`
        : 'for the next 5-minute check';
    case 'claimed':
    case 'handing over':
      return 'a moment: it is leaving now';
    default:
      return email.state satisfies never;
  }
};

/** The emails that have not left, by urgency, each with until when it waits. */
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
