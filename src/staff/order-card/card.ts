import type { Tracking } from '../../core/email-writer';
import type { TimelineLine } from '../../core/keyboard-ports';
import { shownTime } from '../../core/shown-time';
import type { StaffPorts } from '../../core/staff-ports';
import type { EmailChoice } from '../../domain/email-choice';
import { EMAIL_KINDS, type EmailKind, isStillTrue, KIND_FACTS } from '../../domain/email-kind';
import { type Mark, marksAfter } from '../../domain/marks';
import { STATUS_FACTS } from '../../domain/statuses';
import { cellTimeText } from '../../domain/text/for-people';
import { menuContext } from '../../email/staff/menu-context';
import type { EmailMenuPorts } from '../../email/staff/menu-ports';
import { lastOf } from '../../email/staff/send-again';
import { choicesOf } from '../../email/staff/waiting-emails';
import { trackingOf } from '../../email/tracking';
import { trackingNumberOf, typedTrackingNumbers } from '../../email/tracking-numbers';
import { entryOf } from '../../ledger/lookup';
import { ForPeople } from '../../rpc/rpc';
import type { KnownEmail } from '../../statuses/case';
import { describeFlag } from '../../statuses/flagging';
import { describeStepBack, stepBackTarget } from '../../statuses/step-back';
import { emailSetting } from '../../workbook/emails';
import type { InternalNote, LedgerEntry } from '../../workbook/ledger-row';
import { wordsIn } from '../../workbook/outbox-reason';
import { isTest, type OutboxEntry, outboxEntry } from '../../workbook/outbox-row';

export type CardPorts = EmailMenuPorts & Pick<StaffPorts, 'timeline'>;

/** An email of the order in the Outbox; times are in words. */
export interface CardEmail {
  readonly key: string;
  readonly title: string;
  readonly to: string;
  readonly state: string;
  readonly why: string;
  readonly at: string;
  readonly choices: readonly EmailChoice[];
}

/** A kind of email, for preview and resend. */
export interface CardKind {
  readonly kind: EmailKind;
  readonly title: string;
  /** `sent Oct 2, 3:00 PM`, `queued`, `never sent`. */
  readonly last: string;
  /** Whether it fits the order's status: only then can it be sent. */
  readonly canSend: boolean;
  readonly isOff: boolean;
}

/** One order with everything that staff want to know about it, and what they may do with it now. */
export interface OrderCard {
  readonly order: LedgerEntry['order'];
  readonly status: LedgerEntry['status'];
  readonly shipping: LedgerEntry['shipping'];
  readonly event: string;
  readonly flag: string;
  readonly rating: number | null;
  readonly steps: readonly Mark[];
  /** What a step back would do; blank if there is none. */
  readonly stepBack: string;
  /** Null for orders that don't ship. */
  readonly tracking: Tracking | null;
  /** `moment` is `at` in words. */
  readonly notes: readonly (InternalNote & { readonly moment: string })[];
  readonly emails: readonly CardEmail[];
  readonly kinds: readonly CardKind[];
  readonly timeline: readonly TimelineLine[];
  /** Whether emails are sent from this user's account; else from the operator's within minutes. */
  readonly sends: boolean;
  /** The address that a test would go to; blank if Google doesn't reveal it. */
  readonly person: string;
}

const UNKNOWN = 'There is no order with this ID.';

/** Reads an order by its id: the same number of reads whatever the size of the sheet. @throws ForPeople if there is none. */
export const orderCard = (ports: CardPorts, orderId: string): OrderCard => {
  const { view, config } = menuContext(ports);
  const entry = entryOf(ports.ledger.find(view, 'Order ID', orderId));
  if (!entry) throw new ForPeople(UNKNOWN);
  const { order, status, shipping, progress } = entry;
  const emails = ports.outbox
    .all(view)
    .map(({ at, cells }) => outboxEntry(at, cells))
    .filter((email) => email.orderId === orderId);
  const readable = (moment: string | number): string => shownTime(ports.clock, moment);
  const emailOf = (email: OutboxEntry): CardEmail => {
    const moment = email.sentAt ?? email.createdAt;
    return {
      key: email.key,
      title: email.kind ? KIND_FACTS[email.kind].title : email.kindText,
      to: email.to,
      state: email.state,
      why: wordsIn(email.error),
      at: moment === null ? '' : readable(moment),
      choices: choicesOf(email),
    };
  };
  const known = emails.filter(isToCustomer).map(
    ({ kind, state, sentAt }): KnownEmail => ({
      kind,
      state: state as KnownEmail['state'],
      time: sentAt === null ? '' : readable(sentAt),
    }),
  );
  return {
    order,
    status,
    shipping,
    event: config.events.get(order.eventCode.toUpperCase())?.name ?? order.eventCode,
    flag: describeFlag(entry),
    rating: progress.feedback?.rating ?? null,
    steps: marksAfter(status, order.fulfillment),
    stepBack: stepBackTarget(entry) ? describeStepBack(entry, known) : '',
    tracking:
      order.fulfillment === 'ship' && STATUS_FACTS[status].shipping !== 'none' ? trackingIn(ports, view, entry) : null,
    notes: (progress.notes ?? []).map((note) => ({ ...note, moment: readable(note.at) })),
    emails: emails.map(emailOf),
    kinds: EMAIL_KINDS.map((kind) => ({
      kind,
      title: KIND_FACTS[kind].title,
      last: lastOf(ports.clock, emails, kind),
      canSend: isStillTrue(kind, entry),
      isOff: !emailSetting(view.emails, kind).on,
    })),
    timeline: ports
      .timeline(orderId)
      .map((line) => ({ ...line, when: cellTimeText(line.when, ports.clock.local(ports.clock.now())) })),
    sends: ports.sends,
    person: ports.person,
  };
};

const isToCustomer = ({ version }: OutboxEntry): boolean => !isTest(version);

const trackingIn = (
  { orders }: CardPorts,
  view: Parameters<typeof typedTrackingNumbers>[1],
  entry: LedgerEntry,
): Tracking => {
  const { id } = entry.order;
  return trackingOf(trackingNumberOf(typedTrackingNumbers(orders, view, [id]).get(id), entry));
};
