import type { Clock } from '../../core/ports';
import type { MailChoice } from '../../domain/mail-choice';
import { EMAIL_KINDS } from '../../domain/mail-kind';
import { wordsIn } from '../../workbook/outbox-reason';
import { isTest, type OutboxEntry, type OutboxState } from '../../workbook/outbox-row';
import { readableTime } from '../gates';
import { canHold, canRelease } from './hold-these';

/** A mail that has not left, or of which nobody knows. */
export interface WaitingMail {
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
  readonly choices: readonly MailChoice[];
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

/** What may be done with a mail as it stands; nothing with one that has left. */
export const choicesOf = (mail: OutboxEntry): readonly MailChoice[] => {
  if (mail.state === 'unsure') return ['settle'];
  return [...(canRelease(mail) ? ['release' as const] : []), ...(canHold(mail) ? ['hold' as const] : [])];
};

/** What the waiting hangs on. */
export interface WaitFacts {
  readonly clock: Clock;
  /** When the day's quota begins anew, for people; blank when nobody knows. */
  readonly renewal: string;
  readonly isTestMode: boolean;
}

const untilOf = (mail: OutboxEntry & { readonly state: WaitingState }, facts: WaitFacts): string => {
  switch (mail.state) {
    case 'unsure':
      return 'until somebody has looked into the Sent folder';
    case 'failed':
      return 'for good: its address did not take it. Correct the address in the order and send it again';
    case 'held':
      return mail.reason === 'bad-text' ? 'until its text in the Emails tab is right' : 'until somebody releases it';
    case 'waiting for quota':
      if (mail.reason === 'waits')
        return mail.notBefore === null ? 'until its turn comes' : `until ${readableTime(facts.clock, mail.notBefore)}`;
      return facts.renewal
        ? `until ${facts.renewal}, when the day’s mails begin anew`
        : 'until the account may mail again';
    case 'queued':
      if (facts.isTestMode && !isTest(mail.version)) return 'until test mode ends';
      return mail.notBefore !== null && mail.notBefore > facts.clock.now().getTime()
        ? `until ${readableTime(facts.clock, mail.notBefore)}`
        : 'for the next 5-minute check';
    case 'claimed':
    case 'handing over':
      return 'a moment: it is leaving now';
    default:
      return mail.state satisfies never;
  }
};

/** The mails that have not left, by urgency, each with until when it waits. */
export const waitingMails = (mails: readonly OutboxEntry[], facts: WaitFacts): readonly WaitingMail[] =>
  mails
    .flatMap((mail): (OutboxEntry & { readonly state: WaitingState })[] =>
      isWaiting(mail.state) ? [{ ...mail, state: mail.state }] : [],
    )
    .sort((a, b) => WAITING_STATES.indexOf(a.state) - WAITING_STATES.indexOf(b.state) || a.at - b.at)
    .map((mail) => ({
      key: mail.key,
      orderId: mail.orderId,
      number: mail.orderNumber,
      title: mail.kind ? EMAIL_KINDS[mail.kind].title : mail.kindText,
      to: mail.to,
      state: mail.state,
      until: untilOf(mail, facts),
      why: wordsIn(mail.error),
      choices: choicesOf(mail),
    }));
