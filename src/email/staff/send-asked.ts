import { WAITING_EMAILS } from '../../core/words';
import { type EmailKind, isStillTrue, KIND_FACTS } from '../../domain/email-kind';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { activityRow } from '../../workbook/activity-row';
import type { Change } from '../../workbook/changes';
import { serialOf } from '../../workbook/date-serial';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { emailKey, isTest, type OutboxEntry, testVersion } from '../../workbook/outbox-row';
import { isOneAddress } from '../address';
import { deliver } from '../deliver';
import type { EmailPorts } from '../email-ports';
import { againChange } from '../hold-back';
import { changeEmails, type EmailPlan } from './change-emails';
import type { MenuContext } from './menu-context';

/** An email that staff ask for, under a version of its own. */
export interface Asked {
  readonly entry: LedgerEntry;
  readonly kind: EmailKind;
  readonly to: string;
  /** Who asks. */
  readonly person: string;
  /** The sentence of the Activity tab. */
  readonly detail: string;
}

/** The next free number for an email that is sent again. */
const nextVersion = (emails: readonly OutboxEntry[], orderId: string, kind: EmailKind): string => {
  const numbers = emails
    .filter((email) => email.orderId === orderId && email.kind === kind && /^\d+$/.test(email.version))
    .map(({ version }) => Number(version));
  return String(Math.max(1, ...numbers) + 1);
};

const nextTest = (emails: readonly OutboxEntry[], orderId: string, kind: EmailKind): string => {
  const taken = new Set(emails.map(({ key }) => key));
  let nth = 1;
  while (taken.has(emailKey(orderId, kind, testVersion(nth)))) nth++;
  return testVersion(nth);
};

const SENTENCES = {
  notWritten: "Couldn't save this email just now, and nothing was sent. Please try again in a minute.",
  unknown: `It isn't clear yet whether the email is on its way. Please check ${WAITING_EMAILS} in 5 minutes before you try again.`,
};

/** Other changes for the commit; or a sentence that explains why the email is no longer needed and nothing is sent. */
type Extra = (emails: readonly OutboxEntry[], version: string) => readonly Change[] | string;

const ON_ITS_WAY: readonly string[] = ['queued', 'claimed', 'handing over'];

/** Whether an email leaves without anybody's doing: one that is held for its text does, as soon as that is right. */
const leavesByItself = ({ state, reason }: OutboxEntry): boolean =>
  ON_ITS_WAY.includes(state) || state === 'waiting for quota' || (state === 'held' && reason === 'bad-text');

/** An email isn't sent again while one of the same kind is already waiting to be sent automatically. */
const noneOnItsWay =
  ({ order }: LedgerEntry, kind: EmailKind): Extra =>
  (emails) => {
    const isSame = (email: OutboxEntry) => email.orderId === order.id && email.kind === kind && !isTest(email.version);
    const waits = emails.find((email) => isSame(email) && leavesByItself(email));
    if (!waits) return [];
    const does = ON_ITS_WAY.includes(waits.state) ? 'is already on its way' : 'will go out automatically';
    return `"${KIND_FACTS[kind].title}" for ${order.number} to ${waits.to} ${does} (Outbox, row ${waits.at}: ${waits.state}), so nothing else was sent. See ${WAITING_EMAILS}.`;
  };

/** Writes the row and what belongs to it in one commit, then sends when this execution may. */
const sendAsked = (
  ports: EmailPorts,
  context: MenuContext,
  asked: Asked,
  versionOf: typeof nextVersion,
  extra: Extra = () => [],
): Outcome => {
  const { entry, kind, to } = asked;
  const { id: orderId, number: orderNumber } = entry.order;
  const now = ports.clock.now();
  const when = serialOf(ports.clock.local(now));
  const line = { when, orderId, orderNumber, event: 'email', by: asked.person || 'staff', detail: asked.detail };
  const plan = (emails: readonly OutboxEntry[]): EmailPlan<Outcome | string> => {
    const next = versionOf(emails, orderId, kind);
    const more = extra(emails, next);
    if (typeof more === 'string') return { changes: [], result: notDone(more) };
    const changes: readonly Change[] = [
      againChange(ports, { orderId, orderNumber, kind }, next, to, ports.sends),
      { change: 'append', tab: 'activity', row: activityRow(line) },
      ...more,
    ];
    return { changes, result: next };
  };
  const written = changeEmails(ports, context, plan, SENTENCES);
  if ('failed' in written) return notDone(written.failed);
  const version = written.result;
  if (typeof version !== 'string') return version;
  if (!ports.sends) return done(`The operator's account will send the email to ${to} within a few minutes.`);
  const claimed = { entry, ledgerAt: null, kind, version };
  const sent = deliver(ports, context.view, context.config, [claimed], now.getTime());
  const { testModeAddress } = context.config.settings;
  if (testModeAddress && !isTest(version))
    return done(`Test mode is on: the email to ${to} will go out when it ends, and a copy goes to ${testModeAddress}.`);
  return sent === 1
    ? done(`Email sent to ${to}.`)
    : notDone(`The email to ${to} hasn't been sent yet. The Outbox tab shows why.`);
};

/** Sends an email about an order once more, to its customer or to another address; one that is not true is not sent. */
export const resendTo = (
  ports: EmailPorts,
  context: MenuContext,
  { entry, kind, to, person }: Omit<Asked, 'detail'>,
): Outcome => {
  if (!isOneAddress(to)) return notDone(`"${to}" isn't a valid email address. Nothing was sent.`);
  const { number } = entry.order;
  if (!isStillTrue(kind, entry))
    return notDone(
      `"${KIND_FACTS[kind].title}" doesn't apply to order ${number}, which is ${entry.status}. Nothing was sent.`,
    );
  const detail = `"${KIND_FACTS[kind].title}" for ${number} was resent to ${to}.`;
  return sendAsked(ports, context, { entry, kind, to, person, detail }, nextVersion, noneOnItsWay(entry, kind));
};

/** Sends a test email about an order to the user who asks, and to no one else. */
export const testTo = (
  ports: EmailPorts,
  context: MenuContext,
  { entry, kind, person }: Omit<Asked, 'detail' | 'to'>,
): Outcome => {
  if (!isOneAddress(person)) return notDone("Google doesn't share your address here, so we can't send you a test.");
  const detail = `A test of "${KIND_FACTS[kind].title}" for ${entry.order.number} was sent to ${person}.`;
  return sendAsked(ports, context, { entry, kind, to: person, person, detail }, nextTest);
};

/**
 * Resends an email that may or may not have been sent, and closes its row in the same commit.
 * @param isOfTest whether it was a test; then another test is sent, not a real email.
 */
export const sendUnsureAgain = (
  ports: EmailPorts,
  context: MenuContext,
  asked: Omit<Asked, 'detail'>,
  isOfTest: boolean,
  close: Extra,
): Outcome => {
  const { entry, kind, to } = asked;
  const detail = `"${KIND_FACTS[kind].title}" for ${entry.order.number} was resent to ${to} because the first one may not have gone out.`;
  return sendAsked(ports, context, { ...asked, detail }, isOfTest ? nextTest : nextVersion, close);
};
